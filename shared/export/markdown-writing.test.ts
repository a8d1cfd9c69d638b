import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { describe, expect, test } from 'vitest'
import { pick, seeded } from '../testing/random'
import { heading, list, paragraph, text } from './markdown-parts'
import { type Line, writeBlocks } from './markdown-writing'

/** As it would be written in one go. */
function whole(lines: readonly Line[]): string {
  const items = lines.map(({ words, from }) => [paragraph(text(words), ...(from ? [text(` (${from})`)] : []))])
  const children = [heading(2, 'The notes'), list(items), heading(2, 'The end')]
  return toMarkdown({ type: 'root', children }, { bullet: '-', emphasis: '_', extensions: [gfmToMarkdown()] })
}

const pieces = (lines: readonly Line[]) => [
  ...writeBlocks([heading(2, 'The notes'), { type: 'lines', lines }, heading(2, 'The end')]),
]

const WORDS = [
  'Four',
  'returns',
  'é',
  'www.',
  'http://',
  'a@b.uk',
  '&amp;',
  '<b>',
  '[x](y)',
  '_it_',
  '*',
  '1.',
  '-',
  '#',
]
const MARKS = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ ’–\u00a0\t\n']

describe('a record in pieces', () => {
  test.each([1, 2, 3, 4])('is the same text as in one go (seed %i)', (seed) => {
    const next = seeded(seed)
    const one = () => pick(next, [...WORDS, ...MARKS])
    const words = () => Array.from({ length: next() * 12 }, one).join(pick(next, ['', ' ']))
    const lines = Array.from({ length: 400 }, () => ({
      words: words(),
      from: pick(next, ['', 'Local', words()]) ?? '',
    }))
    expect(pieces(lines).join('')).toBe(whole(lines))
  })

  test.each(['*', '\\', '<', 'a', 'a ', '<a>', '&amp;', 'a@b.', '] ('])('cuts a note of a megabyte of %j', (one) => {
    const long = one.repeat(60_000 / one.length)
    const lines = [
      { words: 'Before', from: 'Local' },
      { words: long, from: 'Local' },
      { words: 'After', from: '' },
    ]
    const written = pieces(lines)
    for (const piece of written) expect(piece.length).toBeLessThan(12_000)
    // an escape more at a cut is the same text to whoever reads it
    const plain = (markdown: string) => markdown.replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    expect(plain(written.join(''))).toBe(plain(whole(lines)))
  })

  test('no cut makes a tag or an entity of what was written as words', () => {
    const traps = ['<script>', '&lt;', '![x](y)', 'www.x.uk', 'http://x.uk', 'a@x.uk']
    for (const trap of traps)
      for (let at = 0; at < trap.length; at += 1) {
        const words = `${'x'.repeat(4_000 - at)}${trap}${'x'.repeat(5_000)}`
        const written = pieces([{ words, from: '' }]).join('')
        expect(written.replace('\\>', '>')).toBe(whole([{ words, from: '' }]))
      }
  })
})
