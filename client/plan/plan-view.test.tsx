import { cleanup, render, screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createStore } from 'solid-js/store'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AT_THE_START, type StageState, type Step } from '../../shared/domain/agenda'
import type { Member } from '../../shared/domain/member'
import { aStep } from '../../shared/testing/steps'
import type { ConnectionStatus } from '../connection/connection-status'
import { answered, refused, stubServer } from '../connection/testing/stub-server'
import { LiveRegion } from '../ui/live-region'
import { Toasts } from '../ui/toast'
import { crash } from '../workshop/testing/crash'
import { amina, fay, workshopOf } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { PlanView } from './plan-view'

const AGENDA = 'PUT /api/workshops/workshop1/agenda'
const steps = [
  aStep('s1', { title: 'Welcome', rights: ['read'] }),
  aStep('s2', { title: 'Write', rights: ['add-notes'], writing: 'private', minutes: 15 }),
  aStep('s3', { title: 'Sort', rights: ['add-notes', 'move-and-edit'], minutes: 20 }),
]
const first: StageState = {
  ...AT_THE_START,
  steps,
  currentStepId: steps[0]?.id ?? null,
  timer: { is: 'ready', leftMs: 600_000 },
  revision: 7,
}

afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
  vi.unstubAllGlobals()
})

function open(given: { me?: Member; status?: ConnectionStatus; at?: Partial<StageState> } = {}) {
  const { inside, workshop } = workshopOf({ me: given.me ?? fay })
  const [stage, setStage] = createStore({ ...workshop.stage, stage: { ...first, ...given.at } })
  const status = () => given.status ?? ({ is: 'live', unsaved: 0 } as const)
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop: { ...workshop, stage, status } }}>
      <PlanView />
      <Toasts />
      <LiveRegion />
    </WorkshopInsideProvider>
  ))
  const show = (next: Step[], revision: number) => setStage('stage', { steps: next, revision })
  return { user: userEvent.setup(), show }
}

type Sent = { revision: number; steps: { id: string | null; title: string; skipped: boolean }[] }
const sent = (asked: { body: unknown }[], at = 0) => asked[at]?.body as Sent
const order = (body: Sent) => body.steps.map((step) => step.title)
/** The agenda as the server answers it. */
const now = (next: Step[], revision = 8) => answered({ stage: { ...first, steps: next, revision } })

describe('[L33] what is typed in the form of a step', () => {
  const opened = async (user: ReturnType<typeof userEvent.setup>) => {
    await user.click(screen.getByRole('button', { name: 'Add a step' }))
    return within(await screen.findByRole('dialog'))
  }
  const wordsIn = (form: ReturnType<typeof within>, name: RegExp) =>
    (form.getByRole('textbox', { name }) as HTMLInputElement).value

  test('is there again after a crash, until the form is closed', async () => {
    const { user } = open()
    const form = await opened(user)
    await user.selectOptions(form.getByRole('combobox', { name: /kind/i }), 'sort')
    await user.type(form.getByRole('textbox', { name: /^Prompt/ }), 'Answer one barrier')
    crash()
    const again = await opened(open().user)
    expect(wordsIn(again, /^Prompt/)).toContain('Answer one barrier')
    expect((again.getByRole('combobox', { name: /kind/i }) as HTMLSelectElement).value).toBe('sort')
    await user.click(again.getByRole('button', { name: 'Cancel' }))
    cleanup()
    expect(wordsIn(await opened(open().user), /^Prompt/)).not.toContain('Answer one barrier')
  })

  test('stays when the server does not take it', async () => {
    stubServer({ [AGENDA]: refused('server-fault', { status: 500 }) })
    const { user } = open()
    const form = await opened(user)
    await user.type(form.getByRole('textbox', { name: /^Title/ }), 'Answer')
    await user.click(form.getByRole('button', { name: 'Add step' }))
    expect(wordsIn(form, /^Title/)).toContain('Answer')
    expect(localStorage.getItem(`concordat/form/${fay.id}/step/new`)).toContain('Answer')
  })
})

describe('the plan', () => {
  test('shows each step with its time and what participants may do', () => {
    open()
    const [welcome, write] = screen.getAllByRole('listitem').filter((item) => within(item).queryByRole('heading'))
    expect(welcome?.getAttribute('aria-current')).toBe('step')
    expect(write?.textContent).toContain('Participants: add notes')
    expect(write?.textContent).toContain('Private writing')
    expect(write?.textContent).toContain('15 minutes')
    expect(screen.getByText('3 steps, 45 minutes in all.')).toBeTruthy()
  })

  test('[F10] Move down sends the whole agenda on the revision that is shown, and says where the step is', async () => {
    const [s1, s2, s3] = steps
    if (!s1 || !s2 || !s3) throw new Error('three steps')
    const { asked } = stubServer({ [AGENDA]: now([s1, s3, s2]) })
    const { user, show } = open()
    const down = screen.getByRole('button', { name: 'Move down, Write' })
    await user.click(down)
    expect(sent(asked)).toMatchObject({ revision: 7, steps: [{ id: 's1' }, { id: 's3' }, { id: 's2' }] })
    await screen.findByText('Write is step 3 of 3 now')
    show([s1, s3, s2], 8)
    expect(document.activeElement, 'focus goes with the step').toBe(down)
  })

  test('[F10] when somebody was quicker the edit is made on what they left', async () => {
    const theirs = [...steps.slice(0, 2), aStep('s9', { title: 'Theirs' }), ...steps.slice(2)]
    const stage = { ...first, steps: theirs, revision: 9 }
    const { asked } = stubServer({
      [AGENDA]: [refused('state-moved-on', { status: 409, detail: { stage } }), now(theirs)],
    })
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Move up, Sort' }))
    await waitFor(() => expect(asked).toHaveLength(2))
    expect(sent(asked, 1).revision).toBe(9)
    expect(order(sent(asked, 1))).toEqual(['Welcome', 'Write', 'Sort', 'Theirs'])
  })

  test('an edit of a step that is gone is told, and sends nothing more', async () => {
    const stage = { ...first, steps: steps.slice(0, 2), revision: 9 }
    const { asked } = stubServer({ [AGENDA]: refused('state-moved-on', { status: 409, detail: { stage } }) })
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Move up, Sort' }))
    expect((await screen.findAllByText('Somebody removed this step meanwhile.')).length).toBeGreaterThan(0)
    expect(asked).toHaveLength(1)
  })

  test('a step is removed, and comes back where it was with Undo', async () => {
    const { asked } = stubServer({ [AGENDA]: [now([...steps.slice(0, 1), ...steps.slice(2)]), now(steps, 9)] })
    const { user, show } = open()
    await user.click(screen.getByRole('button', { name: 'More, Write' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    expect(order(sent(asked))).toEqual(['Welcome', 'Sort'])
    show([...steps.slice(0, 1), ...steps.slice(2)], 8)
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(asked).toHaveLength(2))
    expect(sent(asked, 1)).toMatchObject({
      revision: 8,
      steps: [{ id: 's1' }, { id: null, title: 'Write' }, { id: 's3' }],
    })
  })

  test('[F11] the step everybody is in is neither removed nor left out', async () => {
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'More, Welcome' }))
    const items = await screen.findAllByRole('menuitem', { name: /^(Remove|Leave out)/ })
    expect(items.map((item) => item.getAttribute('aria-disabled'))).toEqual(['true', 'true'])
    expect(items[0]?.textContent).toContain('Everybody is in this step now')
  })

  test('a new step starts with what is usual for its kind, unless one has written something else', async () => {
    const { asked } = stubServer({ [AGENDA]: now(steps) })
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Add a step' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add a step' })
    const title = within(dialog).getByRole('textbox', { name: 'Title' })
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Kind of step' }), 'Prioritise')
    expect((title as HTMLInputElement).value).toBe('Choose what to take forward')
    await user.clear(title)
    await user.type(title, 'A first vote')
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Kind of step' }), 'Agree')
    expect((title as HTMLInputElement).value).toBe('A first vote')
    await user.click(within(dialog).getByRole('button', { name: 'Add step' }))
    expect(sent(asked).steps.at(-1)).toMatchObject({ id: null, kind: 'agree', title: 'A first vote', minutes: 30 })
  })

  test('[F13] 0 and 10,000 minutes are told beside the field, and not sent', async () => {
    const { asked } = stubServer({})
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Edit Write' }))
    const minutes = await screen.findByRole('textbox', { name: 'Minutes' })
    for (const wrong of ['0', '10000']) {
      await user.clear(minutes)
      await user.type(minutes, wrong)
      await user.click(screen.getByRole('button', { name: 'Save step' }))
      expect(minutes.getAttribute('aria-invalid')).toBe('true')
      expect(screen.getAllByText('Give whole minutes, from 1 to 600.').length).toBeGreaterThan(0)
    }
    expect(asked).toEqual([])
  })

  test('saving a step changes what was changed here, and leaves what somebody else changed meanwhile', async () => {
    const { asked } = stubServer({ [AGENDA]: now(steps) })
    const { user, show } = open()
    await user.click(screen.getByRole('button', { name: 'Edit Write' }))
    const prompt = await screen.findByRole('textbox', { name: /Prompt/ })
    show(
      steps.map((step) => (step.id === 's2' ? { ...step, minutes: 25 } : step)),
      8,
    )
    await user.type(prompt, 'One thing per note.')
    await user.click(screen.getByRole('button', { name: 'Save step' }))
    await waitFor(() => expect(asked).toHaveLength(1))
    expect(sent(asked).steps[1]).toMatchObject({ id: 's2', prompt: 'One thing per note.', minutes: 25 })
  })

  test('offline every button says why it waits, and sends nothing', async () => {
    const { asked } = stubServer({})
    const { user } = open({ status: { is: 'offline', unsaved: 0 } })
    const down = screen.getByRole('button', { name: 'Move down, Write' })
    const why = document.getElementById(down.getAttribute('aria-describedby') ?? '')
    expect(why?.textContent).toBe('Offline: waits for the connection')
    await user.click(down)
    expect(asked).toEqual([])
  })

  test('others read it, and can change nothing', () => {
    open({ me: amina })
    expect(screen.getByRole('heading', { level: 1, name: 'Agenda' })).toBeTruthy()
    expect(within(screen.getAllByRole('list')[0] ?? document.body).queryAllByRole('button')).toEqual([])
    expect(screen.queryByRole('button', { name: 'Add a step' })).toBeNull()
  })

  test('says how far one is from the planned end', () => {
    open({ at: { timer: { is: 'running', endsAt: 1_000_000 }, plannedEndAt: 1_000_000 + 25 * 60_000 } })
    expect(screen.getByText(/^Ends about \d\d:\d\d, 10 minutes later than planned$/)).toBeTruthy()
  })
})
