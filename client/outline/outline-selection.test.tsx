import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { deleteNotes } from '../../shared/document/edits'
import { outlineOf } from '../workshop/testing/canvas-in-memory'
import { fay } from '../workshop/testing/workshop-of'
import { aroundEveryTest, openList, said } from './testing/open-list'

aroundEveryTest()

const box = (words: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `Select, ${words}` })
const bar = () => within(screen.getByRole('region', { name: 'What is selected' }))

async function selecting(...texts: string[]) {
  const user = userEvent.setup()
  const list = openList({ me: fay })
  const ids = texts.map((text) => list.note(text))
  list.show()
  await user.click(screen.getByRole('button', { name: 'Select' }))
  const inOrder = outlineOf(list.document)[0] ?? []
  return { ...list, user, ids, inOrder }
}

describe('[L4] several notes selected', () => {
  test('a range by Shift, deleted in one step that undo takes back; focus goes to the next that stays', async () => {
    const { user, document, inOrder } = await selecting('one', 'two', 'three', 'four')
    const [first = '', , third = '', fourth = ''] = inOrder
    await user.click(box(first))
    await user.keyboard('{Shift>}')
    await user.click(box(third))
    await user.keyboard('{/Shift}')
    expect(bar().getByRole('heading', { name: '3 selected' })).toBeTruthy()
    await said('3 selected')
    await user.click(bar().getByRole('button', { name: 'Delete' }))
    expect(outlineOf(document)[0]).toEqual([fourth])
    expect(globalThis.document.activeElement).toBe(box(fourth))
    await user.keyboard('{Control>}z{/Control}')
    expect(outlineOf(document)[0]).toEqual(inOrder)
  })

  test('moved together by Move to…; nothing stays selected', async () => {
    const { user, document, cluster, inOrder } = await selecting('one', 'two', 'three')
    cluster('Money', 'barrier')
    const [first = '', second = '', third = ''] = inOrder
    await user.click(box(first))
    await user.click(box(second))
    await user.click(bar().getByRole('button', { name: 'Move to…' }))
    await user.type(await screen.findByRole('textbox', { name: 'Find a heading' }), 'money{Enter}')
    expect(outlineOf(document)[0]).toEqual([third, `barrier Money: ${first}, ${second}`])
    await vi.waitFor(() => expect(globalThis.document.activeElement).toBe(box(third)))
    expect(bar().getByRole('heading', { name: 'Nothing selected' })).toBeTruthy()
  })

  test('a new cluster of them is named at once; copies lie after their originals', async () => {
    const { user, document, inOrder } = await selecting('one', 'two')
    const [first = '', second = ''] = inOrder
    await user.click(box(second))
    await user.click(bar().getByRole('button', { name: 'Duplicate' }))
    expect(outlineOf(document)[0]).toEqual([first, second, second])
    await user.click(box(first))
    await user.click(bar().getByRole('button', { name: 'New cluster from them' }))
    const title = await screen.findByRole('textbox', { name: 'Title of the barrier' })
    await vi.waitFor(() => expect(globalThis.document.activeElement).toBe(title))
    await user.keyboard('Money{Enter}')
    expect(outlineOf(document)[0]).toEqual([second, second, `barrier Money: ${first}`])
  })

  test('[L5] what a filter hides or others delete is not acted on', async () => {
    const { user, ids, document, jonDoes, inOrder } = await selecting('one', 'two', 'three')
    await user.click(bar().getByRole('button', { name: 'Select all shown' }))
    const [one] = ids
    jonDoes((his) => one && deleteNotes(his, [one], 2))
    expect(bar().getByRole('heading', { name: '2 selected' })).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: 'Search notes and headings' }), 'two')
    expect(bar().getByRole('heading', { name: '1 selected' })).toBeTruthy()
    await user.click(bar().getByRole('button', { name: 'Delete' }))
    expect(outlineOf(document)[0]).toEqual(inOrder.filter((text) => text === 'three'))
    await user.click(bar().getByRole('button', { name: 'Done' }))
    expect(globalThis.document.activeElement).toBe(screen.getByRole('button', { name: 'Select' }))
  })

  test('selecting ends with the step, and focus goes to the list that stays', async () => {
    const { user, inOrder, setMayEdit } = await selecting('one', 'two')
    await user.click(box(inOrder[0] ?? ''))
    bar().getByRole('button', { name: 'Done' }).focus()
    setMayEdit('step')
    await vi.waitFor(() => expect(screen.queryByRole('region', { name: 'What is selected' })).toBeNull())
    expect(globalThis.document.activeElement?.id).toBe('notes')
  })
})
