import { cleanup, render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { LiveRegion } from '../../ui/live-region'
import { person, workshopOf } from '../testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop-context'
import { PeoplePanel } from './people-panel'

afterEach(cleanup)

const many = Array.from({ length: 30 }, (_, index) => ({
  ...person(`Person ${index}`, index % 2 ? 'local' : 'central'),
  organisation: index % 2 ? 'Westshire Council' : 'Department',
}))

function open(options: { people?: typeof many; here?: typeof many } = {}) {
  const { inside, workshop } = workshopOf({ people: options.people ?? many })
  const now = { ...workshop, here: () => options.here ?? [] }
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop: now }}>
      <PeoplePanel open onClose={() => {}} actions={(member) => <button type="button">More, {member.name}</button>} />
      <LiveRegion />
    </WorkshopInsideProvider>
  ))
  return userEvent.setup()
}

describe('the list of people', () => {
  test('says in words who is here, and counts them by side and organisation', () => {
    open({ here: many.slice(0, 3) })
    expect(screen.getByText('3 here now, 30 have joined')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 3, name: /^Central/ }).textContent).toContain('2 of 15 here')
    const row = screen.getByText('Person 1').closest('li')
    expect(row?.textContent).toContain('here')
    expect(screen.getByText('Person 9').closest('li')?.textContent).toContain('away')
  })

  test('is searched where there are many, and says how many were found', async () => {
    const user = open()
    await user.type(screen.getByRole('searchbox', { name: 'Find a person or an organisation' }), 'person 2')
    const list = screen.getByRole('region', { name: 'Everybody, by side and organisation' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(12)
    // once they have paused, not at each letter
    expect(screen.queryByText(/people found/)).toBeNull()
    expect(await screen.findByText('12 people found')).toBeTruthy()
  })

  test('lists hundreds bit by bit, and all of them', async () => {
    const hundreds = Array.from({ length: 300 }, (_, index) => person(`Person ${index}`, 'local'))
    open({ people: hundreds })
    const list = screen.getByRole('region', { name: 'Everybody, by side and organisation' })
    expect(list.querySelectorAll('li').length).toBeLessThan(100)
    expect(screen.getByRole('heading', { level: 3, name: /^Local/ }).textContent).toContain('0 of 300 here')
    await vi.waitFor(() => expect(list.querySelectorAll('li')).toHaveLength(300), { timeout: 10_000 })
  })

  test('of a few has no field in the way', () => {
    open({ people: many.slice(0, 5) })
    expect(screen.queryByRole('searchbox')).toBeNull()
  })
})
