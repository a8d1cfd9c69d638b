import { describe, expect, test } from 'vitest'
import type { LinkId } from '../../shared/domain/ids'
import { checkToken, linkIdOf, tokenOf } from './token'

const SECRET = 'the secret of this server, made once'
const link = (generation = 1) => ({ id: 'abc123def456gh' as LinkId, generation })

describe('[A4] tokens', () => {
  test('a token opens its own link and no other', () => {
    const token = tokenOf(SECRET, link())
    expect(linkIdOf(token)).toBe('abc123def456gh')
    expect(checkToken(SECRET, link(), token)).toBe('good')
    expect(checkToken(SECRET, { ...link(), id: 'zzz123def456gh' as LinkId }, token)).toBe('forged')
    expect(checkToken('another secret of another server', link(), token)).toBe('forged')
  })

  test('raising the generation replaces every token before, and says so', () => {
    const [first, second] = [tokenOf(SECRET, link(1)), tokenOf(SECRET, link(2))]
    expect(checkToken(SECRET, link(3), first)).toBe('replaced')
    expect(checkToken(SECRET, link(3), second)).toBe('replaced')
    expect(checkToken(SECRET, link(1), second), 'a token of the future is no token').toBe('forged')
  })

  test('one changed character is enough', () => {
    const token = tokenOf(SECRET, link())
    const changed = token.slice(0, -2) + (token.at(-2) === 'A' ? 'B' : 'A') + token.slice(-1)
    expect(checkToken(SECRET, link(), changed)).toBe('forged')
  })

  test.each([
    '',
    'abc',
    'abc123def456gh',
    'abc123def456gh.',
    '.AAAAAAAAAAAAAAAAAAAAAA',
    "abc' or 1=1.AAAAAAAAAAAAAAAAAAAAAA",
  ])('%j is no token at all', (token) => expect(linkIdOf(token)).toBeUndefined())
})
