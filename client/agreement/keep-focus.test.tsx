import { cleanup, screen, waitFor, within } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { setActionBinned, setCommitmentRemoved } from '../../shared/document/agreement'
import { amina, copies, draftIn, openAgreement, putOf, writeDraft } from './testing/open-agreement'

afterEach(cleanup)

const card = (name: string) => screen.getByRole('article', { name })
const what = (inside: HTMLElement, side: string) =>
  within(within(inside).getByRole('group', { name: `${side} commits` })).getByLabelText('Commits to')
const focused = () => document.activeElement?.textContent?.trim()
const said = (words: string) => screen.findByText(words, { selector: '[data-live] p' })

/** Amina words two drafts; Jon has his own copy. */
function open() {
  const { mine, theirs, settle } = copies()
  const one = writeDraft(mine)
  writeDraft(mine, { title: 'A three-year settlement' })
  settle()
  const page = openAgreement({ me: amina, document: mine })
  const jonDoes = (act: () => void) => {
    act()
    settle()
  }
  return { ...page, mine, theirs, one, jonDoes }
}

test('[L24] the draft that one writes in is deleted: focus is on the next, and it is said', async () => {
  const { theirs, one, jonDoes } = open()
  what(card('One report replaces four'), 'Central').focus()
  jonDoes(() => setActionBinned(theirs, one.action, 5))
  await waitFor(() => expect(focused()).toBe('A three-year settlement'))
  await said('“One report replaces four” was deleted; you are on “A three-year settlement”')
})

test('[L24] the commitment that one writes in is removed: focus is on the heading of its card', async () => {
  const { theirs, one, jonDoes } = open()
  what(card('One report replaces four'), 'Central').focus()
  jonDoes(() => setCommitmentRemoved(theirs, one.action, one.commitments[0] ?? ('' as never), true))
  await waitFor(() => expect(focused()).toBe('One report replaces four'))
  await said('What you were on is not there any more; you are on “One report replaces four”')
})

test('[L24] it is put to agreement while one writes: focus is on its heading, which is for reading now', async () => {
  const { mine, setStage } = open()
  what(card('One report replaces four'), 'Central').focus()
  setStage('actions', [putOf(draftIn(mine))])
  await waitFor(() => expect(focused()).toContain('One report replaces four'))
  expect(document.activeElement?.tagName).toBe('H2')
})

test('[L24] others’ changes move nobody’s focus while what one is on is there', async () => {
  const { theirs, one, jonDoes } = open()
  const field = what(card('A three-year settlement'), 'Local')
  field.focus()
  jonDoes(() => setActionBinned(theirs, one.action, 5))
  await waitFor(() => expect(screen.queryByRole('article', { name: 'One report replaces four' })).toBeNull())
  expect(document.activeElement).toBe(field)
})
