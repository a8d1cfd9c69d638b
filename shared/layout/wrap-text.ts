import { characterWidth, isMark, isWide } from './character-widths'

export type TextStyle = { size: number; weight: 400 | 650; width: number }

/** Words as wrapped once: the same few hundred texts are laid out again after every edit. */
const kept = new Map<string, readonly string[]>()
const MOST_KEPT = 20_000

/** Width of a line of text in canvas units. */
export function textWidth(text: string, style: { size: number; weight: 400 | 650 }): number {
  let em = 0
  for (const character of text) em += characterWidth(character.codePointAt(0) ?? 0, style.weight)
  return em * style.size
}

/**
 * Breaks a text into lines that fit a width, greedily: at spaces, after hyphens, between square characters, and inside a
 * word only when it is wider than a whole line. The board draws exactly these lines, so every screen breaks alike. Always
 * answers with at least one line. Joined without anything between they are the text again: spaces and new lines at a break
 * stay at the end of their line, where they take no room.
 */
export function wrapText(text: string, style: TextStyle): readonly string[] {
  const key = `${style.width}/${style.size}/${style.weight}/${text}`
  const known = kept.get(key)
  if (known) return known
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .flatMap((paragraph, index, all) => {
      const broken = wrapParagraph(paragraph.replace(/\s/g, ' '), style)
      const last = broken.length - 1
      return index < all.length - 1 ? broken.map((line, i) => (i === last ? `${line}\n` : line)) : broken
    })
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(key, lines)
  return lines
}

/** At most so many lines; the last one ends in an ellipsis when there was more. */
export function wrapAtMost(text: string, style: TextStyle, most: number): readonly string[] {
  const lines = wrapText(text, style)
  if (lines.length <= most) return lines
  const last = (lines[most - 1] ?? '').trimEnd()
  const fits = textWidth(`${last}…`, style) <= style.width
  return [...lines.slice(0, most - 1), `${fits ? last : last.slice(0, -1).trimEnd()}…`]
}

function wrapParagraph(paragraph: string, style: TextStyle): string[] {
  const lines: string[] = []
  let line = ''
  let lineWidth = 0
  const finish = () => {
    lines.push(line)
    line = ''
    lineWidth = 0
  }
  for (const piece of piecesOf(paragraph)) {
    const width = textWidth(piece, style)
    const inkWidth = textWidth(piece.trimEnd(), style)
    if (line !== '' && lineWidth + inkWidth > style.width) finish()
    if (inkWidth <= style.width) {
      line += piece
      lineWidth += width
      continue
    }
    for (const character of charactersOf(piece)) {
      const step = textWidth(character, style)
      if (line !== '' && lineWidth + step > style.width) finish()
      line += character
      lineWidth += step
    }
  }
  finish()
  return lines
}

/** A text cut where a line may break; each piece keeps the spaces that follow it. */
function piecesOf(paragraph: string): string[] {
  const pieces: string[] = []
  let piece = ''
  let before = 0
  for (const character of paragraph) {
    const codePoint = character.codePointAt(0) ?? 0
    if (piece !== '' && mayBreakBetween(before, codePoint)) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
    before = codePoint
  }
  if (piece !== '') pieces.push(piece)
  return pieces
}

const SPACE = 0x20
const HYPHEN = 0x2d

function mayBreakBetween(before: number, after: number): boolean {
  if (after === SPACE || isMark(after)) return false
  if (before === SPACE) return true
  if (before === HYPHEN) return isLetter(after)
  return isWide(before) || isWide(after)
}

function isLetter(codePoint: number): boolean {
  return (codePoint | 0x20) >= 0x61 && (codePoint | 0x20) <= 0x7a
}

/** Characters with the marks that belong to them, so that an accent is never left alone on a line. */
function charactersOf(text: string): string[] {
  const characters: string[] = []
  for (const character of text) {
    const last = characters.length - 1
    if (last >= 0 && isMark(character.codePointAt(0) ?? 0)) characters[last] += character
    else characters.push(character)
  }
  return characters
}
