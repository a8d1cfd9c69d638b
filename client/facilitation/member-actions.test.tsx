import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Member } from '../../shared/domain/member'
import { answered, refused, stubServer } from '../connection/testing/stub-server'
import { Toasts } from '../ui/toast'
import { fay, jon, person, workshopOf } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { MemberActions } from './member-actions'
import { MergeOrganisations } from './merge-organisations'
import { createPersonDialogs, PersonDialogs } from './person-dialogs'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const cora = person('Cora', null, 'facilitator')
const oscar = person('Oscar', null, 'observer')

async function openMenuOf(member: Member, people = [fay, jon, cora, oscar]) {
  const { inside } = workshopOf({ me: fay, people })
  const user = userEvent.setup()
  render(() => {
    const dialogs = createPersonDialogs()
    return (
      <WorkshopInsideProvider inside={inside}>
        <MemberActions member={member} dialogs={dialogs} />
        <PersonDialogs control={dialogs} />
        <Toasts />
      </WorkshopInsideProvider>
    )
  })
  await user.click(screen.getByRole('button', { name: `More, ${member.name}` }))
  return user
}

const item = (name: RegExp) => screen.findByRole('menuitem', { name })

describe('what a facilitator can do with a person', () => {
  test('making somebody a facilitator asks first', async () => {
    const { asked } = stubServer({ 'POST /api/workshops/workshop1/members/jon/role': answered({ member: {} }) })
    const user = await openMenuOf(jon)
    await user.click(await item(/^Make facilitator/))
    expect(asked).toHaveLength(0)
    await user.click(await screen.findByRole('button', { name: 'Make facilitator' }))
    expect(asked.map((one) => one.body)).toEqual([{ role: 'facilitator' }])
    expect(await screen.findByText('Jon is a facilitator now')).toBeTruthy()
  })

  test('taking it back from somebody on no side asks for one', async () => {
    const { asked } = stubServer({ 'POST /api/workshops/workshop1/members/cora/role': answered({ member: {} }) })
    const user = await openMenuOf(cora)
    await user.click(await item(/^Take the role back/))
    await user.click(await screen.findByRole('button', { name: 'Take the role back' }))
    expect(await screen.findByText('Choose a side.')).toBeTruthy()
    expect(asked).toHaveLength(0)
    await user.click(screen.getByRole('radio', { name: 'Local' }))
    await user.click(screen.getByRole('button', { name: 'Take the role back' }))
    expect(asked.map((one) => one.body)).toEqual([{ role: 'participant', side: 'local' }])
  })

  test('an observer is not made one, the last one keeps it, and nobody removes themselves', async () => {
    await openMenuOf(oscar)
    expect((await item(/^Make facilitator/)).getAttribute('aria-disabled')).toBe('true')
    cleanup()
    await openMenuOf(fay, [fay, jon])
    expect((await item(/^Give up the role/)).textContent).toContain('A workshop needs a facilitator')
    expect(screen.queryByRole('menuitem', { name: /^Remove/ })).toBeNull()
  })

  test('a refusal is said in words', async () => {
    stubServer({ 'POST /api/workshops/workshop1/members/jon/role': refused('removed-before', { status: 409 }) })
    const user = await openMenuOf(jon)
    await user.click(await item(/^Make facilitator/))
    await user.click(await screen.findByRole('button', { name: 'Make facilitator' }))
    expect(await screen.findByText('This person was removed. Let them back in first.')).toBeTruthy()
  })
})

describe('merging spellings', () => {
  const from = (name: string, organisation: string) => ({ ...person(name, 'local'), organisation })

  async function open(...people: Member[]) {
    const { inside } = workshopOf({ me: fay, people: [fay, ...people] })
    const user = userEvent.setup()
    render(() => (
      <WorkshopInsideProvider inside={inside}>
        <MergeOrganisations />
        <Toasts />
      </WorkshopInsideProvider>
    ))
    await user.click(screen.getByRole('button', { name: 'Merge spellings…' }))
    return user
  }

  test('offers likely pairs, and the spelling of most people as the one to keep', async () => {
    const { asked } = stubServer({ 'POST /api/workshops/workshop1/organisations/merge': answered({ members: [{}] }) })
    const user = await open(from('Jon', 'Westshire'), from('Kit', 'Westshire'), from('Lou', 'West Shire'))
    await user.click(await screen.findByRole('button', { name: 'Choose “West Shire” and “Westshire”' }))
    const keep = screen.getByRole<HTMLInputElement>('combobox', { name: 'Write all of them as' })
    expect(keep.value).toBe('Westshire')
    await user.click(screen.getByRole('button', { name: 'Write them alike' }))
    expect(asked.map((one) => one.body)).toEqual([{ spellings: ['West Shire', 'Westshire'], keep: 'Westshire' }])
    expect(await screen.findByText('1 person now from Westshire')).toBeTruthy()
  })

  test('nothing chosen, or one that is written like that already, is nothing to merge', async () => {
    const { asked } = stubServer({})
    const user = await open(from('Jon', 'Westshire'))
    const said = () => screen.findAllByText('Choose two that mean the same, or one to write otherwise.')
    await user.click(await screen.findByRole('button', { name: 'Write them alike' }))
    expect((await said()).length).toBeGreaterThan(0)
    await user.click(screen.getByRole('checkbox', { name: 'Westshire' }))
    await user.click(screen.getByRole('button', { name: 'Write them alike' }))
    expect((await said()).length).toBeGreaterThan(0)
    expect(asked).toHaveLength(0)
  })
})
