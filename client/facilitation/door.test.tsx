import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, expect, test, vi } from 'vitest'
import { answered, stubServer } from '../connection/testing/stub-server'
import { fay, jon, workshopOf } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { WaitingPeople } from './door'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

test('whoever would come in as a facilitator is seen to, beside their name and on the button', async () => {
  const atTheDoor = (name: string, role: string) => ({
    id: name,
    name,
    organisation: 'Leeds',
    side: null,
    role,
    askedAt: 1,
  })
  const waiting = [atTheDoor('Jon', 'participant'), atTheDoor('Kit', 'facilitator'), atTheDoor('Oscar', 'observer')]
  stubServer({ 'GET /api/workshops/workshop1/waiting': answered({ waiting }) })
  const { inside } = workshopOf({ me: fay, people: [fay, jon], door: 'closed' })
  render(() => (
    <WorkshopInsideProvider inside={inside}>
      <WaitingPeople />
    </WorkshopInsideProvider>
  ))
  expect(await screen.findByRole('button', { name: 'Let in Kit as facilitator' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Let in Oscar as observer' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Let in Jon' })).toBeTruthy()
  expect(screen.getAllByText(/^as /).map((word) => word.textContent)).toEqual(['as facilitator', 'as observer'])
})
