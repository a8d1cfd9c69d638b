import { readDrafts } from '../../shared/document/drafts'
import { addNote, noteText } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import { allNotes, type NoteView } from '../../shared/domain/canvas-view'
import { type CanvasId, type MemberId, type NoteId, newId, type SectionId } from '../../shared/domain/ids'
import type { StageView } from '../../shared/domain/stage-view'
import type { MemberBody, ShareLink } from '../../shared/protocol/http'
import { members } from '../storage/tables'
import type { Browser, OpenRoom } from './browser'
import { HandTime } from './hand-time'
import { type CreatedWorkshop, openServer, type ServerOptions, type TestServer } from './open-server'

/** Somebody in a private step: their browser, and the documents that they have open. */
export class Writer {
  private constructor(
    readonly step: PrivateStepTable,
    readonly browser: Browser,
    readonly member: MemberBody & { id: MemberId },
    readonly stage: OpenRoom,
    readonly canvas: OpenRoom,
    public drafts: OpenRoom,
  ) {}

  static async open(step: PrivateStepTable, browser: Browser, member: MemberBody): Promise<Writer> {
    const id = member.id as MemberId
    const { workshop, canvas } = step.made
    const [stage, shared, drafts] = await Promise.all([
      browser.open({ kind: 'stage', workshopId: workshop.id }),
      browser.open({ kind: 'canvas', canvasId: canvas.id }),
      browser.open({ kind: 'drafts', workshopId: workshop.id, memberId: id }),
    ])
    return new Writer(step, browser, { ...member, id }, stage, shared, drafts)
  }

  /** A note that only they can see; it is on its way when this returns. */
  writes(text: string, section = this.sections()[0]): NoteId {
    if (!section) throw new Error('the canvas has sections')
    const { id: member, side } = this.member
    return addNote(this.drafts.document, {
      text,
      spot: { in: section, after: null, before: null },
      author: { member, side, now: this.step.time.now() },
      canvas: this.step.made.canvas.id,
    }).id
  }

  types(id: NoteId, words: string): void {
    noteText(this.drafts.document, id)?.insert(0, words)
  }

  sections(): SectionId[] {
    return readCanvas(this.canvas.document).sections.map(({ id }) => id)
  }

  notes(): NoteView[] {
    return allNotes(readCanvas(this.canvas.document))
  }

  sees(count: number): Promise<void> {
    return this.canvas.until((document) => allNotes(readCanvas(document)).length === count)
  }

  /** Resolves once the server has everything they wrote; a question that is answered after it was taken in. */
  async arrived(): Promise<void> {
    const { workshop } = this.step.made
    const mine = readDrafts(this.drafts.document).map(({ id, text }) => [id, text])
    const address = { kind: 'drafts', workshopId: workshop.id, memberId: this.member.id } as const
    for (;;) {
      const there = await this.step.server.app.services.registry.read(address, readDrafts)
      if (JSON.stringify(there.map(({ id, text }) => [id, text])) === JSON.stringify(mine)) return
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  untilStage(expected: (stage: StageView) => boolean): Promise<void> {
    return this.stage.until(() => expected(this.stage.stage()))
  }

  /** Their notes as they themselves hold them, with what the server has noted down in them. */
  ownDrafts() {
    return readDrafts(this.drafts.document)
  }

  add() {
    return this.browser.post<{ added?: number; refusal?: string }>(
      `/api/workshops/${this.step.made.workshop.id}/drafts/add`,
    )
  }
}

/** A workshop in its private step, on a real server whose clock the test moves. */
export class PrivateStepTable {
  constructor(
    readonly server: TestServer,
    readonly time: HandTime,
    readonly made: CreatedWorkshop,
  ) {}

  get canvasId(): CanvasId {
    return this.made.canvas.id
  }

  facilitates(): Promise<Writer> {
    return Writer.open(this, this.made.facilitator, this.made.member)
  }

  /** Somebody who is in already opens what they write in. */
  seats(browser: Browser, member: MemberBody): Promise<Writer> {
    return Writer.open(this, browser, member)
  }

  /** People who are in without a device, as rows alone. */
  async seatsMany(count: number): Promise<MemberId[]> {
    const { orm } = this.server.database
    const ids = Array.from({ length: count }, () => newId<'member'>())
    const rows = ids.map((id, index) => {
      const side = index % 2 ? ('central' as const) : ('local' as const)
      const who = { id, workshopId: this.made.workshop.id, name: `Person ${index}`, organisation: '', side }
      return orm.insert(members).values({ ...who, role: 'participant', joinedAt: index })
    })
    await this.server.database.write(rows)
    return ids
  }

  async joins(name: string, key: ShareLink['key'] = 'central'): Promise<Writer> {
    const { browser, member } = await this.server.join(this.made.link(key), { name, organisation: `${name}’s` })
    return Writer.open(this, browser, member)
  }

  /** A command on the stage as it is now, or on the revision given. */
  async command(path: string, { by = this.made.facilitator, revision }: { by?: Browser; revision?: number } = {}) {
    const on = revision ?? (await this.revision())
    return by.post<{ stage: StageView['stage']; refusal?: string }>(`/api/workshops/${this.made.workshop.id}/${path}`, {
      revision: on,
    })
  }

  async revision(): Promise<number> {
    const page = await this.made.facilitator.get<{ stage: { revision: number } }>(
      `/api/workshops/${this.made.workshop.id}`,
    )
    return page.body.stage.revision
  }

  /** Asks for everything to be shown, and lets the notice run out. */
  async reveals(): Promise<void> {
    await this.command('reveal')
    this.time.pass(10_000)
  }
}

/** `after` of the options is the table's own time. */
export async function openPrivateStep(options: Omit<ServerOptions, 'now' | 'after'> = {}): Promise<PrivateStepTable> {
  const time = new HandTime()
  const server = await openServer({ ...options, now: time.now, after: time.after })
  const made = await server.create({ freely: false })
  const table = new PrivateStepTable(server, time, made)
  await table.command('steps/next')
  return table
}
