import { expect, test } from 'vitest'
import { whatWentWrong } from './log'

test('an error is told without what people wrote', () => {
  const words = 'The lift is out of order on Fridays'
  const query = Object.assign(new Error(`Failed query: insert … params: ${words}`), { name: 'DrizzleQueryError' })
  query.cause = Object.assign(new Error('UNIQUE constraint failed: members.id'), {
    name: 'StorageError',
    code: 'SQLITE_CONSTRAINT',
  })
  const told = whatWentWrong(query)
  expect(JSON.stringify(told)).not.toContain(words)
  expect(told).toMatchObject({
    name: 'DrizzleQueryError',
    cause: { code: 'SQLITE_CONSTRAINT', message: 'UNIQUE constraint failed: members.id' },
  })
  expect(told.at?.[0], 'where it happened').toMatch(/log\.test/)
})

test('lines of a message that look like places in code are not repeated', () => {
  const words = 'The lift is out of order\n    at Fridays\n    at the station (lift:1:1)'
  const told = whatWentWrong(Object.assign(new Error(words), { name: 'DrizzleQueryError' }))
  expect(JSON.stringify(told)).not.toMatch(/Fridays|station/)
  expect(told.at?.[0]).toMatch(/log\.test/)
})

test('a text thrown as an error is not repeated', () => {
  expect(whatWentWrong('Amina Rahman')).toEqual({ name: 'string' })
})
