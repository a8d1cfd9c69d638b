import { cleanup, render, screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createStore } from 'solid-js/store'
import { afterEach, expect, test, vi } from 'vitest'
import type { PutAction } from '../../shared/domain/action'
import type { ActionId, CommitmentId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import type { StageView } from '../../shared/domain/stage-view'
import { amina, jon, person, workshopOf } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { fileName, notesIn } from './record-fetch'
import { RecordView } from './record-view'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const signed: PutAction = {
  ...{ id: 'a1' as ActionId, number: 1, revision: 2, status: 'record', hash: '9f2c41aa', putAt: 1 },
  wording: {
    ...{ id: 'a1' as ActionId, title: 'One report', residentChange: '', measure: '' },
    commitments: [
      {
        ...{ id: 'c1' as CommitmentId, side: 'central', organisation: 'Department', person: '' },
        ...{ what: 'withdraw <b>three</b> returns', by: '2026-06-30', waitsOn: [] },
      },
    ],
  },
  ...{ asked: [], answers: [], trail: { proposal: null, barriers: [] } },
  ...{ recordedAt: Date.UTC(2026, 2, 4, 16, 2), closedEarly: false },
}

const note = { id: 'n', text: 'x', side: null, author: null }
const REPORT = {
  generatedAt: '2026-03-04T16:02:00.000Z',
  scope: 'everything',
  actions: [{}, {}],
  canvases: [
    { sections: [{ notSorted: [note], clusters: [{ notes: [note, note] }] }], loose: { notSorted: [], clusters: [] } },
  ],
}

function openRecord(options: { me?: Member; actions?: PutAction[]; endedAt?: number; saved?: Promise<void> } = {}) {
  const { inside } = workshopOf({ me: options.me ?? amina })
  const { workshop } = inside
  const state = workshop.stage.workshop && { ...workshop.stage.workshop, endedAt: options.endedAt ?? null }
  const [stage, setStage] = createStore<StageView>({
    ...workshop.stage,
    workshop: state,
    actions: options.actions ?? [],
  })
  const saved = () => options.saved ?? Promise.resolve()
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop: { ...workshop, stage, saved } }}>
      <RecordView />
    </WorkshopInsideProvider>
  ))
  return { setStage }
}

/** The server hands out the report, and Markdown of it. */
function serverHasReport(report: object = REPORT, markdown = '# The record'): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    return new Response(path.endsWith('json') ? JSON.stringify(report) : markdown)
  })
  return asked
}

test('the file waits for what was written here, then says what is in it', async () => {
  const asked = serverHasReport()
  let saved = () => {}
  openRecord({ saved: new Promise((resolve) => (saved = resolve)) })
  expect(await screen.findByText('Saving the last changes first…')).toBeTruthy()
  expect(asked).toEqual([])
  saved()
  expect(await screen.findByText(/is in this file: 2 actions, 3 notes\./)).toBeTruthy()
})

test('shows the Markdown as plain text in a box that takes focus, and the JSON on choosing it', async () => {
  serverHasReport(REPORT, '# <img src=x onerror=alert(1)>')
  openRecord()
  const box = await screen.findByRole('region', { name: 'The record as Markdown' })
  expect(box.textContent).toBe('# <img src=x onerror=alert(1)>')
  expect(box.tabIndex).toBe(0)
  await userEvent.setup().click(screen.getByRole('radio', { name: 'JSON' }))
  expect(screen.getByRole('region', { name: 'The record as JSON' }).textContent).toContain('"scope":"everything"')
})

test('a download is named after the workshop and its day', async () => {
  serverHasReport()
  openRecord()
  const names: string[] = []
  class WithFiles extends URL {
    static override createObjectURL = () => 'blob:x'
    static override revokeObjectURL = () => {}
  }
  vi.stubGlobal('URL', WithFiles)
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download)
  })
  await userEvent.setup().click(await screen.findByRole('button', { name: 'Download' }))
  expect(names).toEqual(['homelessness-funding-2026-03-04.md'])
  expect(fileName('Tŷ newydd: “../x”', 'json', 0)).toBe('tŷ-newydd-x-1970-01-01.json')
  expect(fileName('***', 'markdown', 0)).toBe('record-1970-01-01.md')
})

test('a file that could not be made can be asked for again', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  openRecord()
  expect(await screen.findByText('The file could not be made.')).toBeTruthy()
  serverHasReport()
  await userEvent.setup().click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText(/2 actions, 3 notes/)).toBeTruthy()
})

test('signed actions are read as they were frozen, and new ones appear as they are signed', async () => {
  serverHasReport()
  const { setStage } = openRecord({ me: jon })
  expect(screen.getByText('Nothing is signed yet')).toBeTruthy()
  setStage('actions', [signed])
  const record = within(screen.getByRole('article', { name: 'One report' }))
  expect(record.getByText('withdraw <b>three</b> returns')).toBeTruthy()
  expect(record.getByText(/Review on 4 September 2026/)).toBeTruthy()
  await waitFor(() => expect(screen.queryByText('Nothing is signed yet')).toBeNull())
})

test('an observer is told that only what is signed is in it', async () => {
  serverHasReport({ ...REPORT, scope: 'signed', actions: [{}], canvases: [] })
  openRecord({ me: person('Oscar', null, 'observer'), actions: [signed] })
  expect(await screen.findByText(/^What was signed up to .* is in this file: 1 action\.$/)).toBeTruthy()
})

test('once the workshop has ended the page is its record, and leads back to what was written', () => {
  serverHasReport()
  openRecord({ endedAt: Date.UTC(2026, 2, 4, 16, 2), actions: [signed] })
  expect(screen.getByRole('heading', { level: 1, name: 'Homelessness funding' })).toBeTruthy()
  expect(screen.getByText(/This workshop ended on 4 March 2026/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'the notes' }).getAttribute('href')).toBe('/w/workshop1/list')
})

test('counts every note wherever it lies', () => {
  const loose = { notSorted: [note], clusters: [{ notes: [note] }] }
  expect(notesIn({ canvases: [{ ...REPORT.canvases[0], loose }] } as unknown as Parameters<typeof notesIn>[0])).toBe(5)
})
