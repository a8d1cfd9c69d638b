import { cleanup, screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { PutAction } from '../../shared/domain/action'
import type { Member } from '../../shared/domain/member'
import {
  amina,
  answerBy,
  copies,
  draftIn,
  fay,
  jo,
  jon,
  openAgreement,
  oscar,
  putOf,
  serverSays,
  writeDraft,
} from './testing/open-agreement'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function openPut(me: Member, more: Partial<PutAction> = {}) {
  const { mine } = copies()
  writeDraft(mine)
  return openAgreement({ me, document: mine, actions: [putOf(draftIn(mine), more)] })
}

const answerRow = (organisation: string) => within(screen.getByRole('row', { name: new RegExp(organisation) }))
const buttons = () =>
  screen.queryAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent)

describe('who may do what', () => {
  const answers = [answerBy(jon)]

  test('somebody of an organisation that has not answered answers for it, and for no other', () => {
    openPut(amina, { answers })
    expect(answerRow('Department').getByRole('button', { name: 'Answer for Department' })).toBeTruthy()
    expect(answerRow('Northshire').queryByRole('button')).toBeNull()
  })

  test('who answered may change it; a colleague may dispute it', () => {
    openPut(jon, { answers })
    expect(buttons()).toContain('Change this answer for Northshire Council')
    expect(buttons()).not.toContain('Dispute this answer for Northshire Council')
    cleanup()
    openPut(jo, { answers })
    expect(buttons()).toContain('Dispute this answer for Northshire Council')
    expect(buttons()).not.toContain('Change this answer for Northshire Council')
  })

  test('a disputed answer is crossed out until anybody of the organisation answers again', () => {
    const disputed = { name: 'Jo', reason: 'the cabinet has not met', at: 9 }
    openPut(jon, { answers: [answerBy(jon, { disputed })] })
    expect(screen.getByText(/Disputed by Jo: “the cabinet has not met”/)).toBeTruthy()
    expect(buttons()).toContain('Answer again for Northshire Council')
    expect(screen.getByText(/Waiting for Department and Northshire Council/)).toBeTruthy()
  })

  test.each([oscar, fay])('nobody else answers or disputes: $name', (me) => {
    openPut(me, { answers })
    expect(buttons().filter((name) => name && /answer/i.test(name))).toEqual([])
  })

  test('a record offers nothing to press and says who had not answered', () => {
    openPut(jon, { answers, status: 'record', recordedAt: Date.UTC(2026, 2, 4), closedEarly: true })
    expect(answerRow('Northshire').queryByRole('button')).toBeNull()
    expect(screen.getByText('Signing was closed before Department had answered.')).toBeTruthy()
    expect(screen.getByText(/Review on 4 September 2026/)).toBeTruthy()
  })
})

describe('the answer form', () => {
  async function openForm() {
    const opened = openPut(jon)
    const person = userEvent.setup()
    await person.click(screen.getByRole('button', { name: 'Answer for Northshire Council' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Answer for Northshire Council' }))
    const field = (name: string) => dialog.getByLabelText<HTMLInputElement>(name)
    const send = () => person.click(dialog.getByRole('button', { name: 'Send answer' }))
    return { ...opened, person, dialog, field, send }
  }

  test('says what is missing at the field and at the top, and sends nothing', async () => {
    const sent = serverSays()
    const { dialog, field, person, send } = await openForm()
    expect(field('Your name').value).toBe('Jon')
    await send()
    const summary = within(dialog.getByRole('alert'))
    expect(summary.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Enter your job title',
      'Choose an answer',
    ])
    expect(field('Job title').getAttribute('aria-invalid')).toBe('true')
    await person.click(summary.getByRole('link', { name: 'Enter your job title' }))
    expect(document.activeElement).toBe(field('Job title'))
    expect(sent).toEqual([])
  })

  test('a reservation needs its reason, asking first its day', async () => {
    const sent = serverSays({ status: 200, body: {} })
    const { dialog, field, person, send } = await openForm()
    await person.type(field('Job title'), 'Head of housing')
    await person.click(dialog.getByRole('radio', { name: 'I need to ask first' }))
    await send()
    expect(dialog.getAllByText('Give the day by which you will have an answer').length).toBe(2)
    await person.click(dialog.getByRole('radio', { name: 'Agree, with reservation' }))
    await send()
    expect(dialog.getAllByText('Say what your reservation is').length).toBe(2)
    await person.type(field('What is your reservation?'), 'subject to cabinet')
    await send()
    expect(sent.map(({ body }) => body)).toEqual([
      {
        revision: 1,
        organisation: 'Northshire Council',
        name: 'Jon',
        jobTitle: 'Head of housing',
        answer: 'agree-with-reservation',
        reason: 'subject to cabinet',
        byDate: '',
      },
    ])
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  test('loses nothing when the server cannot be reached, nor when it is closed', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
    const { dialog, field, person, send } = await openForm()
    await person.type(field('Job title'), 'Head of housing')
    await person.click(dialog.getByRole('radio', { name: 'Agree' }))
    await send()
    expect(dialog.getByText(/What you typed is still here/)).toBeTruthy()
    expect(field('Job title').value).toBe('Head of housing')
    await person.click(dialog.getByRole('button', { name: 'Not now' }))
    await person.click(await screen.findByRole('button', { name: 'Answer for Northshire Council' }))
    const again = within(await screen.findByRole('dialog'))
    expect(again.getByLabelText<HTMLInputElement>('Job title').value).toBe('Head of housing')
  })

  test('stays with its words when the wording is taken back meanwhile', async () => {
    const { dialog, field, person, setStage } = await openForm()
    await person.type(field('Job title'), 'Head of housing')
    setStage('actions', 0, { status: 'withdrawn' })
    expect(dialog.getByText(/The wording was taken back while you were answering/)).toBeTruthy()
    expect(field('Job title').value).toBe('Head of housing')
    expect(dialog.queryByRole('button', { name: 'Send answer' })).toBeNull()
  })
})

test('a facilitator closes signing only once both sides agree, and is told whom the record will name', async () => {
  const asked = [
    { name: 'Department', side: 'central' as const },
    { name: 'Northshire Council', side: 'local' as const },
    { name: 'Westshire Council', side: 'local' as const },
  ]
  const { setStage } = openPut(fay, { asked, answers: [answerBy(amina)] })
  expect(screen.queryByRole('button', { name: 'Close signing now' })).toBeNull()
  setStage('actions', 0, 'answers', [answerBy(amina), answerBy(jon)])
  const sent = serverSays({ status: 200, body: {} })
  const person = userEvent.setup()
  await person.click(screen.getByRole('button', { name: 'Close signing now' }))
  const dialog = within(await screen.findByRole('alertdialog'))
  expect(dialog.getByText('The record will say that Westshire Council had not answered.')).toBeTruthy()
  await person.click(dialog.getByRole('button', { name: 'Close signing' }))
  expect(sent).toMatchObject([{ path: expect.stringMatching(/\/close$/), body: { revision: 1 } }])
})
