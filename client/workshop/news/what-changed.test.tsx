import { cleanup, render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createStore } from 'solid-js/store'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { addNote, deleteCluster, deleteNotes, mergeClusters, moveNotes, noteText } from '../../../shared/document/edits'
import { readCanvas } from '../../../shared/document/projection'
import { allClusters } from '../../../shared/domain/canvas-view'
import type { CanvasId, NoteId, SectionId, StepId } from '../../../shared/domain/ids'
import type { StageView } from '../../../shared/domain/stage-view'
import { aStep } from '../../../shared/testing/steps'
import { hush, LiveRegion } from '../../ui/live-region'
import { forgetChosenVolumes, setVolume } from '../../ui/volumes'
import { createCanvas } from '../canvas'
import type { Canvas } from '../contract'
import { AttentionProvider, useAttention, type Wanted } from '../shell/attention'
import type { TurnAt } from '../shell/away-news'
import { canvasInMemory, endOf } from '../testing/canvas-in-memory'
import { amina, jon, workshopOf } from '../testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop-context'
import { CanvasNewsContext, createCanvasNews } from './create-news'
import { createKeptLooks, type KeptLooks } from './kept-looks'
import { WhatChangedButton } from './what-changed-button'
import { WhatChangedPanel } from './what-changed-panel'

const canvasId = 'canvas1' as CanvasId

beforeEach(() => {
  localStorage.clear()
  window.scrollTo = () => {}
})
afterEach(() => {
  cleanup()
  localStorage.clear()
  forgetChosenVolumes()
  hush()
  vi.useRealTimers()
})

/** Amina has the page open; Jon works on his own copy. */
function open(options: { kept?: KeptLooks; canvas?: ReturnType<typeof canvasInMemory> } = {}) {
  const world = workshopOf({ me: amina })
  const board = options.canvas ?? canvasInMemory()
  const room = world.roomOf({ kind: 'canvas', canvasId })
  room.replace(board.document)
  const wanted: (Wanted | undefined)[] = []
  const goneTo: TurnAt[] = []
  const [stage, setStage] = createStore<StageView>(world.workshop.stage)
  let canvas: Canvas | undefined
  const Page = () => {
    const mine = createCanvas(canvasId)
    canvas = mine
    const news = createCanvasNews(() => mine, options.kept)
    return (
      <CanvasNewsContext.Provider value={news}>
        <WhatChangedButton />
        <p id="step" tabindex="-1">
          Sort
        </p>
        <WhatChangedPanel
          onReadAloud={() => undefined}
          onGoTo={(turn) => {
            goneTo.push(turn)
            return turn === 'step' ? document.getElementById('step') : null
          }}
        />
      </CanvasNewsContext.Provider>
    )
  }
  const Listening = () => {
    const { wanted: now } = useAttention()
    return <output>{JSON.stringify(now())}</output>
  }
  const { unmount } = render(() => (
    <WorkshopInsideProvider inside={{ ...world.inside, workshop: { ...world.workshop, stage } }}>
      <AttentionProvider>
        <Page />
        <Listening />
      </AttentionProvider>
      <LiveRegion />
    </WorkshopInsideProvider>
  ))
  const jonAdds = (text: string, section: SectionId = board.barriers) =>
    board.elsewhere((theirs) => {
      addNote(theirs, { text, spot: endOf(section), author: { member: jon.id, side: jon.side, now: 1 } })
    })
  if (!canvas) throw new Error('no canvas')
  return { ...world, ...board, room, canvas, wanted, goneTo, setStage, jonAdds, unmount, jonDoes: board.elsewhere }
}

const user = () => userEvent.setup()
/** jsdom animates nothing, and what closes waits for the end of its animation. */
async function panelIsGone(): Promise<void> {
  for (const closing of document.querySelectorAll('[data-closed]'))
    closing.dispatchEvent(Object.assign(new Event('animationend'), { animationName: '' }))
  await vi.waitFor(() => expect(button()).toBeTruthy())
}
const button = () => screen.getByRole('button', { name: /^What changed/ })
const sentences = () =>
  within(screen.getByRole('list', { name: 'Changes by others' }))
    .getAllByRole('listitem')
    .map((line) => line.querySelector('p')?.textContent)

describe('[L21] what others did since I looked', () => {
  test('what is there at first is known; others’ changes count, one’s own do not', async () => {
    const { jonAdds, canvas, barriers } = open({})
    expect(button().getAttribute('aria-label')).toBe('What changed')
    jonAdds('One')
    jonAdds('Two')
    canvas.edits.addNote({ text: 'Mine', spot: canvas.edits.endOf(barriers) })
    expect(button().getAttribute('aria-label')).toBe('What changed, 2 since you looked')
  })

  test('a change that was taken back is none; a note of mine that comes from elsewhere is none', () => {
    const { jonDoes, barriers, proposals, document } = open()
    const [at] = [{ spot: endOf(barriers), author: { member: amina.id, side: amina.side, now: 1 } }]
    jonDoes((theirs) => void addNote(theirs, { text: 'Written on my phone', ...at }))
    expect(button().getAttribute('aria-label')).toBe('What changed')
    const id = readCanvas(document).sections[0]?.notes[0]?.id as NoteId
    jonDoes((theirs) => void moveNotes(theirs, [id], endOf(proposals)))
    expect(button().getAttribute('aria-label')).toBe('What changed, 1 since you looked')
    jonDoes((theirs) => void moveNotes(theirs, [id], endOf(barriers)))
    expect(button().getAttribute('aria-label')).toBe('What changed')
  })

  test('what another screen of mine writes is mine', () => {
    const { room, document, barriers } = open()
    const theirs = new Y.Doc()
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(document))
    room.awareness().getStates().set(theirs.clientID, { member: amina.id })
    room.awareness().emit('change', [{ added: [theirs.clientID], updated: [], removed: [] }, 'test'])
    addNote(theirs, { text: 'No name on it', spot: endOf(barriers), author: { member: jon.id, side: null, now: 1 } })
    Y.applyUpdate(document, Y.encodeStateAsUpdate(theirs))
    expect(button().getAttribute('aria-label')).toBe('What changed')
  })

  test('it is told in sentences, headings first, and closing marks it as read', async () => {
    const canvas = canvasInMemory()
    const { barriers, proposals, note, cluster, elsewhere, document } = canvas
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((text) => note(text, barriers, jon)) as [
      NoteId,
      NoteId,
      NoteId,
      NoteId,
    ]
    const gone = cluster('Four returns', 'barrier', { in: barriers, notes: [a] })
    const stays = cluster('Nobody reports back', 'barrier', { in: barriers })
    const { jonAdds } = open({ canvas })
    elsewhere((theirs) => {
      mergeClusters(theirs, { from: [gone], into: stays, notes: [a], lastOfInto: null })
      moveNotes(theirs, [b], { in: stays, after: null, before: null })
      noteText(theirs, c)?.insert(0, 'now ')
      deleteNotes(theirs, [d], 5)
    })
    jonAdds('New', proposals)
    expect(button().getAttribute('aria-label')).toBe('What changed, 6 since you looked')
    const person = user()
    await person.click(button())
    expect(sentences()).toEqual([
      'The barrier “Four returns” with 1 note was merged into “Nobody reports back”',
      '1 note reworded in What gets in the way?',
      '1 note moved to Nobody reports back',
      '1 new note in What could we do?',
      '1 note deleted',
    ])
    jonAdds('While I read')
    expect(sentences()).toHaveLength(5)
    await person.keyboard('{Escape}')
    await panelIsGone()
    expect(button().getAttribute('aria-label')).toBe('What changed, 1 since you looked')
    expect(allClusters(readCanvas(document))).toHaveLength(1)
  })

  test('*Show* goes there on request, and what is listed stays new', async () => {
    const { jonAdds, document } = open()
    jonAdds('There')
    const person = user()
    await person.click(button())
    await person.click(screen.getByRole('button', { name: 'Show: 1 new note in What gets in the way?' }))
    await panelIsGone()
    const id = readCanvas(document).sections[0]?.notes[0]?.id
    await vi.waitFor(() => expect(document && screen.getByRole('status').textContent).toContain(`"id":"${id}"`))
    expect(screen.getByRole('status').textContent).toContain('"focus":true')
    expect(button().getAttribute('aria-label')).toBe('What changed, 1 since you looked')
    await person.click(button())
    await person.click(screen.getByRole('button', { name: 'Mark as read' }))
    await panelIsGone()
    expect(button().getAttribute('aria-label')).toBe('What changed')
  })
})

describe('[L23] turns of the workshop', () => {
  test('each sentence leads to where it is seen: the step, the vote, the agreement', async () => {
    const { setStage, goneTo } = open()
    setStage('stage', { steps: [aStep('write', { title: 'Write' })], currentStepId: 'write' as StepId })
    setStage('ballots', [{ id: 'b1', is: 'open' } as unknown as StageView['ballots'][number]])
    setStage('actions', [{ id: 'a1' } as unknown as StageView['actions'][number]])
    const person = user()
    for (const name of [
      'Show: We are on step 1 now: Write.',
      'Show: Voting has opened.',
      'Show: 1 action was put to agreement.',
    ]) {
      await person.click(button())
      await person.click(screen.getByRole('button', { name }))
      await panelIsGone()
      if (name.includes('step')) await vi.waitFor(() => expect(document.activeElement?.id).toBe('step'))
    }
    await vi.waitFor(() => expect(goneTo).toEqual(['step', 'results', 'agreement']))
  })
})

describe('[L22] kept on the device', () => {
  test('it outlives a reload, and says what came meanwhile', async () => {
    const first = open({})
    first.jonAdds('Before')
    first.unmount()
    first.jonDoes(
      (theirs) =>
        void addNote(theirs, {
          text: 'x',
          spot: endOf(first.proposals),
          author: { member: jon.id, side: null, now: 1 },
        }),
    )
    open({ canvas: first })
    expect(button().getAttribute('aria-label')).toBe('What changed, 2 since you looked')
  })

  test('own work of before is not new after it', async () => {
    const first = open({})
    first.canvas.edits.addNote({ text: 'mine', spot: first.canvas.edits.endOf(first.barriers) })
    const [section] = first.canvas.view.sections
    const made = first.canvas.edits.addCluster({
      title: 'Mine',
      kind: 'barrier',
      spot: first.canvas.edits.endOfSection(first.barriers),
    })
    expect([section?.notes.length, made !== undefined]).toEqual([1, true])
    first.unmount()
    open({ canvas: first })
    expect(button().getAttribute('aria-label')).toBe('What changed')
  })

  test('where nothing can be kept it lasts as long as the page', async () => {
    const blocked = new Proxy({} as Storage, {
      get() {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
    const { jonAdds } = open({ kept: createKeptLooks(blocked) })
    jonAdds('One')
    const person = user()
    await person.click(button())
    await person.click(screen.getByRole('button', { name: 'Mark as read' }))
    await panelIsGone()
    expect(button().getAttribute('aria-label')).toBe('What changed')
  })

  test('it is kept under the member, so that leaving this device takes it along', () => {
    open({})
    expect(Object.keys(localStorage)).toEqual([`concordat/looked/${amina.id}/${canvasId}`])
  })
})

describe('[L20] new notes are told, as loud as this person wants it', () => {
  const heard = () => [...window.document.querySelectorAll('[data-live] p')].map((line) => line.textContent)

  test('others’ notes, not one’s own; off means off', async () => {
    vi.useFakeTimers()
    const { jonAdds, canvas, barriers } = open()
    jonAdds('a')
    canvas.edits.addNote({ text: 'Mine', spot: canvas.edits.endOf(barriers) })
    vi.advanceTimersByTime(200)
    expect(heard()).toEqual(['1 new note in What gets in the way?'])
    setVolume('notes', 'off')
    jonAdds('b')
    vi.advanceTimersByTime(60_000)
    expect(heard()).toEqual([])
  })

  test('a note that only changes, moves or goes away is not told as new', () => {
    vi.useFakeTimers()
    const canvas = canvasInMemory()
    const a = canvas.note('a', canvas.barriers, jon)
    const held = canvas.cluster('x', 'barrier', { in: canvas.barriers, notes: [a] })
    const { jonDoes, proposals, barriers } = open({ canvas })
    jonDoes((theirs) => void noteText(theirs, a)?.insert(0, 'more '))
    jonDoes((theirs) => void deleteCluster(theirs, { id: held, notes: [a], to: endOf(barriers), now: 2 }))
    jonDoes((theirs) => void moveNotes(theirs, [a], endOf(proposals)))
    vi.advanceTimersByTime(60_000)
    expect(heard()).toEqual([])
  })

  test('a document put in the place of another brings no flood', () => {
    vi.useFakeTimers()
    const { room, successor, note, barriers } = open()
    for (let index = 0; index < 50; index++) note('x', barriers, jon)
    vi.advanceTimersByTime(60_000)
    room.replace(successor())
    vi.advanceTimersByTime(60_000)
    expect(heard()).toEqual([])
  })
})
