import { describe, expect, test } from 'vitest'
import type { NoteView } from '../../shared/domain/canvas-view'
import type { WorkshopId } from '../../shared/domain/ids'
import type { Report } from '../../shared/export/report-schema'
import { createMarkdownWriter } from './markdown-writer'

const workshop = 'workshop1' as WorkshopId
const other = 'workshop2' as WorkshopId

function reportOf(notes: string[], generatedAt = '2026-03-04T09:00:00.000Z'): Report {
  const none = { central: 0, local: 0, other: 0, none: 0 }
  const brief = { title: 'Homelessness', purpose: '', fixed: '', open: '', unknown: '', runBy: '', contact: '' }
  const said = notes.map((text) => ({ text, side: 'local', author: null }) as unknown as NoteView)
  const section = { title: 'What gets in the way?', parked: false, notSorted: said, clusters: [] }
  return {
    ...{ format: 'concordat-report', version: 1, generatedAt, scope: 'everything' },
    workshop: {
      ...{ ...brief, id: 'workshop1', attribution: 'safe-space', banner: 'none' },
      ...{ sides: { central: 'Central', local: 'Local' }, createdAt: '2026-03-04T08:00:00.000Z', endedAt: null },
    },
    joined: { participants: none, facilitators: 1, observers: 0 },
    participation: { invited: none, joined: none, wrote: null, voted: null },
    canvases: [{ title: 'Canvas', sections: [section], loose: { notSorted: [], clusters: [] }, leftOut: 0 }],
    ...{ members: [], actions: [], ballots: [], steps: [] },
  } as unknown as Report
}

function writer() {
  let clock = 0
  let breaths = 0
  const breathe = async () => {
    breaths += 1
  }
  const pass = (ms: number) => {
    clock += ms
  }
  return { write: createMarkdownWriter({ now: () => clock, breathe }).write, pass, breaths: () => breaths }
}

describe('the Markdown of a workshop', () => {
  test('others have turns while a long one is written', async () => {
    const { write, breaths } = writer()
    const long = Array.from({ length: 20 }, () => '*<a> &amp; '.repeat(10_000))
    const written = await write(workshop, async () => reportOf(long))
    expect(written?.text).toContain('\\*\\<a>')
    expect(breaths()).toBeGreaterThan(10)
  })

  test('what says the same is not written again for half a minute, what changed is at once', async () => {
    const { write, pass } = writer()
    const at = async (note: string, minute: string) =>
      (await write(workshop, async () => reportOf([note], `2026-03-04T09:${minute}:00.000Z`)))?.text
    const first = await at('Four returns', '00')
    pass(29_999)
    expect(await at('Four returns', '05')).toBe(first)
    expect(await at('Five returns', '05')).toContain('at 09:05')
    pass(30_000)
    expect(await at('Five returns', '10')).toContain('at 09:10')
  })

  test('one at a time of a workshop, and those of others meanwhile; a failure holds nobody up', async () => {
    const { write } = writer()
    const log: string[] = []
    let read: (report: Report) => void = () => undefined
    const first = write(workshop, () => {
      log.push('first is read')
      return new Promise((resolve) => (read = resolve))
    })
    const failed = write(workshop, async () => {
      log.push('second is read')
      throw new Error('no database')
    })
    const third = write(workshop, async () => undefined)
    await write(other, async () => reportOf(['Elsewhere']))
    expect(log).toEqual(['first is read'])
    read(reportOf(['Here']))
    expect((await first)?.text).toContain('Here')
    await expect(failed).rejects.toThrow('no database')
    expect(await third).toBeUndefined()
  })
})
