import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth, wrapAtMost, wrapText } from './wrap-text'

const style = { size: 15, weight: 400, width: 129 } as const

test('a note breaks between words as the drawn one does', () => {
  expect(wrapText('We fill in four grant returns with the same numbers', style)).toEqual([
    'We fill in four grant ',
    'returns with the ',
    'same numbers',
  ])
})

test('it breaks after a hyphen between letters, not in a sum or a range', () => {
  expect(wrapText('cross-departmental', { ...style, width: 60 })[0]).toBe('cross-')
  expect(wrapText('of 2024-25', { ...style, width: 60 })).toEqual(['of ', '2024-25'])
})

test('a word wider than the note is cut, accents stay with their letters, and new lines are kept', () => {
  expect(wrapText('x'.repeat(40), style).length).toBeGreaterThan(1)
  expect(wrapText('e\u0301'.repeat(60), style).every((line) => line.startsWith('e'))).toBe(true)
  expect(wrapText('one\n\ntwo\r\nthree', style)).toEqual(['one\n', '\n', 'two\n', 'three'])
})

test('text too long for its place ends in an ellipsis', () => {
  const lines = wrapAtMost('word '.repeat(100), style, 3)
  expect(lines).toHaveLength(3)
  expect(lines[2]?.endsWith('…')).toBe(true)
})

test('no word is lost and no line is too wide', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 60 }), (text) => {
      const lines = wrapText(text, style)
      expect(lines.join('')).toBe(text)
      expect(lines.every((line) => textWidth(line.trimEnd(), style) <= style.width)).toBe(true)
    }),
    { seed: 7, numRuns: 200 },
  )
})
