import { expect, test } from 'vitest'
import type { ClusterId } from '../../shared/domain/ids'
import { keepKeys, keyOf } from './cluster-keys'
import { sortingKeyOf } from './sorting-keys'

const ids = (count: number) => Array.from({ length: count }, (_, index) => `c${index + 1}` as ClusterId)

test('[L13] the first nine have keys, the others none', () => {
  const slots = keepKeys([], ids(12))
  expect(slots).toEqual(ids(9))
  expect(keyOf(slots, 'c3' as ClusterId)).toBe('3')
  expect(keyOf(slots, 'c10' as ClusterId)).toBeUndefined()
})

test('[L13] a key keeps its meaning while others add clusters before it and remove some', () => {
  const before = keepKeys([], ids(4))
  const [c1, c2, c3, c4] = ids(4)
  if (!c1 || !c2 || !c3 || !c4) throw new Error('four')
  const fresh = 'new' as ClusterId
  expect(keepKeys(before, [fresh, c1, c2, c3, c4]).slice(0, 5)).toEqual([c1, c2, c3, c4, fresh])
  expect(keepKeys(before, [c1, c3, c4]).slice(0, 4)).toEqual([c1, null, c3, c4])
  // a free one is given again only when there is none after the last
  const full = keepKeys(before, [c1, c3, c4, ...ids(9).slice(4), fresh])
  expect(full[1]).toBe(fresh)
})

test('[L13] only a key alone, pressed once', () => {
  const plain = {
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    defaultPrevented: false,
    repeat: false,
  }
  expect(sortingKeyOf({ ...plain, key: '4' })).toEqual({ do: 'choose', index: 3 })
  expect(sortingKeyOf({ ...plain, key: 'S' })).toEqual({ do: 'skip' })
  expect(sortingKeyOf({ ...plain, key: '0' })).toBeUndefined()
  expect(sortingKeyOf({ ...plain, key: '1', ctrlKey: true })).toBeUndefined()
  expect(sortingKeyOf({ ...plain, key: '1', repeat: true })).toBeUndefined()
  expect(sortingKeyOf({ ...plain, key: '1', isComposing: true })).toBeUndefined()
})
