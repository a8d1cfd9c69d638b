import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SCHEMA_VERSION } from '../../shared/document/schema-version'
import { STEP_RIGHTS, type StepRight } from '../../shared/domain/agenda'
import type { CanvasId, WorkshopId } from '../../shared/domain/ids'
import type { CreateWorkshop, Join, MemberBody, ShareLink } from '../../shared/protocol/http'
import type { WorkshopBody } from '../../shared/protocol/http-bodies'
import type { DrawCode } from '../access/links'
import { type App, createApp, type Listening, listen } from '../app'
import { type Config, readConfig } from '../config'
import type { After } from '../facilitation/ports'
import type { ClientFiles } from '../ops/client-files'
import { createLog, type Log } from '../ops/log'
import { type Database, openDatabase } from '../storage/database'
import { snapshots, updates } from '../storage/tables'
import { setSteps } from '../storage/testing/step-rows'
import { Browser } from './browser'

export type ServerOptions = {
  config?: Partial<Config>
  /** The server's clock; the test's own moves when the test says so. */
  now?: () => number
  heldMs?: number
  noticeMs?: number
  log?: Log
  /** The built pages; none by default. */
  files?: ClientFiles
  /** What happens later by itself; see `HandAlarm`. */
  after?: After
  random?: () => number
  /** The codes of links, one after another. */
  drawCode?: DrawCode
  /** Hears every line of the server's log, at the finest level. */
  hearsLog?: (line: string) => void
}

/** `freely`: participants may do everything in every step, for tests about something else. Default: they may. */
export type NewWorkshop = Partial<CreateWorkshop> & { freely?: boolean }

export type CreatedWorkshop = {
  facilitator: Browser
  workshop: WorkshopBody & { id: WorkshopId }
  canvas: { id: CanvasId; title: string }
  member: MemberBody
  link(key: ShareLink['key']): ShareLink
}

const NO_FILES = { file: async () => undefined, page: async () => undefined }

/** A real server on a random port with a database of its own, for tests: `restart` is what a crash leaves behind. */
export async function openServer(options: ServerOptions = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'concordat-server-'))
  const server = new TestServer(folder, options)
  await server.start()
  return server
}

export class TestServer {
  #running: { app: App; database: Database; listening: Listening } | undefined
  #browsers: Browser[] = []
  #port = 0

  constructor(
    readonly folder: string,
    readonly options: ServerOptions,
  ) {}

  async start(): Promise<void> {
    const { config: given, hearsLog, ...rest } = this.options
    const url = `file:${join(this.folder, 'concordat.db')}`
    const config = { ...readConfig({ DATABASE_URL: url, RATE_LIMITS: 'off', LOG_LEVEL: 'silent' }), ...given }
    const database = await openDatabase({ url })
    const secret = 'a secret for tests, long enough to be one'
    const log = hearsLog ? createLog('trace', hearsLog) : createLog(config.logLevel)
    const app = await createApp({ config, database, secret, files: NO_FILES, log, ...rest })
    const listening = await listen(app, { host: '127.0.0.1', port: this.#port })
    this.#port = listening.port
    this.#running = { app, database, listening }
  }

  get app(): App {
    if (!this.#running) throw new Error('the server is not running')
    return this.#running.app
  }

  get database(): Database {
    if (!this.#running) throw new Error('the server is not running')
    return this.#running.database
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  async stop(): Promise<void> {
    if (!this.#running) return
    const { app, database, listening } = this.#running
    this.#running = undefined
    const closed = listening.close()
    await app.close()
    await closed
    await database.close()
  }

  /** Starts again on documents that a later release of the server has written. */
  async restartAfterLaterRelease(): Promise<void> {
    await this.stop()
    const database = await openDatabase({ url: `file:${join(this.folder, 'concordat.db')}` })
    const schemaVersion = SCHEMA_VERSION + 1
    await database.write([
      database.orm.update(updates).set({ schemaVersion }),
      database.orm.update(snapshots).set({ schemaVersion }),
    ])
    await database.close()
    await this.start()
  }

  /** The same address and the same database, in a new process as far as anybody can tell. */
  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  /** Closes every document that a browser has open; for the end of a test that shares its server. */
  hangUp(): void {
    for (const browser of this.#browsers) browser.close()
  }

  async close(): Promise<void> {
    this.hangUp()
    await this.stop()
    await rm(this.folder, { recursive: true, force: true })
  }

  browser(): Browser {
    const browser = new Browser(() => ({ url: this.url, request: (path, init) => this.app.request(path, init) }))
    this.#browsers.push(browser)
    return browser
  }

  /** A new workshop; whoever made it is its facilitator. */
  async create({ freely = true, ...given }: NewWorkshop = {}, facilitator = this.browser()): Promise<CreatedWorkshop> {
    const body = { title: 'Homelessness funding', facilitator: { name: 'Sam' }, ...given }
    const came = await facilitator.post<{
      workshop: CreatedWorkshop['workshop']
      canvases: CreatedWorkshop['canvas'][]
      links: ShareLink[]
      member: MemberBody
    }>('/api/workshops', body)
    const { workshop, canvases, links, member } = came.body
    const [canvas] = canvases ?? []
    if (came.status !== 201 || !canvas) throw new Error(`not created: ${JSON.stringify(came.body)}`)
    if (freely) await this.allow(workshop.id, STEP_RIGHTS)
    const link = (key: ShareLink['key']) => {
      const found = links.find((one) => one.key === key)
      if (!found) throw new Error(`no link for ${key}`)
      return found
    }
    return { facilitator, workshop, canvas, member, link }
  }

  /** Changes the rows of the steps behind the server's back; what is given last holds for the rest. */
  async changeSteps(workshopId: WorkshopId, ...given: Parameters<typeof setSteps>[2][]): Promise<void> {
    await setSteps(this.database, workshopId, ...given)
    await this.app.services.registry.reviseAccess(workshopId)
  }

  /** What participants may do in the steps, from the first on; the last that is given holds for the rest. */
  async allow(workshopId: WorkshopId, ...rights: (readonly StepRight[])[]): Promise<void> {
    const given = rights.map((some) => ({ rights: [...some], writing: 'open' as const }))
    await this.changeSteps(workshopId, ...given)
  }

  /** Somebody comes in by a link, in a browser of their own. */
  async join(
    link: Pick<ShareLink, 'token'>,
    as: Omit<Join, 'token' | 'code'> = {},
    browser = this.browser(),
  ): Promise<{ browser: Browser; member: MemberBody }> {
    const came = await browser.post<{ member: MemberBody }>('/api/join', { token: link.token, name: 'Amina', ...as })
    if (came.status !== 200) throw new Error(`not joined: ${JSON.stringify(came.body)}`)
    const { id, name, organisation, side, role } = came.body.member
    return { browser, member: { id, name, organisation, side, role } }
  }
}
