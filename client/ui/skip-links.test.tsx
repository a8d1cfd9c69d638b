import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { SkipLinks } from './shell'

afterEach(cleanup)

test('[L45] the first Tab of a page is a skip link; it takes focus to a heading or a field, and leaves the address', async () => {
  const person = userEvent.setup()
  render(() => (
    <>
      <SkipLinks
        links={[
          { href: '#now', label: 'Skip to what to do now' },
          { href: '#add', label: 'Skip to add a note' },
        ]}
      />
      <a href="/">Home</a>
      <h1 id="now">Sort the notes</h1>
      <button type="button">Between</button>
      <textarea id="add" aria-label="Note" />
    </>
  ))
  const before = location.href
  await person.tab()
  expect(document.activeElement).toBe(screen.getByRole('link', { name: 'Skip to what to do now' }))
  await person.keyboard('{Enter}')
  expect(document.activeElement).toBe(screen.getByRole('heading'))
  await person.tab()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Between' }))
  await person.click(screen.getByRole('link', { name: 'Skip to add a note' }))
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' }))
  expect(location.href).toBe(before)
})
