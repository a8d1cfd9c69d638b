import type { PhrasingContent, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { list, paragraph, text } from './markdown-parts'

/** One note: its words, and who it is from. */
export type Line = { words: string; from: string }

/** A block of a record. A list of notes may be as long as a workshop: it is turned into a tree only as it is written. */
export type Block = RootContent | { type: 'lines'; lines: readonly Line[] }

/** Characters that are written together; escaping costs up to 1 ms a thousand where every one of them is escaped. */
const TOGETHER = 4_000

// every cell counts as three wide: columns padded to the longest commitment could not be read as plain text
const tables = gfmToMarkdown({ stringLength: () => 3 })

/**
 * The same text as if the whole tree were written at once, in pieces that cost a few milliseconds each: whoever writes it
 * where others wait can let them have their turns in between.
 */
export function* writeBlocks(blocks: Iterable<Block>): Generator<string> {
  let isFirst = true
  for (const block of blocks) {
    if (!isFirst) yield '\n'
    isFirst = false
    if (block.type === 'lines') yield* writeLines(block.lines)
    else yield write(block)
  }
}

function* writeLines(lines: readonly Line[]): Generator<string> {
  let together = ''
  for (const { words, from } of lines) {
    const pieces = cut(text(words).value)
    const last = pieces.pop() ?? ''
    if (pieces.length > 0) together += '- '
    for (const piece of pieces) {
      // a space at the end of a paragraph would be written as an entity
      const said = piece.trimEnd()
      yield together + inLine(said) + piece.slice(said.length)
      together = ''
    }
    together += pieces.length > 0 ? `${inLine(last, from)}\n` : writeLine(last, from)
    if (together.length < TOGETHER) continue
    yield together
    together = ''
  }
  if (together) yield together
}

/** Through the list that it is part of: what nothing is written in has no space after its stroke. */
function writeLine(words: string, from: string): string {
  if (isPlain(words) && (from === '' || isPlain(from))) return `- ${words}${from && ` (${from})`}\n`
  return write(list([[paragraph(...phrasingOf(words, from))]]))
}

function inLine(words: string, from = ''): string {
  if (isPlain(words) && (from === '' || isPlain(from))) return `${words}${from && ` (${from})`}`
  return write(paragraph(...phrasingOf(words, from))).slice(0, -1)
}

function phrasingOf(words: string, from: string): PhrasingContent[] {
  const said: PhrasingContent = { type: 'text', value: words }
  return from ? [said, text(` (${from})`)] : [said]
}

/** Most of what people write means nothing else in Markdown; looking for it costs a hundredth of escaping it. */
function isPlain(words: string): boolean {
  return /^\p{L}(?:[\p{L}\p{N},;'"?%’‘“”–—…/-]| (?=\S)|[.:](?= |$))*$/u.test(words)
}

function write(block: RootContent): string {
  return toMarkdown({ type: 'root', children: [block] }, { bullet: '-', emphasis: '_', extensions: [tables] })
}

/** Text in pieces that are safe to be escaped each for itself. */
function cut(value: string): string[] {
  const pieces: string[] = []
  let start = 0
  for (let end = TOGETHER; end < value.length; end += 1) {
    if (TOGETHER_ONLY.test(value.slice(end - 1, end + 1))) continue
    pieces.push(value.slice(start, end))
    start = end
    end += TOGETHER - 1
  }
  return [...pieces, value.slice(start)]
}

/**
 * Two characters that mean together what neither means alone: a tag, an entity, an image, an address. Nor may a space begin
 * a piece, where it would be written as an entity, or a letter of two halves be halved.
 */
const TOGETHER_ONLY = /\s$|[^\S ]|^[\ud800-\udbff]|<[!/?a-z]|&[#a-z]|!\[|\]\(|[ps]:|:\/|w\.|\.[\w.-]|[\w.+-]@|@[\w.-]/i
