import { createMemo, Show } from 'solid-js'
import type { Ballot, ClosedBallot } from '../../../shared/domain/ballot'
import { type Ranked, rankByCommonGround } from '../../../shared/domain/common-ground'
import { SIDES, type SideNames, sideName } from '../../../shared/domain/side'
import { votingText } from '../../text/voting'
import { useWorkshop } from '../workshop-context'
import styles from './actions.module.css'

/** "Support: 11 of 14 central, 15 of 17 local", of the latest ballot on the action or on the proposal it came from. */
export function SupportLine(props: { ids: readonly (string | undefined)[]; sides: SideNames }) {
  const workshop = useWorkshop()
  const found = createMemo(() => {
    for (const ballot of workshop.stage.ballots.filter(isClosed).reverse()) {
      const row = rankByCommonGround(ballot).find(({ item }) => props.ids.includes(item.id))
      if (row) return row
    }
    return undefined
  })
  const line = () => {
    const row = found()
    return row && supportWords(row, props.sides)
  }
  return <Show when={line()}>{(words) => <p class={styles.trail}>{votingText.supportLine(words())}</p>}</Show>
}

function supportWords({ all, sides, commonGround }: Ranked, names: SideNames): string | undefined {
  if (!sides || commonGround === null) return all ? votingText.supportAll(all.supporters, all.voters) : undefined
  const parts = SIDES.flatMap((side) => {
    const support = sides[side]
    if (!support) return []
    return [`${votingText.result.of(support.supporters, support.voters)} ${sideName(side, names).toLowerCase()}`]
  })
  return `${parts.join(', ')} · ${votingText.supportGround(commonGround)}`
}

function isClosed(ballot: Ballot): ballot is ClosedBallot {
  return ballot.is === 'closed'
}
