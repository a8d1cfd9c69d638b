import { expect, test } from 'vitest'
import { readAgreement } from '../../shared/document/agreement'
import { firstState } from '../../shared/document/first-state'
import { fillCanvas } from '../../shared/document/new-canvas'
import { readCanvas } from '../../shared/document/projection'
import { onlySide, readyToPut } from '../../shared/domain/action'
import { allNotes, answersTo, type CanvasView } from '../../shared/domain/canvas-view'
import type { CanvasId } from '../../shared/domain/ids'
import { createWorkshop } from '../../shared/protocol/http'
import { templateOf } from '../../shared/templates/all'
import { BARRIERS, SAMPLE } from './sample-words'
import { sampleContent } from './sample-workshop'

const NOW = 1_772_600_000_000

function openSample() {
  const content = sampleContent(NOW)
  const template = templateOf(createWorkshop.parse(SAMPLE).template)
  const canvas: CanvasView[] = []
  firstState((document) => {
    const [first] = template?.canvases ?? []
    if (first) content.fillCanvas(document, fillCanvas(document, first))
    canvas.push(readCanvas(document))
  })
  const drafts: ReturnType<typeof readAgreement>[] = []
  firstState((document) => {
    content.fillAgreement(document, 'canvas1' as CanvasId)
    drafts.push(readAgreement(document))
  })
  const [view] = canvas
  const [agreement] = drafts
  if (!view || !agreement) throw new Error('nothing was read')
  return { content, view, agreement }
}

test('[W5] the sample has some forty notes, each by somebody who is in it and for their side', () => {
  const { content, view } = openSample()
  const notes = allNotes(view)
  expect(notes.length).toBeGreaterThanOrEqual(40)
  expect(view.leftOut).toBe(0)
  for (const note of notes) {
    const author = content.members.find((member) => member.id === note.author)
    expect(author?.side).toBe(note.side)
    expect(note.createdAt).toBeLessThan(NOW)
  }
})

test('[W5] its barriers keep their notes in order, and each is answered', () => {
  const { view } = openSample()
  const barriers = view.sections[0]?.clusters ?? []
  expect(barriers.map((cluster) => [cluster.title, cluster.notes.map((note) => note.text)])).toEqual(
    BARRIERS.map(({ title, notes }) => [title, notes.map(([, text]) => text)]),
  )
  for (const barrier of barriers) expect(answersTo(view, barrier.id).length).toBeGreaterThan(0)
  expect(view.sections[1]?.clusters.map((cluster) => cluster.kind)).toEqual(['proposal', 'proposal', 'proposal'])
})

test('[W5] its action comes from the first proposal, has both sides, and could be put to agreement', () => {
  const { view, agreement } = openSample()
  const [draft] = agreement.actions
  expect(draft?.from?.clusterId).toBe(view.sections[1]?.clusters[0]?.id)
  expect(draft && readyToPut(draft)).toEqual({ ok: true, value: null })
  expect(onlySide(draft?.commitments ?? [])).toBeUndefined()
  expect(draft?.commitments[1]?.waitsOn).toEqual([draft?.commitments[0]?.id])
})
