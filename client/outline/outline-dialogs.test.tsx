import { screen, waitFor } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { deleteNotes } from '../../shared/document/edits'
import { fay } from '../workshop/testing/workshop-of'
import { addField, aroundEveryTest, openList } from './testing/open-list'

aroundEveryTest()

type User = ReturnType<typeof userEvent.setup>

/** jsdom animates nothing, and what closes waits for the end of its animation. */
function endAnimations(): void {
  for (const closing of document.querySelectorAll('[data-closed]'))
    closing.dispatchEvent(Object.assign(new Event('animationend'), { animationName: '' }))
}

const button = (name: string | RegExp) => screen.getByRole('button', { name })
const fromMenu = (menu: string, item: string | RegExp) => async (user: User) => {
  const opener = button(menu)
  opener.focus()
  await user.keyboard('{Enter}')
  const found = await screen.findByRole('menuitem', { name: item })
  found.focus()
  await user.keyboard('{Enter}')
  endAnimations()
  return opener
}
const byButton = (name: string | RegExp) => async (user: User) => {
  const opener = button(name)
  opener.focus()
  await user.keyboard('{Enter}')
  return opener
}

/** Every dialog that opens over the list, by keys, and what it is opened from. */
const DIALOGS: Record<string, (user: User) => Promise<HTMLElement>> = {
  'move a note': byButton('Move to…, Bids in March'),
  'move a heading': fromMenu('More, One report', /^Move to another section/),
  'move several': async (user) => {
    await user.click(button('Select'))
    await user.click(screen.getByRole('checkbox', { name: 'Select heading, One report' }))
    return byButton('Move to…')(user)
  },
  merge: fromMenu('More, Annual bids', /^Merge into/),
  'link barriers': byButton('Link barriers'),
  split: fromMenu('More, Annual bids', /^Split/),
  'change a section': fromMenu('More, section What gets in the way?', /^Change section/),
  'recently deleted': byButton(/^Recently deleted/),
  'many lines': async (user) => {
    addField().focus()
    await user.paste('One\nTwo\nThree')
    return addField()
  },
}

function open() {
  const list = openList({ me: fay })
  const [a, b, gone] = ['Bids in March', 'Bids in June', 'Gone'].map((text) => list.note(text, list.barriers, fay))
  list.cluster(
    'Annual bids',
    'barrier',
    [a, b].filter((id) => id !== undefined),
  )
  list.cluster('Nobody reports back', 'barrier')
  list.cluster('One report', 'proposal', [], list.proposals)
  if (gone) deleteNotes(list.document, [gone], 1)
  list.show()
}

describe.each(Object.entries(DIALOGS))('[L46] %s', (_name, opens) => {
  test('takes focus, keeps it, and Escape gives it back to where it was opened', async () => {
    open()
    const user = userEvent.setup()
    const opener = await opens(user)
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
    for (const shift of [false, true, true]) {
      await user.tab({ shift })
      expect(dialog.contains(document.activeElement)).toBe(true)
    }
    await user.keyboard('{Escape}')
    endAnimations()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(opener))
  })
})

test('[L46] every kind of dialog of the list is in this table', async () => {
  const { readFileSync } = await import('node:fs')
  const source = readFileSync('client/outline/outline-context.ts', 'utf8')
  const kinds = /export type OutlineDialog =([\s\S]*?)\n\n/.exec(source)?.[1]?.match(/is: '/g) ?? []
  expect(Object.keys(DIALOGS)).toHaveLength(kinds.length)
})

test('[L45] the skip links of the list lead somewhere: to the notes, and to the field for one’s own', () => {
  open()
  expect(document.getElementById('notes')?.tabIndex).toBe(-1)
  expect(document.getElementById('add-note-text')).toBe(addField())
})
