import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CanvasId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import type { RoomName } from '../../shared/domain/room'
import type { ConnectionStatus } from '../connection/connection-status'
import { answered, onItsWay, stubServer } from '../connection/testing/stub-server'
import { Toasts } from '../ui/toast'
import { amina, fay, person, workshopOf } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { LeaveDialog } from './leave-dialog'

const LEAVE = 'POST /api/me/leave'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

type Scene = { me?: Member; people?: Member[]; endedAt?: number; status?: ConnectionStatus }

function open({ me = amina, people, endedAt, status: first = { is: 'live', unsaved: 0 } }: Scene = {}) {
  const { inside, workshop, notAdded } = workshopOf({ me, ...(people ? { people } : {}) })
  const [status, setStatus] = createSignal(first)
  const canvases = [{ id: 'canvas1' as CanvasId, title: 'Canvas' }]
  const state = workshop.stage.workshop && { ...workshop.stage.workshop, canvases, endedAt: endedAt ?? null }
  const now = { ...workshop, status, stage: { ...workshop.stage, workshop: state } }
  const went: string[] = []
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop: now }}>
      <LeaveDialog open onClose={() => went.push('stayed')} onLeft={() => went.push('home')} />
      <Toasts />
    </WorkshopInsideProvider>
  ))
  return { user: userEvent.setup(), went, setStatus, notAdded }
}

const leaveButton = (name: string | RegExp = 'Leave') => screen.getByRole('button', { name })
const loseButton = () => leaveButton('Leave and lose it')

describe('leaving on this device', () => {
  test('the seat is given up, and then everything of this person goes, and nothing of others', async () => {
    localStorage.setItem('concordat/not-added/workshop1/amina', '[]')
    localStorage.setItem('concordat/not-added/workshop1/jon', '[]')
    sessionStorage.setItem('concordat/draft/amina/canvas1', 'half a note')
    sessionStorage.setItem('concordat/draft/jon/canvas1', 'of somebody beside')
    const { asked } = stubServer({ [LEAVE]: answered({ done: true }) })
    const { user, went } = open()
    await user.click(leaveButton())
    expect(asked).toEqual([{ what: LEAVE, body: { workshopId: 'workshop1' } }])
    expect(went).toEqual(['home'])
    await screen.findAllByText('You have left Homelessness funding on this device. Nothing of it is kept here.')
    expect(Object.keys(localStorage)).toEqual(['concordat/not-added/workshop1/jon'])
    expect(Object.keys(sessionStorage)).toEqual(['concordat/draft/jon/canvas1'])
  })

  test('focus starts on the safe button', async () => {
    stubServer({})
    const { user, went } = open()
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Stay'))
    await user.keyboard('{Enter}')
    expect(went).toEqual(['stayed'])
  })

  test('what is being saved is waited for', async () => {
    const { asked } = stubServer({ [LEAVE]: answered({ done: true }) })
    const { user, went, setStatus } = open({ status: { is: 'live', unsaved: 2 } })
    expect(screen.getByText(/Saving 2 changes of yours/)).toBeTruthy()
    await user.click(leaveButton())
    expect(asked).toEqual([])
    setStatus({ is: 'live', unsaved: 0 })
    await vi.waitFor(() => expect(went).toEqual(['home']))
  })

  test('what then does not get saved is said, and asked about again', async () => {
    const { asked } = stubServer({ [LEAVE]: answered({ done: true }) })
    const { user, went, setStatus } = open({ status: { is: 'live', unsaved: 2 } })
    await user.click(leaveButton())
    setStatus({ is: 'saving-paused', unsaved: 2 })
    expect(screen.getByText(/^2 changes of yours are not saved\./)).toBeTruthy()
    setStatus({ is: 'live', unsaved: 0 })
    expect(asked).toEqual([])
    setStatus({ is: 'saving-paused', unsaved: 1 })
    await user.click(loseButton())
    await vi.waitFor(() => expect(went).toEqual(['home']))
  })

  test('offline it waits for the connection, and says what is kept until then', async () => {
    const { asked } = stubServer({})
    const { user, setStatus } = open({ status: { is: 'offline', unsaved: 3 } })
    const why = 'Offline: leaving waits for the connection. Until then 3 changes of yours stay here.'
    expect(screen.getByText(why)).toBeTruthy()
    const described = leaveButton().getAttribute('aria-describedby') ?? ''
    expect(document.getElementById(described)?.textContent).toBe(why)
    await user.click(leaveButton())
    expect(asked).toEqual([])
    setStatus({ is: 'live', unsaved: 0 })
    expect(leaveButton().getAttribute('aria-disabled')).toBeNull()
  })

  test('words under “Not added” are lost, which is said before', async () => {
    stubServer({ [LEAVE]: answered({ done: true }) })
    const { notAdded, user, went } = open()
    const words = [{ path: ['notes', 'n1', 'text'], text: 'Refused', home: null }]
    notAdded.keep('canvas/canvas1' as RoomName, { code: 'canvas-locked', words })
    expect(screen.getByText('1 text under “Not added” goes too. Copy it first if you need it.')).toBeTruthy()
    await user.click(loseButton())
    expect(went).toEqual(['home'])
  })

  test('an answer that does not come keeps everything, and the person in', async () => {
    localStorage.setItem('concordat/not-added/workshop1/amina', '[]')
    stubServer({})
    const { user, went } = open()
    await user.click(leaveButton())
    await screen.findAllByText(/^The server could not be reached/)
    expect(went).toEqual([])
    expect(localStorage).toHaveLength(1)
    expect(leaveButton().getAttribute('aria-busy')).toBeNull()
  })

  test('while the answer is on its way nothing else is asked', async () => {
    const { asked } = stubServer({ [LEAVE]: onItsWay })
    const { user, went } = open()
    await user.click(leaveButton())
    await user.click(screen.getByRole('button', { name: /Leave/ }))
    await user.click(screen.getByRole('button', { name: 'Stay' }))
    expect(asked).toHaveLength(1)
    expect(went).toEqual([])
  })
})

describe('how to come back', () => {
  const links = { links: [{ key: 'return', url: 'https://a.test/join/x' }] }

  test('the only facilitator is told what that means, and can take the private link along', async () => {
    stubServer({ 'GET /api/workshops/workshop1/links': answered(links) })
    open({ me: fay })
    expect(screen.getByText('You are the only facilitator')).toBeTruthy()
    expect(await screen.findByRole('button', { name: 'Copy my private link' })).toBeTruthy()
  })

  test('one of two is not', () => {
    stubServer({})
    open({ me: fay, people: [fay, amina, person('Cora', null, 'facilitator')] })
    expect(screen.queryByText('You are the only facilitator')).toBeNull()
    expect(screen.getByText(/you need your private link/)).toBeTruthy()
  })

  test('a participant uses the link or the code; after the end there is no way back', () => {
    stubServer({})
    open()
    expect(screen.getByText(/^To come back, open the link or type the code/)).toBeTruthy()
    cleanup()
    open({ endedAt: 5 })
    expect(screen.getByText(/^The workshop has ended and nobody can join any more/)).toBeTruthy()
  })
})
