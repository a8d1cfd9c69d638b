import { cleanup, render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LookBody } from '../connection/bodies'
import { answered, refused, stubServer } from '../connection/testing/stub-server'
import { JoinForm } from './join-form'

const look = (over: Partial<LookBody> = {}): LookBody => ({
  workshop: {
    id: 'workshop000001',
    title: 'Homelessness funding',
    purpose: '',
    runBy: 'The Department',
    contact: '',
    banner: 'none',
    sides: { central: 'Central', local: 'Local' },
    attribution: 'named',
  },
  link: { role: 'participant', side: null, kind: 'join' },
  organisations: [
    { name: 'The Department', side: 'central' },
    { name: 'Northshire Council', side: 'local' },
  ],
  already: null,
  door: 'open',
  ended: false,
  ...over,
})

const joined = answered({ member: { id: 'm', role: 'participant', side: 'local' }, workshop: {}, canvases: [] })

function open(body = look()) {
  const onJoined = vi.fn()
  const view = render(() => <JoinForm link={{ token: 'tok' }} look={body} onJoined={onJoined} />)
  return { onJoined, jon: userEvent.setup(), ...view }
}
const joinButton = () => screen.getByRole('button', { name: 'Join the workshop' })

beforeEach(() => sessionStorage.clear())
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('joining', () => {
  test('what is missing is said at the top, linked to its field, and nothing is sent', async () => {
    const { asked } = stubServer({})
    const { jon } = open()
    await jon.click(joinButton())
    const summary = screen.getByRole('alert')
    expect(document.activeElement).toBe(summary)
    const links = within(summary).getAllByRole('link')
    expect(links.map((link) => link.textContent)).toEqual([
      'Choose the side you are on',
      'Enter your name',
      'Enter your organisation',
    ])
    await jon.click(screen.getByRole('link', { name: 'Enter your name' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Your name'))
    expect(screen.getByLabelText('Your name').getAttribute('aria-invalid')).toBe('true')
    expect(asked).toEqual([])
  })

  test('Jon chooses Local, gives name and organisation, and is in', async () => {
    const { asked } = stubServer({ 'POST /api/join': joined })
    const { jon, onJoined } = open()
    await jon.click(screen.getByRole('radio', { name: 'Local' }))
    await jon.type(screen.getByLabelText('Your name'), 'Jon Pugh')
    await jon.type(screen.getByRole('combobox', { name: 'Organisation' }), 'Northshire Council')
    await jon.click(joinButton())
    expect(asked[0]?.body).toEqual({
      token: 'tok',
      name: 'Jon Pugh',
      organisation: 'Northshire Council',
      side: 'local',
      asSomebodyElse: false,
    })
    expect(onJoined).toHaveBeenCalledOnce()
  })

  test('choosing an expected organisation also says the side, unless one was chosen', async () => {
    stubServer({})
    const { jon } = open()
    await jon.click(screen.getByRole('combobox', { name: 'Organisation' }))
    await jon.click(screen.getByRole('option', { name: /Northshire Council/ }))
    expect(screen.getByRole('radio', { name: 'Local' })).toHaveProperty('checked', true)
  })

  test('a link that fixes the side asks for none and sends none', async () => {
    const { asked } = stubServer({ 'POST /api/join': joined })
    const { jon } = open(look({ link: { role: 'participant', side: 'local', kind: 'join' } }))
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.getByText('You are joining as', { exact: false }).textContent).toContain('Local')
    await jon.type(screen.getByLabelText('Your name'), 'Jon Pugh')
    await jon.type(screen.getByRole('combobox', { name: 'Organisation' }), 'Northshire')
    await jon.click(joinButton())
    expect(asked[0]?.body).not.toHaveProperty('side')
  })

  test('when the server is not reached, everything typed is still there', async () => {
    stubServer({})
    const { jon, onJoined } = open()
    await jon.click(screen.getByRole('radio', { name: 'Local' }))
    await jon.type(screen.getByLabelText('Your name'), 'Jon Pugh')
    await jon.type(screen.getByRole('combobox', { name: 'Organisation' }), 'Northshire')
    await jon.click(joinButton())
    expect(screen.getByRole('alert').textContent).toContain('could not be reached')
    expect(screen.getByLabelText('Your name')).toHaveProperty('value', 'Jon Pugh')
    expect(onJoined).not.toHaveBeenCalled()
  })

  test('leaving the page and coming back keeps what was typed', async () => {
    stubServer({})
    const { jon, unmount } = open()
    await jon.type(screen.getByLabelText('Your name'), 'Jon Pugh')
    unmount()
    open()
    expect(screen.getByLabelText('Your name')).toHaveProperty('value', 'Jon Pugh')
  })

  test('a second Jon is asked whether he has joined already, and may say that he is somebody else', async () => {
    const { asked } = stubServer({ 'POST /api/join': [refused('joined-already', { status: 409 }), joined] })
    const { jon, onJoined } = open(look({ link: { role: 'participant', side: 'local', kind: 'join' } }))
    await jon.type(screen.getByLabelText('Your name'), 'Jon Pugh')
    await jon.type(screen.getByRole('combobox', { name: 'Organisation' }), 'Northshire')
    await jon.click(joinButton())
    expect(document.activeElement?.textContent).toBe('Have you joined already?')
    await jon.click(screen.getByRole('button', { name: 'I am somebody else: join' }))
    expect(asked[1]?.body).toMatchObject({ name: 'Jon Pugh', asSomebodyElse: true })
    expect(onJoined).toHaveBeenCalledOnce()
  })

  test('what the server refuses is shown at the field it names', async () => {
    stubServer({ 'POST /api/join': refused('organisation-needed', { field: 'organisation' }) })
    const { jon } = open(look({ link: { role: 'participant', side: 'local', kind: 'join' } }))
    await jon.type(screen.getByLabelText('Your name'), 'Jon Pugh')
    await jon.type(screen.getByRole('combobox', { name: 'Organisation' }), '.')
    await jon.click(joinButton())
    expect(screen.getByRole('combobox', { name: 'Organisation' }).getAttribute('aria-invalid')).toBe('true')
  })
})

test('[L62] the page hears when somebody begins to fill it in, and not before', async () => {
  const onFilling = vi.fn()
  render(() => <JoinForm link={{ token: 'tok' }} look={look()} onJoined={() => {}} onFilling={onFilling} />)
  const jon = userEvent.setup()
  await jon.click(screen.getByRole('textbox', { name: /Your name/ }))
  expect(onFilling).not.toHaveBeenCalled()
  await jon.keyboard('J')
  expect(onFilling).toHaveBeenCalled()
})
