import { MemoryRouter, Route } from '@solidjs/router'
import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import type { CallRefusal } from '../../connection/call'
import { hush, LiveRegion } from '../../ui/live-region'
import { GatePage } from './gate-page'

afterEach(() => {
  cleanup()
  hush()
})

function open(refusal: CallRefusal) {
  render(() => (
    <>
      <MemoryRouter>
        <Route path="*" component={() => <GatePage refusal={refusal} workshopId="w1" />} />
      </MemoryRouter>
      <LiveRegion />
    </>
  ))
}

test('[L20] that one was removed is said at once', async () => {
  open('removed')
  expect(
    await screen.findByText('You are no longer in this workshop', { selector: '[data-live="alert"] p' }),
  ).toBeTruthy()
})

test('[L20] that the server cannot be reached is for reading', async () => {
  open('no-answer')
  await screen.findByRole('heading', { name: 'The server cannot be reached' })
  expect(document.querySelector('[data-live="alert"]')?.textContent).toBe('')
})
