import { expect, test } from 'vitest'
import { LIMITS } from '../../shared/protocol/limits'
import { isManyLines, splitPastedLines } from './paste-lines'

test('every line with words becomes a note, without its bullet', () => {
  const pasted =
    '- Annual bids\r\n\r\n  • Four returns  \n3. Nobody reports back\n2024 was the worst year\n-5 degrees in the office'
  expect(splitPastedLines(pasted).notes).toEqual([
    'Annual bids',
    'Four returns',
    'Nobody reports back',
    '2024 was the worst year',
    '-5 degrees in the office',
  ])
})

test('formulas, HTML and Markdown stay the text they are', () => {
  expect(splitPastedLines('=cmd()\n<b>bold</b>\n# heading').notes).toEqual(['=cmd()', '<b>bold</b>', '# heading'])
})

test('2,000 lines: as many as allowed become notes, the rest is kept in order', () => {
  const lines = Array.from({ length: 2_000 }, (_, index) => `note ${index}`)
  const { notes, rest, tooMany } = splitPastedLines(lines.join('\n'))
  expect(notes).toHaveLength(LIMITS.pastedLines)
  expect(tooMany).toBe(2_000 - LIMITS.pastedLines)
  expect([...notes, ...rest.split('\n')]).toEqual(lines)
})

test('a line of 50,000 characters is kept whole and not made a note', () => {
  const long = 'x'.repeat(50_000)
  expect(splitPastedLines(`short\n${long}`)).toEqual({ notes: ['short'], rest: long, tooLong: 1, tooMany: 0 })
})

test('one line is not many', () => {
  expect(isManyLines('one line\n')).toBe(false)
  expect(isManyLines('one\ntwo')).toBe(true)
})
