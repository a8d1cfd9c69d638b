import type { ClosedBallot } from '../domain/ballot'
import { hiddenIn, type Ranked, rankByCommonGround, rankedBy } from '../domain/common-ground'
import type { ReportBallot, ReportSupport } from './report-schema'

/** What a report says of closed ballots. Votes are not at hand here: a ballot carries its tally and no more. */
export function reportBallot(ballot: ClosedBallot): ReportBallot {
  const { question, dots, most, facilitatorsVote, openedAt, closedAt, early, turnout, tally } = ballot
  return {
    ...{ question, dots, most, facilitatorsVote, turnout, closedEarly: early },
    openedAt: new Date(openedAt).toISOString(),
    closedAt: new Date(closedAt).toISOString(),
    rankedBy: rankedBy(tally),
    hidden: hiddenIn(tally),
    items: rankByCommonGround(ballot).map((row) => {
      const { is: kind, id, title } = row.item
      return { id, kind, title, ...supportIn(row) }
    }),
  }
}

/** The support of a thing on the latest ballot that any of its ids was on: an action counts with its proposal. */
export function createSupportOf(ballots: readonly ClosedBallot[]) {
  const latestFirst = [...ballots].sort((a, b) => b.openedAt - a.openedAt).map(rankByCommonGround)
  return (...ids: readonly (string | undefined)[]): ReportSupport | null => {
    for (const ranked of latestFirst) {
      const row = ranked.find(({ item }) => ids.includes(item.id))
      if (row) return supportIn(row)
    }
    return null
  }
}

function supportIn({ all, sides, commonGround, rank, tied }: Ranked): ReportSupport {
  return { all, sides, commonGround, rank, tied }
}
