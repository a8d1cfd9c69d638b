import { describe, expect, test } from 'vitest'
import type { IntakeNote } from './intake'
import { type Placing, placeIntake } from './place-intake'

const note = (text: string, where: Partial<IntakeNote> = {}): IntakeNote => ({
  row: 0,
  text,
  side: undefined,
  section: '',
  cluster: '',
  ...where,
})
const cluster = (id: string, title: string) => ({ id, title, notes: [] })
const view = {
  sections: [
    {
      id: 's1',
      title: 'What gets in the way',
      notes: [],
      clusters: [cluster('c1', 'Late money'), cluster('c2', 'Forms')],
    },
    { id: 's2', title: 'Proposals', notes: [], clusters: [cluster('c3', 'Late money')] },
  ],
  loose: { clusters: [], notes: [] },
} as unknown as Placing['view']
const usual: Placing = {
  view,
  spot: { in: 's2', after: null, before: null } as unknown as Placing['spot'],
  words: 'Proposals',
  side: 'local',
  mayHold: () => true,
}
const places = (notes: IntakeNote[], placing = usual) =>
  placeIntake(notes, placing).groups.map(({ spot, notes: placed }) => [spot.in, placed.map((one) => one.text)])

describe('where imported notes go', () => {
  test('[B51] into the cluster they name, else the section, else where the person is', () => {
    const given = [
      note('a', { cluster: ' late MONEY ' }),
      note('b', { section: 'What gets in the way' }),
      note('c'),
      note('d', { section: 'proposals', cluster: 'Late money' }),
    ]
    expect(places(given)).toEqual([
      ['s2', ['c']],
      ['c1', ['a']],
      ['s1', ['b']],
      ['c3', ['d']],
    ])
  })

  test('[B51] a name that nothing has is told with how many it was', () => {
    const { groups, unknown } = placeIntake([note('a', { cluster: 'Hosing' }), note('b', { cluster: 'Hosing' })], usual)
    expect(unknown).toEqual([{ title: 'Hosing', count: 2 }])
    expect(groups).toHaveLength(1)
  })

  test('notes for where the person is anyway make one group with the others', () => {
    expect(places([note('a'), note('b', { section: 'Proposals' }), note('c')])).toEqual([['s2', ['a', 'b', 'c']]])
  })

  test('[B53] a locked section takes nothing, and its notes are not lost', () => {
    const placing = { ...usual, mayHold: (id: string) => id !== 's1' }
    expect(places([note('a', { section: 'What gets in the way' })], placing)).toEqual([['s2', ['a']]])
  })

  test('[B53] a row’s own side counts, else the one chosen for all', () => {
    const { groups } = placeIntake([note('a', { side: 'central' }), note('b')], usual)
    expect(groups[0]?.notes.map((one) => one.side)).toEqual(['central', 'local'])
  })
})
