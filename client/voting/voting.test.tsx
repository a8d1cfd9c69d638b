import { cleanup, screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { answered, onItsWay, refused, stubServer } from '../connection/testing/stub-server'
import { amina, fay, person } from '../workshop/testing/workshop-of'
import { closedBallot, items, openBallot, openVoting, VOTE } from './testing/open-voting'
import { VotingBar } from './voting-bar'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const give = (title: string) => screen.findByRole('button', { name: `Give a dot to ${title}` })
const take = (title: string) => screen.getByRole('button', { name: `Take a dot from ${title}` })
const isOff = (button: HTMLElement) => button.getAttribute('aria-disabled') === 'true'
const own = () => screen.getByRole('region', { name: 'Your dots' }).textContent

/** Amina’s vote as the server has it, and how it answers to each change. */
function serverHas(dots: Record<string, number>, ...puts: Parameters<typeof stubServer>[0][string][]) {
  return stubServer({ [`GET ${VOTE}`]: answered({ dots }), [`PUT ${VOTE}`]: puts.flat() as never })
}
const sent = ({ asked }: ReturnType<typeof stubServer>) =>
  asked.filter(({ what }) => what.startsWith('PUT')).map(({ body }) => (body as { dots: object }).dots)

describe('voting', () => {
  test('says the rules and how many have voted, by side', async () => {
    serverHas({})
    openVoting({ me: amina, ballots: [openBallot()] })
    expect(
      await screen.findByText(
        'You have 3 dots, at most 2 on one proposal. You can change them until voting closes. Nobody sees who voted for what.',
      ),
    ).toBeTruthy()
    const region = within(screen.getByRole('region', { name: 'How many have voted' }))
    expect(region.getByText('18 of 31 have voted')).toBeTruthy()
    expect(region.getByText('9 of 14')).toBeTruthy()
  })

  test('[V1] shows what was given before, and until that is known gives nothing', async () => {
    stubServer({ [`GET ${VOTE}`]: onItsWay })
    openVoting({ me: amina, ballots: [openBallot()] })
    expect(isOff(await give('One report'))).toBe(true)
    cleanup()
    serverHas({ report: 2 })
    openVoting({ me: amina, ballots: [openBallot()] })
    await waitFor(() => expect(own()).toBe('1 of 3 dots leftYour vote is in'))
    expect(isOff(await give('One report')), 'two are the most').toBe(true)
    expect(isOff(await give('Shared'))).toBe(false)
  })

  test('[V3] gives and takes by buttons that say what they do, and why they do not', async () => {
    const server = serverHas({}, answered({ dots: {} }))
    openVoting({ me: amina, ballots: [openBallot()] })
    const user = userEvent.setup()
    await waitFor(async () => expect(isOff(await give('One report'))).toBe(false))
    await user.click(await give('One report'))
    await user.click(await give('One report'))
    const button = await give('One report')
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'At most 2 on one proposal.',
    )
    await user.click(await give('Shared'))
    expect(await screen.findByText('1 dot for Shared. 0 of 3 left.')).toBeTruthy()
    await user.click(await give('One settlement'))
    await user.click(take('One report'))
    await waitFor(() => expect(own()).toBe('1 of 3 dots leftYour vote is in'))
    expect(sent(server)).toEqual([{ report: 1 }, { report: 2 }, { report: 2, share: 1 }, { report: 1, share: 1 }])
  })

  test('[V1] what is changed while a vote is on its way goes after it, and never beside it', async () => {
    let answer: (now: ReturnType<typeof answered>) => void = () => undefined
    const first = new Promise<ReturnType<typeof answered>>((resolve) => (answer = resolve))
    const server = serverHas({}, first, answered({ dots: {} }))
    openVoting({ me: amina, ballots: [openBallot()] })
    const user = userEvent.setup()
    await waitFor(async () => expect(isOff(await give('One report'))).toBe(false))
    for (const title of ['One report', 'One report', 'Shared']) await user.click(await give(title))
    expect(sent(server)).toEqual([{ report: 1 }])
    expect(own()).toContain('Sending your vote…')
    answer(answered({ dots: {} }))
    await waitFor(() => expect(own()).toContain('Your vote is in'))
    expect(sent(server)).toEqual([{ report: 1 }, { report: 2, share: 1 }])
  })

  test('[V2] a vote that did not arrive stays as it was chosen, and can be sent again', async () => {
    const server = serverHas({ share: 1 }, refused('server-fault', { status: 500 }), answered({ dots: {} }))
    openVoting({ me: amina, ballots: [openBallot()] })
    const user = userEvent.setup()
    await waitFor(async () => expect(isOff(await give('One report'))).toBe(false))
    await user.click(await give('One report'))
    expect(await screen.findByText('Your vote has not arrived')).toBeTruthy()
    expect(within(screen.getByRole('group', { name: 'One report' })).getByText('1 dot')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Send again' }))
    await waitFor(() => expect(own()).toContain('Your vote is in'))
    expect(sent(server).at(-1)).toEqual({ share: 1, report: 1 })
  })

  test('[V2] offline nothing is sent, and the page says what it waits for', async () => {
    const server = serverHas({})
    openVoting({ me: amina, ballots: [openBallot()], status: 'offline' })
    expect(await screen.findByText('Offline: waits for the connection')).toBeTruthy()
    await userEvent.setup().click(await give('One report'))
    expect(sent(server)).toEqual([])
  })

  test('[V4] in a step without voting, and while it is locked, the page says so', async () => {
    const server = serverHas({})
    const { setStage } = openVoting({ me: amina, ballots: [openBallot()], rights: ['add-notes'] })
    expect(await screen.findByText(/^People cannot vote in the step “Prioritise”/)).toBeTruthy()
    await userEvent.setup().click(await give('One report'))
    expect(sent(server)).toEqual([])
    setStage('workshop', (now) => now && { ...now, locked: true })
    expect(screen.getByText(/^The workshop is locked/)).toBeTruthy()
  })

  test('[V4] an observer and a facilitator who is out read the ballot', async () => {
    const server = serverHas({})
    openVoting({ me: person('Oscar', null, 'observer'), ballots: [openBallot()] })
    expect(screen.getByText(/^You are here as an observer/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Give a dot/ })).toBeNull()
    cleanup()
    openVoting({ me: fay, ballots: [openBallot()] })
    expect(screen.getByText('Facilitators do not vote in this ballot.')).toBeTruthy()
    expect(server.asked).toEqual([])
    cleanup()
    openVoting({ me: fay, ballots: [openBallot({ facilitatorsVote: true })], rights: [] })
    await waitFor(async () => expect(isOff(await give('One report'))).toBe(false))
  })

  test('[V2] what comes after the close is said to be late', async () => {
    serverHas({}, refused('ballot-closed', { status: 409 }))
    const { setStage } = openVoting({ me: amina, ballots: [openBallot()] })
    await waitFor(async () => expect(isOff(await give('One report'))).toBe(false))
    await userEvent.setup().click(await give('One report'))
    setStage('ballots', [closedBallot({ central: { voters: 3, support: [3] }, local: { voters: 3, support: [2] } })])
    expect(await screen.findByText('Your last change came after voting had closed')).toBeTruthy()
  })

  test('[V6] what was deleted meanwhile stays on the ballot, and is said to be gone', async () => {
    serverHas({})
    openVoting({ me: amina, ballots: [openBallot()] })
    const gone = await screen.findAllByText(
      'This proposal has since been removed from the canvas. It stays on this ballot.',
    )
    expect(gone).toHaveLength(items.length)
  })

  test('closing is seen in seconds, and a facilitator can call it off', async () => {
    const server = stubServer({ 'POST /api/workshops/workshop1/ballots/ballot1/call-off': answered({}) })
    openVoting({ me: fay, ballots: [openBallot({ closesAt: 1_007_000 })] })
    expect(screen.getByText('Voting closes in 7 seconds')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Close voting' })).toBeNull()
    await userEvent.setup().click(screen.getByRole('button', { name: 'Go on voting' }))
    expect(server.asked).toHaveLength(1)
  })
})

describe('the line on other pages', () => {
  const bar = (me: typeof amina, given: Partial<Parameters<typeof openVoting>[0]> = {}) => {
    const asked: string[] = []
    const view = () => <VotingBar href="/w/workshop1/results" onOpenBallot={() => asked.push('open')} />
    return { ...openVoting({ me, ballots: [openBallot()], view, ...given }), asked }
  }

  test('has Vote for who has not voted, and says to who has that it is in', async () => {
    serverHas({})
    bar(amina)
    expect((await screen.findByRole('link', { name: 'Vote' })).getAttribute('href')).toBe('/w/workshop1/results')
    cleanup()
    serverHas({ report: 1 })
    bar(amina)
    expect(await screen.findByText('Voting is open. Your vote is in.')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'See or change your vote' })).toBeTruthy()
  })

  test('tells a facilitator how many have voted, and offers to open where people may vote', async () => {
    stubServer({})
    bar(fay)
    expect(
      screen.getByText('Voting is open. 18 of 31 have voted: 9 of 14 central, 9 of 17 local', { exact: true }),
    ).toBeTruthy()
    cleanup()
    const { asked } = bar(fay, { ballots: [] })
    await userEvent.setup().click(screen.getByRole('button', { name: 'Open a ballot' }))
    expect(asked).toEqual(['open'])
    cleanup()
    bar(fay, { ballots: [], rights: ['read'] })
    expect(screen.queryByRole('region', { name: 'Voting' })).toBeNull()
    cleanup()
    bar(amina, { ballots: [] })
    expect(screen.queryByRole('region', { name: 'Voting' })).toBeNull()
  })
})
