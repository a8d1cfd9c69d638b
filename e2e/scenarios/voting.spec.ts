import { openBallotOf, PROPOSALS, readyToVote, votersOf } from '../fixtures/ballot'
import { expect, test } from '../fixtures/workshop-test'

const [REPORT, SETTLEMENT, SERVICE] = PROPOSALS

test.use({ steps: 'as-planned' })

test.setTimeout(120_000)

test('six people vote, it is closed early, and what both sides back becomes actions', async ({ gather, product }) => {
  const { facilitator, amina, jon, created, device } = await gather({
    facilitator: 'list',
    amina: 'list',
    jon: 'agreement',
  })
  await readyToVote(device, created)
  const [cora, carl] = await votersOf(created, 'central', ['Cora', 'Carl'], product.url)
  const [lena, liam] = await votersOf(created, 'local', ['Lena', 'Liam', 'Lou'], product.url)
  if (!cora || !carl || !lena || !liam) throw new Error('nobody came')

  await facilitator.votes.opens()
  await expect(facilitator.page).toHaveURL(/\/results$/)
  await expect(amina.page.getByText('Voting is open: Which would you take forward?').first()).toBeAttached()
  for (const person of [amina, jon]) await person.votes.bar.getByRole('link', { name: 'Vote', exact: true }).click()
  await amina.sees(
    'You have 3 dots, at most 2 on one proposal. You can change them until voting closes. Nobody sees who voted for what.',
  )

  await amina.votes.gives(REPORT, 2)
  await expect(amina.page.getByRole('button', { name: `Give a dot to ${REPORT}` })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await amina.votes.gives(SETTLEMENT)
  await expect(amina.votes.own).toContainText('0 of 3 dots left')
  await amina.votes.seesArrived()
  await jon.votes.gives(REPORT)
  await jon.votes.seesArrived()
  const ballot = await openBallotOf(cora, created)
  const at = `/api/workshops/${created.workshop.id}/ballots/${ballot.id}`
  const idOf = (title: string) => ballot.items.find((item) => item.title === title)?.id ?? ''
  for (const voter of [cora, lena]) await voter.send('PUT', `${at}/vote`, { dots: { [idOf(REPORT)]: 1 } })
  await carl.send('PUT', `${at}/vote`, { dots: { [idOf(SERVICE)]: 1 } })
  await liam.send('PUT', `${at}/vote`, { dots: { [idOf(SETTLEMENT)]: 2 } })
  await expect(facilitator.votes.ballot()).toContainText('6 of 7 have voted')
  await expect(facilitator.votes.ballot()).toContainText('3 of 4')

  await amina.comesBack()
  await expect(amina.votes.own).toContainText('0 of 3 dots left')
  await facilitator.presses('Close voting')
  await amina.sees(/^Voting closes in \d+ seconds?$/)
  await expect(
    amina.page.getByText('Voting closes in 10 seconds. What you have given is counted.').first(),
  ).toBeAttached()
  await facilitator.presses('Go on voting')
  await expect(amina.votes.ballot().getByText(/^Voting closes in/)).toHaveCount(0)
  await jon.votes.gives(SETTLEMENT)
  await facilitator.presses('Close voting')
  await jon.sees(/^Voting closes in/)
  await expect(jon.votes.ballot()).toContainText(
    'Voting is closed. The list starts with what both sides support: 2 of 3 central, 2 of 3 local.',
    {
      timeout: 20_000,
    },
  )

  await expect
    .poll(() => jon.votes.result())
    .toEqual([
      expect.stringMatching(new RegExp(`^1 ?Place 1: ${REPORT} Central 2 of 3 Local 2 of 3 Common ground 67%`)),
      expect.stringMatching(new RegExp(`^2 ?Place 2: ${SETTLEMENT} Central 1 of 3 Local 2 of 3 Common ground 33%`)),
      expect.stringMatching(new RegExp(`^3 ?Place 3: ${SERVICE} Central 1 of 3 Local 0 of 3 Common ground 0%`)),
    ])
  await expect(jon.page.getByRole('checkbox')).toHaveCount(0)

  for (const title of [REPORT, SETTLEMENT])
    await facilitator.page.getByRole('checkbox', { name: `Tick ${title}` }).check()
  await facilitator.presses('Make actions from the ticked proposals')
  await facilitator.presses('Go to the agreement')
  await expect(facilitator.agreement.action(REPORT)).toBeVisible()
  await expect(facilitator.agreement.action(SETTLEMENT)).toContainText('Support: 1 of 3 central, 2 of 3 local')
  await facilitator.goesTo('Vote' as 'List')
  await expect(facilitator.page.getByText('Has an action')).toHaveCount(2)

  const record = (await device.get<{ text: string }>(`/api/workshops/${created.workshop.id}/export?format=markdown`))
    .body
  expect(record.text).toContain('- Support: 2 of 3 central, 2 of 3 local · common ground 67%')
  expect(record.text).toContain('## How people voted')
  expect(record.text).toContain('6 of 7 voted: 3 of 3 central, 3 of 4 local')
  expect(product.log.join('\n')).not.toContain(idOf(REPORT))
})
