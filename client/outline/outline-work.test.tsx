import { cleanup, render, screen } from '@solidjs/testing-library'
import { getOwner, type Owner } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { noteText } from '../../shared/document/edits'
import type { NoteId } from '../../shared/domain/ids'
import { createCanvas } from '../workshop/canvas'
import { jon } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { moreButtonId } from './outline-context'
import { OutlineView } from './outline-view'
import { workOf } from './testing/count-work'
import { aroundEveryTest, canvasId, openList } from './testing/open-list'

aroundEveryTest()

const JONS_SCREEN = 7

/** Amina before a list of so many notes, a third of them in clusters of ten. */
function manyNotes(count: number) {
  const world = openList()
  const { note, cluster, document, room, inside, barriers, proposals } = world
  const notes: NoteId[] = []
  document.transact(() => {
    for (let made = 0; made < count; made++) notes.push(note(`Note ${made}`, made % 2 === 0 ? barriers : proposals))
    for (let made = 0; made < count / 3; made += 10) cluster(`Cluster ${made}`, 'barrier', notes.slice(made, made + 10))
  })
  let owner: Owner | null = null
  const List = () => {
    owner = getOwner()
    return <OutlineView canvas={createCanvas(canvasId)} />
  }
  render(() => (
    <WorkshopInsideProvider inside={inside}>
      <List />
    </WorkshopInsideProvider>
  ))
  if (!owner) throw new Error('nothing was shown')
  const top: Owner = owner
  const jonShows = (state: Record<string, unknown>) => {
    const awareness = room.awareness()
    awareness.states.set(JONS_SCREEN, { member: jon.id, ...state })
    awareness.emit('change', [{ added: [], updated: [JONS_SCREEN], removed: [] }, 'local'])
  }
  const costOf = (act: () => void) => workOf(top, act)
  return { ...world, notes, jonShows, costOf }
}

type List = ReturnType<typeof manyNotes>

/** What happens while one works, from the most frequent on. */
const HAPPENS: Record<string, (list: List) => void> = {
  'one letter more is unsaved': ({ room }) => room.say({ is: 'live', unsaved: 1 }),
  'Jon points': ({ jonShows }) => jonShows({ cursor: { x: 1, y: 2 } }),
  'Jon begins to type in a note': ({ jonShows, notes }) => jonShows({ typing: notes[3] }),
  'a letter comes in an unsorted note': ({ document, notes }) =>
    noteText(document, notes.at(-1) as NoteId)?.insert(0, 'e'),
  'a letter comes in a note of a cluster': ({ document, notes }) =>
    noteText(document, notes[4] as NoteId)?.insert(0, 'e'),
}

describe('[L60] what happens to one note costs that note', () => {
  test.each(Object.keys(HAPPENS))('%s', (name) => {
    const costs = [20, 100].map((count) => {
      const list = manyNotes(count)
      const cost = list.costOf(() => HAPPENS[name]?.(list))
      cleanup()
      return cost
    })
    expect(costs[1]).toBe(costs[0])
    expect(costs[1]).toBeLessThan(150)
  })

  test('a letter of one’s own, in an open note', () => {
    const costs: number[] = []
    for (const count of [20, 100]) {
      const list = manyNotes(count)
      document.getElementById(moreButtonId(list.notes[7] as NoteId))?.click()
      const field = document.querySelector<HTMLTextAreaElement>('li textarea')
      costs.push(
        list.costOf(() => {
          if (field) field.value += 'e'
          field?.dispatchEvent(new InputEvent('input', { bubbles: true }))
        }),
      )
      expect(noteText(list.document, list.notes[7] as NoteId)?.toString()).toBe('Note 7e')
      cleanup()
    }
    expect(costs[1]).toBe(costs[0])
  })

  test('opening a note: the rest is not asked whether it is open', () => {
    const costs = [20, 100].map((count) => {
      const list = manyNotes(count)
      const cost = list.costOf(() => document.getElementById(moreButtonId(list.notes[7] as NoteId))?.click())
      cleanup()
      return cost
    })
    expect(costs[1]).toBe(costs[0])
  })

  test('who types is said at the note they are in, and nowhere else', () => {
    const { jonShows, notes } = manyNotes(30)
    jonShows({ typing: notes[3] })
    expect(screen.getAllByText(/Jon is writing/).map((words) => words.closest('li')?.id)).toEqual([`note-${notes[3]}`])
    jonShows({ typing: notes[4] })
    expect(screen.getAllByText(/Jon is writing/).map((words) => words.closest('li')?.id)).toEqual([`note-${notes[4]}`])
    jonShows({})
    expect(screen.queryByText(/Jon is writing/)).toBeNull()
  })
})
