import { expect, test } from 'vitest'
import { percentages } from './shares'

test.each([
  [
    [38, 23],
    [62, 38],
  ],
  [
    [1, 1, 1],
    [34, 33, 33],
  ],
  [
    [0, 0, 0],
    [0, 0, 0],
  ],
  [
    [5, 0, 0],
    [100, 0, 0],
  ],
  [
    [997, 2, 1],
    [100, 0, 0],
  ],
])('%j in per cent is %j', (counts, shares) => expect(percentages(counts)).toEqual(shares))
