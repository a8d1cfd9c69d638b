import { fireEvent } from '@solidjs/testing-library'
import { expect, test, vi } from 'vitest'
import type { ClusterId, NoteId } from '../../shared/domain/ids'
import { seeded } from '../../shared/testing/random'
import { outlineOf } from '../workshop/testing/canvas-in-memory'
import { jon } from '../workshop/testing/workshop-of'
import { moveButtonId } from './outline-context'
import { aroundEveryTest, openList } from './testing/open-list'

aroundEveryTest()

const CLUSTERS = 150
const LONG = 3_000

/** Many headings, every tenth with a note as long as a note may be, and a long note that nobody has sorted yet. */
function manyClusters(seed: number) {
  const random = seeded(seed)
  const world = openList()
  const { note, cluster, document, barriers, proposals } = world
  const long = (start: string) => start.padEnd(LONG, ' The same figures are asked for four times.')
  const clusters: { id: ClusterId; title: string }[] = []
  let unsorted = '' as NoteId
  document.transact(() => {
    for (let made = 0; made < CLUSTERS; made++) {
      const title = `Heading ${made}: ${Math.floor(random() * 1e6)}`
      const section = random() < 0.6 ? barriers : proposals
      const notes = made % 10 === 0 ? [note(long(`Long ${made}`), section, jon)] : []
      clusters.push({ id: cluster(title, section === barriers ? 'barrier' : 'proposal', notes, section), title })
    }
    unsorted = note(long('Unsorted'))
  })
  world.show()
  return { ...world, clusters, unsorted, wanted: found(clusters[Math.floor(random() * CLUSTERS)]) }
}

test(`${CLUSTERS} headings and notes of 3,000 characters: all are in the list, and one is found and moved into`, async () => {
  const { clusters, unsorted, wanted, document } = manyClusters(11)
  const cards = [...window.document.querySelectorAll<HTMLElement>('[data-cluster]')]
  expect(new Set(cards.map((card) => card.dataset.cluster))).toEqual(new Set(clusters.map(({ id }) => id)))
  const words = [...window.document.querySelectorAll('[data-note-text]')].map((text) => text.textContent ?? '')
  expect(words).toHaveLength(CLUSTERS / 10 + 1)
  expect(words.every((text) => text.length === LONG)).toBe(true)

  window.document.getElementById(moveButtonId(unsorted))?.click()
  // by selectors: looking for roles among so many takes longer than all the rest
  const dialog = await vi.waitFor(() => found(window.document.querySelector<HTMLElement>('[role=dialog]')))
  // all of them come, if not in one go
  const choices = () => [...dialog.querySelectorAll('li button')].map((choice) => choice.textContent ?? '')
  await expect
    .poll(() => choices().filter((text) => text.startsWith('Heading ')).length, { timeout: 20_000 })
    .toBe(CLUSTERS)
  const field = found(dialog.querySelector('input'))
  fireEvent.input(field, { target: { value: wanted.title } })
  expect(choices()[0]).toContain(wanted.title)
  fireEvent.keyDown(field, { key: 'Enter' })
  const moved = outlineOf(document).flat()
  expect(moved.find((line) => line.includes(`${wanted.title}: `))).toContain('Unsorted')
  expect([...window.document.querySelectorAll('h3')].map((heading) => heading.textContent)).not.toContain('Not sorted')
}, 60_000)

function found<T>(one: T | null | undefined): T {
  if (!one) throw new Error('it is not there')
  return one
}
