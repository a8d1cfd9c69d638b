import type { BallotItem, BallotTerms } from '../../shared/domain/ballot'
import { type Noun, votingText } from '../text/voting'

/** One word for everything on a ballot: "proposal" when all are, "item" for a mixture. */
export function nounOf(items: readonly BallotItem[]): Noun {
  const kinds = new Set(items.map(kindOf))
  const [only] = kinds
  return kinds.size === 1 && only ? only : 'item'
}

export function kindOf(item: BallotItem): Noun {
  return item.is === 'action' ? 'action' : item.kind
}

export function titleOf(item: Pick<BallotItem, 'title'>): string {
  return item.title || votingText.noTitle
}

/** How many more dots an item may get, as the terms and the other dots allow. */
export function roomFor(
  { dots, most }: Pick<BallotTerms, 'dots' | 'most'>,
  given: Readonly<Record<string, number>>,
  id: string,
): 'some' | 'most-reached' | 'none-left' {
  if ((given[id] ?? 0) >= most) return 'most-reached'
  return leftOf({ dots }, given) > 0 ? 'some' : 'none-left'
}

export function leftOf({ dots }: Pick<BallotTerms, 'dots'>, given: Readonly<Record<string, number>>): number {
  return dots - Object.values(given).reduce((sum, count) => sum + count, 0)
}
