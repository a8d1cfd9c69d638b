import type * as Y from 'yjs'
import { addDrawing } from '../../shared/document/drawings'
import { addCluster, addNotes, type ClusterSpot } from '../../shared/document/edits'
import { lockItems } from '../../shared/document/lock-edits'
import { readCanvas } from '../../shared/document/projection'
import type { ClusterId, MemberId, SectionId } from '../../shared/domain/ids'
import type { Person } from '../actors/person'
import { savedAll } from '../benchmarks/seed-notes'
import { expect, test } from '../fixtures/workshop-test'

/** Two barriers with two notes each, written by the facilitator. */
function twoBarriers(document: Y.Doc, member: string): void {
  const section = readCanvas(document).sections[0]?.id as SectionId
  const author = { member: member as MemberId, side: 'local' as const, now: 1 }
  let after: ClusterId | null = null
  for (const [title, ...texts] of [
    ['Bids', 'Annual bids', 'Late totals'],
    ['Returns', 'Hours on forms', 'Four returns'],
  ] as const) {
    const loose = { in: section, after: null, before: null }
    const { ids: notes } = addNotes(document, { texts: [...texts], spot: loose, author })
    const spot: ClusterSpot = { in: section, after, before: null }
    after = addCluster(document, { title, kind: 'barrier', spot, notes, now: 1 }).id
  }
}

const seesMessage = (person: Person, words: string | RegExp) =>
  expect(person.page.getByRole('region', { name: 'Messages' }).getByText(words)).toBeVisible()

test('[B20] [B23] [B25] [B26] clusters are merged by a drop, folded and locked before everybody’s eyes', async ({
  gather,
}) => {
  const { facilitator, amina, jon, created, device } = await gather({
    facilitator: 'board',
    amina: 'board',
    jon: 'list',
  })
  const room = await device.open(`canvas/${created.canvases[0]?.id}`)
  room.document.transact(() => twoBarriers(room.document, created.member.id))
  await savedAll(room)
  for (const { board } of [facilitator, amina]) {
    await board.isReady()
    await board.showsAll()
    await board.seesNote('Late totals')
  }

  // let go on the notes of another: asked first, then one cluster, then taken back in words
  await amina.board.drags('Bids', 'Four returns')
  const asked = amina.page.getByRole('dialog', { name: 'Merge “Bids” into “Returns”?' })
  await expect(jon.list.heading('Barrier', 'Bids')).toBeVisible()
  await asked.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(jon.list.wordsIn('Returns')).toHaveText(['Hours on forms', 'Four returns', 'Annual bids', 'Late totals'])
  await amina.board.tool('Undo').click()
  await expect(jon.list.wordsIn('Bids')).toHaveText(['Annual bids', 'Late totals'])
  await amina.board.letsGo()

  // the facilitator folds one for all, and Amina opens it again
  await facilitator.board.selects('Bids')
  await facilitator.board.choosesInPanel('Fold')
  await expect(amina.board.text('Annual bids')).toHaveCount(0)
  await amina.board.presses('2 more')
  await facilitator.board.seesNote('Annual bids')

  // what is locked stays, and words say why
  await facilitator.board.choosesInPanel('Lock')
  await expect(amina.board.text('Locked')).toBeVisible()
  await amina.board.drags('Annual bids', 'Four returns')
  await seesMessage(amina, '“Bids” is locked. Ask a facilitator to unlock it.')
  await expect(jon.list.wordsIn('Bids')).toHaveText(['Annual bids', 'Late totals'])

  // deleted while Amina writes in it: the field stays with every word, and she puts the note back
  const field = await amina.board.opensNote('Hours on forms')
  await facilitator.board.selects('Hours on forms')
  await facilitator.board.choosesInPanel('Delete')
  await seesMessage(amina, /^Somebody else deleted this note/)
  await jon.list.seesNoNote('Hours on forms')
  await expect(field).toBeFocused()
  await field.press('End')
  await field.pressSequentially(' every Friday')
  await field.press('Escape')
  await expect(amina.board.text('Hours on forms')).toHaveCount(0)
  await amina.page.getByRole('button', { name: 'Put back' }).last().click()
  await jon.list.seesNote('Hours on forms every Friday')
})

test('[B22] a facilitator moves a section and changes its size; what lies in it goes along', async ({ gather }) => {
  const { facilitator, jon } = await gather({ facilitator: 'board', jon: 'list' })
  const { board, page } = facilitator
  await board.isReady()
  await board.showsAll()
  await board.presses('Parked')
  await expect(board.panel.getByRole('heading', { name: 'Parked' })).toBeVisible()
  const sections = jon.page.getByRole('heading', { level: 2, name: /What|Parked/ })
  await expect(sections).toHaveText(['What gets in the way?', 'What could we do?', 'Parked'])
  await board.drags('Parked', 'Rules, money, habits, trust. One barrier per note.')
  await expect(sections).toHaveText(['What gets in the way?', 'Parked', 'What could we do?'])
  await board.tool('Undo').click()
  await expect(sections).toHaveText(['What gets in the way?', 'What could we do?', 'Parked'])
  await page.keyboard.press('Escape')
})

test('[B29] [B30] what is selected moves together, by pointer and by keys, as one step; what is locked stays', async ({
  gather,
}) => {
  const { amina, jon, created, device } = await gather({ amina: 'board', jon: 'list' })
  const room = await device.open(`canvas/${created.canvases[0]?.id}`)
  room.document.transact(() => {
    twoBarriers(room.document, created.member.id)
    const [section] = readCanvas(room.document).sections
    const author = { member: created.member.id as MemberId, side: 'local' as const, now: 2 }
    const spot = { in: section?.id as SectionId, after: null, before: null }
    const { ids } = addNotes(room.document, { texts: ['Alone', 'Kept here'], spot, author })
    lockItems(room.document, [{ is: 'note', id: ids[1] as (typeof ids)[number] }], true)
    addDrawing(room.document, {
      record: { v: 1, kind: 'rectangle', points: [150, 60], colour: 'red', size: 'thick' },
      place: { in: section?.id as SectionId, x: 520, y: 90 },
      author,
    })
  })
  await savedAll(room)
  await amina.board.isReady()
  await amina.board.showsAll()
  await amina.board.seesNote('Kept here')

  const { keyboard } = amina.page
  await amina.board.presses('Alone')
  await keyboard.down('Shift')
  await amina.board.presses('Kept here')
  await amina.board.presses('Bids')
  await keyboard.up('Shift')
  await expect(amina.board.panel.getByRole('heading', { name: '2 notes and 1 cluster selected' })).toBeVisible()
  await amina.board.drags('Alone', 'Not now. Listed in the record.')
  await seesMessage(amina, /^1 note stays where it is\. A facilitator has locked this/)
  await expect(jon.list.wordsIn('Not sorted, Parked')).toHaveText(['Alone'])
  await expect(jon.page.getByRole('region', { name: 'Parked' }).getByRole('heading', { name: /Bids/ })).toBeVisible()
  await keyboard.press('Control+z')
  await expect(jon.list.wordsIn('Not sorted, What gets in the way?')).toHaveText(['Alone', 'Kept here'])

  // the drawing and a barrier by keys; its notes are selected too, and go in it
  await amina.board.presses('Returns')
  for (let times = 0; times < 3; times += 1) await keyboard.press('Shift+ArrowDown')
  const all = '2 notes, 1 cluster and 1 drawing selected'
  await expect(amina.board.panel.getByRole('heading', { name: all })).toBeVisible()
  await keyboard.press(' ')
  await amina.hears('Picked up: 1 cluster and 1 drawing. In What gets in the way?')
  await keyboard.press('PageDown')
  await amina.hears('In What could we do?')
  await keyboard.press(' ')
  await amina.hears('Dropped. In What could we do?')
  const proposals = jon.page.getByRole('region', { name: 'What could we do?' })
  await expect(proposals.getByRole('heading', { name: /Returns/ })).toBeVisible()
  await expect(amina.board.tool('Undo')).toHaveAttribute('title', 'Undo move of 1 cluster and 1 drawing')
})
