import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { refused, stubServer } from '../connection/testing/stub-server'
import { WorkshopProvider } from './workshop-context'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('somebody who is not a member is told so, after the page was loading', async () => {
  stubServer({ 'GET /api/workshops/w1': refused('not-a-member', { status: 404 }) })
  render(() => (
    <WorkshopProvider workshopId="w1" otherwise={(gate) => <p>{gate.is === 'refused' ? gate.code : gate.is}</p>}>
      inside
    </WorkshopProvider>
  ))
  expect(screen.getByText('loading')).toBeTruthy()
  expect(await screen.findByText('not-a-member')).toBeTruthy()
})
