import { describe, expect, test } from 'vitest'
import { newCode, readCode } from './join-code'
import { FIRST_WORDS, SECOND_WORDS } from './join-words'

describe('[A4] codes', () => {
  test('are words and two digits, and are read however they are typed', () => {
    for (let nth = 0; nth < 200; nth += 1) {
      const code = newCode(1)
      expect(code).toMatch(/^[a-z]+-[a-z]+-[1-9]\d$/)
      for (const typed of [code.toUpperCase(), code.replaceAll('-', ' '), code.replaceAll('-', ''), ` ${code} `]) {
        expect(readCode(typed)).toBe(code)
      }
    }
  })

  test('of a facilitator have four words', () => {
    for (let nth = 0; nth < 200; nth += 1) {
      const code = newCode(2)
      expect(code.split('-')).toHaveLength(5)
      expect(readCode(code.replaceAll('-', ''))).toBe(code)
    }
  })

  test.each([
    '',
    '42',
    'amber-42',
    'amber-otter',
    'otter-amber-42',
    'amber-otter-4',
    'amber-otter-421',
    'x'.repeat(10_000),
  ])('%j is no code', (typed) => expect(readCode(typed)).toBeUndefined())
})

describe('the words', () => {
  test('are twice 256, short, and none is there twice', () => {
    expect(FIRST_WORDS).toHaveLength(256)
    expect(SECOND_WORDS).toHaveLength(256)
    expect(new Set([...FIRST_WORDS, ...SECOND_WORDS]).size).toBe(512)
    for (const word of [...FIRST_WORDS, ...SECOND_WORDS]) expect(word).toMatch(/^[a-z]{3,7}$/)
  })

  test('no two pairs run together to the same letters', () => {
    const pairs = FIRST_WORDS.flatMap((first) => SECOND_WORDS.map((second) => first + second))
    expect(new Set(pairs).size).toBe(256 * 256)
  })
})
