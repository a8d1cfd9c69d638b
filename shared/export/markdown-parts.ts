import type { BlockContent, Heading, List, Paragraph, PhrasingContent, Table, Text } from 'mdast'

// The pieces that a Markdown record is built from. Whatever people typed goes through `text` and stays plain text.

/** Control characters, and those that turn the direction of what follows: a name could rewrite the line it stands in. */
const UNSEEN = /[^\P{Cc}\s]|[\u202a-\u202e\u2066-\u2069]/gu
const BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/

/**
 * Line breaks inside a note stay one paragraph: each becomes a stroke, since a list item of many paragraphs reads badly.
 * Split and not searched for by one expression with the space around it, which takes hours for a million spaces.
 */
export function text(value: string): Text {
  const lines = value.replace(UNSEEN, '').split(BREAK)
  const trimmed = lines.map((line, index) => (index === 0 ? line.trimEnd() : line.trim()))
  return { type: 'text', value: trimmed.filter((line) => line.trim() !== '').join(' / ') }
}

export function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [text(value)] }
}

export function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children }
}

export function heading(depth: Heading['depth'], value: string): Heading {
  return { type: 'heading', depth, children: [text(value)] }
}

export function list(items: BlockContent[][]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((children) => ({ type: 'listItem', spread: false, children })),
  }
}

export function table(head: string[], rows: string[][]): Table {
  const row = (cells: string[]) => ({
    type: 'tableRow' as const,
    children: cells.map((cell) => ({ type: 'tableCell' as const, children: [text(cell)] })),
  })
  return { type: 'table', children: [row(head), ...rows.map(row)] }
}
