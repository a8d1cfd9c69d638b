import { cleanup, screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { addAction } from '../../shared/document/agreement'
import type { ClusterId } from '../../shared/domain/ids'
import { answered, refused, stubServer } from '../connection/testing/stub-server'
import { amina, fay } from '../workshop/testing/workshop-of'
import { createVotingNews } from './announce-voting'
import { OpenBallotDialog } from './open-ballot-dialog'
import { CANVAS, closedBallot, openBallot, openVoting, proposal } from './testing/open-voting'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const rows = () => within(screen.getByRole('list', { name: /^Result, / })).getAllByRole('listitem')
const GONE = /This proposal has since been removed from the canvas. It stays on this ballot./
const words = (row: HTMLElement | undefined) => row?.textContent?.replace(GONE, '')

const both = closedBallot({
  central: { voters: 14, support: [11, 3, 3] },
  local: { voters: 17, support: [15, 17, 17] },
})

describe('the result', () => {
  test('[V5] is ranked by common ground, ties as ties, with every bar’s number in text', () => {
    openVoting({ me: amina, ballots: [both] })
    expect(
      screen.getByText(
        'Voting is closed. The list starts with what both sides support: 11 of 14 central, 15 of 17 local.',
      ),
    ).toBeTruthy()
    expect(words(rows()[0])).toBe(
      '1Place 1: One reportCentral11 of 14Local15 of 17Common ground 79% · Together 26 of 31',
    )
    expect(words(rows()[1])).toContain('=2Joint place 2: One settlement')
    expect(words(rows()[2])).toContain('=2Joint place 2: Shared')
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  test.each<[string, Parameters<typeof closedBallot>[0], RegExp]>([
    ['a side of two', { central: { voters: 2, support: [2] }, local: { voters: 5, support: [1] } }, /by side are not/],
    [
      'one other',
      {
        central: { voters: 3, support: [2] },
        local: { voters: 5, support: [1] },
        other: { voters: 1, support: [1] },
      },
      /^Figures of others and of all together/,
    ],
    ['two voters', { central: { voters: 1, support: [1] }, local: { voters: 1, support: [1] } }, /^The result is not/],
  ])('[V5] says what is not shown, and why: %s', (_what, by, why) => {
    openVoting({ me: amina, ballots: [closedBallot(by)] })
    expect(screen.getByText(why)).toBeTruthy()
    expect(screen.queryByText('Other')).toBeNull()
  })

  test('[V7] ticked proposals become actions, once each, with the words that they have now', async () => {
    stubServer({})
    const page = openVoting({ me: fay })
    const id = page.addCluster('proposal', 'One outcomes report')
    const items = [proposal(id, 'One report'), proposal('settle', 'One settlement'), proposal('gone', 'Gone since')]
    addAction(page.agreement, {
      title: 'A settlement',
      residentChange: '',
      from: { canvasId: CANVAS, clusterId: 'settle' as ClusterId },
    })
    page.setStage('ballots', [
      {
        ...both,
        items,
        tally: { ...both.tally, items: both.tally.items.map((one, at) => ({ ...one, id: items[at]?.id ?? one.id })) },
      },
    ])
    const user = userEvent.setup()
    expect(screen.getByText('Has an action')).toBeTruthy()
    const make = screen.getByRole('button', { name: 'Make actions from the ticked proposals' })
    await user.click(make)
    expect(page.actions()).toHaveLength(1)
    await user.click(screen.getByRole('checkbox', { name: 'Tick One report' }))
    await user.click(screen.getByRole('checkbox', { name: 'Tick Gone since' }))
    expect(screen.getByText('2 ticked')).toBeTruthy()
    await user.click(make)
    await user.click(make)
    expect(page.actions().map(({ title, from }) => [title, from?.clusterId])).toEqual([
      ['A settlement', 'settle'],
      ['One outcomes report', id],
      ['Gone since', 'gone'],
    ])
    expect(screen.queryByRole('checkbox')).toBeNull()
    await user.click(await screen.findByRole('button', { name: 'Go to the agreement' }))
    expect(page.asked).toEqual(['agreement'])
  })

  test('can be voted on again, as a new ballot; in a step without voting it says that it lets people vote', async () => {
    const server = stubServer({ 'POST /api/workshops/workshop1/ballots/ballot1/again': answered({}, 201) })
    openVoting({ me: fay, ballots: [both], rights: ['read'] })
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'Vote again on the same' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    expect(dialog.getByText(/Opening the ballot lets them/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Open a new ballot' }))
    await waitFor(() => expect(server.asked.map(({ body }) => body)).toEqual([{ letVote: true }]))
  })
})

describe('opening a ballot', () => {
  const OPEN = 'POST /api/workshops/workshop1/ballots'
  const open = (rights: Parameters<typeof openVoting>[0]['rights'] = ['vote']) => {
    const done: string[] = []
    const view = () => <OpenBallotDialog onClose={() => done.push('closed')} onOpened={() => done.push('opened')} />
    return { ...openVoting({ me: fay, rights, view }), done, user: userEvent.setup() }
  }

  test('has all proposals ticked, and sends which ones with the words that were seen', async () => {
    const server = stubServer({ [OPEN]: answered({}, 201) })
    const { addCluster, user, done } = open()
    const ids = ['One report', 'One settlement', 'Shared'].map((title) => addCluster('proposal', title))
    addCluster('barrier', 'Four returns')
    addCluster('proposal', '')
    expect(((await screen.findByRole('checkbox', { name: 'Shared' })) as HTMLInputElement).checked).toBe(true)
    expect((screen.getByRole('checkbox', { name: 'Four returns' }) as HTMLInputElement).checked).toBe(false)
    await user.click(screen.getByRole('checkbox', { name: 'Shared' }))
    await user.selectOptions(screen.getByRole('combobox', { name: 'Dots for each person' }), '5')
    await user.click(screen.getByRole('button', { name: 'Open voting' }))
    await waitFor(() => expect(done).toEqual(['opened']))
    const [{ body } = { body: {} }] = server.asked
    expect(body).toMatchObject({ dots: 5, most: 2, facilitatorsVote: false, letVote: false })
    const sent = (body as { items: { id: string; seen: string; canvasId: string }[] }).items
    expect(sent.map(({ id, seen, canvasId }) => [id, seen, canvasId]).sort()).toEqual(
      [
        [ids[0], 'One report', CANVAS],
        [ids[1], 'One settlement', CANVAS],
      ].sort(),
    )
  })

  test('without proposals the barriers are ticked', async () => {
    stubServer({})
    const { addCluster } = open()
    addCluster('barrier', 'Four returns')
    expect(((await screen.findByRole('checkbox', { name: 'Four returns' })) as HTMLInputElement).checked).toBe(true)
  })

  test('says what is missing, and sends nothing until it is there', async () => {
    const server = stubServer({ [OPEN]: answered({}, 201) })
    const { user, addCluster, done } = open(['read'])
    await user.clear(screen.getByRole('textbox', { name: 'Question' }))
    await user.click(screen.getByRole('button', { name: 'Open voting' }))
    for (const missing of ['Enter a question', 'Choose at least two'])
      expect(screen.getByRole('link', { name: missing })).toBeTruthy()
    expect(screen.getByRole('link', { name: /^Let people vote in this step/ })).toBeTruthy()
    expect(server.asked).toEqual([])
    addCluster('proposal', 'One report')
    addCluster('proposal', 'Shared')
    await user.type(screen.getByRole('textbox', { name: 'Question' }), 'Which?')
    await user.click(screen.getByRole('checkbox', { name: 'Let people vote in the step “Prioritise”' }))
    await user.click(screen.getByRole('button', { name: 'Open voting' }))
    await waitFor(() => expect(done).toEqual(['opened']))
    expect(server.asked[0]?.body).toMatchObject({ question: 'Which?', letVote: true })
  })

  test('a title that somebody changed meanwhile is said, and nothing is lost', async () => {
    stubServer({ [OPEN]: refused('wording-changed', { status: 409 }) })
    const { user, addCluster, done } = open()
    addCluster('proposal', 'One report')
    addCluster('proposal', 'Shared')
    await user.click(await screen.findByRole('button', { name: 'Open voting' }))
    expect(await screen.findByText(/^Somebody changed a title meanwhile/)).toBeTruthy()
    expect(done).toEqual([])
    expect((screen.getByRole('checkbox', { name: 'Shared' }) as HTMLInputElement).checked).toBe(true)
  })
})

test('[V3] what happens to voting is said once each, politely, and focus stays where it is', async () => {
  stubServer({})
  const seen: string[] = []
  const News = () => {
    createVotingNews({ isHere: () => false, onSee: () => seen.push('result') })
    return <input aria-label="A note" />
  }
  const { setStage } = openVoting({ me: amina, view: () => <News /> })
  screen.getByRole('textbox', { name: 'A note' }).focus()
  const said = () => document.querySelector('[data-live="polite"]')?.textContent ?? ''
  setStage('ballots', [openBallot()])
  await waitFor(() => expect(said()).toContain('Voting is open: Which first?'))
  setStage('ballots', [openBallot({ turnout: { done: 19, of: 31, sides: null } })])
  setStage('ballots', [openBallot({ closesAt: 1_010_000 })])
  await waitFor(() => expect(said()).toContain('Voting closes in 10 seconds. What you have given is counted.'))
  setStage('ballots', [openBallot()])
  await waitFor(() => expect(said()).toContain('Voting goes on.'))
  setStage('ballots', [both])
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'A note' }))
  await userEvent.setup().click(await screen.findByRole('button', { name: 'See the result' }))
  expect(seen).toEqual(['result'])
  expect(said().match(/Voting is open/g)).toHaveLength(1)
})
