import { expect, test } from 'vitest'
import { gathered } from './gathered'

test('who asks in the same turn is answered together, who asks later anew', async () => {
  const asked: string[][] = []
  const nameOf = gathered(async (ids: string[]) => {
    asked.push(ids)
    return new Map(ids.filter((id) => id !== 'nobody').map((id) => [id, id.toUpperCase()]))
  })
  expect(await Promise.all(['amina', 'jon', 'amina', 'nobody'].map(nameOf))).toEqual([
    'AMINA',
    'JON',
    'AMINA',
    undefined,
  ])
  expect(await nameOf('jon')).toBe('JON')
  expect(asked).toEqual([['amina', 'jon', 'nobody'], ['jon']])
})

test('a question that fails fails for all who asked it, and for nobody after them', async () => {
  let works = false
  const nameOf = gathered(async (ids: string[]) => {
    if (!works) throw new Error('the disk said no')
    return new Map(ids.map((id) => [id, id]))
  })
  const both = await Promise.allSettled([nameOf('amina'), nameOf('jon')])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  works = true
  expect(await nameOf('amina')).toBe('amina')
})
