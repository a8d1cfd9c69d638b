import { fireEvent, screen } from '@solidjs/testing-library'
import { expect, test } from 'vitest'
import { outlineOf } from '../workshop/testing/canvas-in-memory'
import { aroundEveryTest, openList } from './testing/open-list'

aroundEveryTest()

test('[L47] a long press opens, selects, moves and deletes nothing, and leaves the phone its own menu for words', () => {
  const { note, cluster, document: doc, barriers, show } = openList()
  const inside = note('Bids in March')
  cluster('Annual bids', 'barrier', [inside], barriers)
  note('Four returns')
  show()
  const before = [outlineOf(doc), screen.getAllByRole('button').length]
  const pressed = [
    screen.getByText('Four returns'),
    screen.getByRole('button', { name: 'Move to…, Four returns' }),
    screen.getByRole('heading', { name: 'Barrier: Annual bids' }),
    screen.getByRole('button', { name: 'Add' }),
  ]
  for (const element of pressed) {
    fireEvent.pointerDown(element, { pointerType: 'touch', button: 0 })
    fireEvent.touchStart(element)
    // what a phone sends after half a second: words are selected, no click follows
    const isLeftToPhone = fireEvent.contextMenu(element)
    expect(isLeftToPhone).toBe(true)
    fireEvent.pointerCancel(element, { pointerType: 'touch' })
    fireEvent.touchCancel(element)
  }
  expect([outlineOf(doc), screen.getAllByRole('button').length]).toEqual(before)
  expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull()
  expect(screen.queryByRole('menu')).toBeNull()
})

test('[L47] words that a long press has selected stay selected when the finger goes up', () => {
  const { note, show } = openList()
  note('Four returns')
  show()
  const words = screen.getByText('Four returns')
  document.getSelection()?.selectAllChildren(words)
  fireEvent.click(words)
  expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull()
  expect(document.getSelection()?.toString()).toBe('Four returns')
})
