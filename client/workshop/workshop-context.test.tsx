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

test('somebody who was removed while away keeps no copies here, others of this device do', async () => {
  const gone: string[] = []
  const names = ['concordat/amina1/canvas/c1', 'concordat/amina1/agreement/w1', 'concordat/amina10/canvas/c2', 'other']
  vi.stubGlobal('indexedDB', {
    databases: async () => names.map((name) => ({ name, version: 1 })),
    deleteDatabase(name: string) {
      gone.push(name)
      return {}
    },
  })
  const detail = { memberId: 'amina1' }
  stubServer({ 'GET /api/workshops/w1': refused('removed', { status: 403, detail }) })
  render(() => (
    <WorkshopProvider workshopId="w1" otherwise={(gate) => <p>{gate.is === 'refused' ? gate.code : gate.is}</p>}>
      inside
    </WorkshopProvider>
  ))
  await screen.findByText('removed')
  await vi.waitFor(() => expect(gone).toEqual(names.slice(0, 2)))
})
