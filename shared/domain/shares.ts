/** Whole per cents that add up to 100: what is left over by rounding down goes to those who lost most by it. All 0 of nothing. */
export function percentages(counts: readonly number[]): number[] {
  const sum = counts.reduce((total, count) => total + count, 0)
  if (sum === 0) return counts.map(() => 0)
  const exact = counts.map((count) => (count / sum) * 100)
  const left = 100 - exact.reduce((total, share) => total + Math.floor(share), 0)
  const lost = exact.map((share, index) => ({ index, by: share - Math.floor(share) }))
  const lifted = new Set(
    lost
      .toSorted((a, b) => b.by - a.by)
      .slice(0, left)
      .map(({ index }) => index),
  )
  return exact.map((share, index) => Math.floor(share) + (lifted.has(index) ? 1 : 0))
}
