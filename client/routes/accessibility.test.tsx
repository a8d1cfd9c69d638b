import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { answered, stubServer } from '../connection/testing/stub-server'
import { AccessibilityPage } from './accessibility'

const title = document.title

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  document.title = title
})

function open(host: { name: string | null; contact: string | null }) {
  stubServer({ 'GET /api/config': answered({ host }) })
  render(() => <AccessibilityPage />)
}

const headings = (level: number) => screen.getAllByRole('heading', { level }).map((heading) => heading.textContent)

test('[L57] the statement has the headings of the model form, in its order', () => {
  open({ name: null, contact: null })
  expect(headings(1)).toEqual([`Accessibility statement for Concordat at ${window.location.host}`])
  expect(headings(2)).toEqual([
    'How accessible this website is',
    'Feedback and contact information',
    'Enforcement procedure',
    'Technical information about this website’s accessibility',
    'Compliance status',
    'Non-accessible content',
    'Preparation of this accessibility statement',
    'What we’re doing to improve accessibility',
  ])
  expect(headings(3)).toEqual([
    'Non-compliance with the accessibility regulations',
    'Disproportionate burden',
    'Content that’s not within the scope of the accessibility regulations',
  ])
})

test('[L57] it names who runs the server and links to whom they named', async () => {
  open({ name: 'Westshire Council', contact: 'access@westshire.example' })
  expect(await screen.findByText(/^Westshire Council is committed to/)).toBeTruthy()
  const link = screen.getByRole('link', { name: 'access@westshire.example' })
  expect(link.getAttribute('href')).toBe('mailto:access@westshire.example')
  expect(screen.queryByText(/has not been given a contact/)).toBeNull()
})

test('[L57] where nobody is named it says so, and invents nobody', async () => {
  open({ name: null, contact: null })
  expect(screen.getByText(/has not been given a contact for accessibility/)).toBeTruthy()
  expect(await screen.findByText(/^The organisation that runs this server is committed to/)).toBeTruthy()
})

test('[L57] a contact that is a page is a link to it; other words stay words', async () => {
  open({ name: null, contact: '01632 960 001, from 9 to 5' })
  expect(await screen.findByText('01632 960 001, from 9 to 5')).toBeTruthy()
  expect(screen.queryByRole('link', { name: /01632/ })).toBeNull()
  cleanup()
  open({ name: null, contact: 'https://westshire.example/help' })
  expect((await screen.findByRole('link', { name: /westshire/ })).getAttribute('href')).toBe(
    'https://westshire.example/help',
  )
})
