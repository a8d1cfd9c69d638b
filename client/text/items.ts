/** So many of each kind of item. */
export type ItemCounts = { notes?: number; clusters?: number; drawings?: number; sections?: number }

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** "3 notes, 1 cluster and 2 drawings". */
export function itemsText({ notes = 0, clusters = 0, drawings = 0, sections = 0 }: ItemCounts): string {
  return listed([
    notes > 0 && counted(notes, 'note', 'notes'),
    clusters > 0 && counted(clusters, 'cluster', 'clusters'),
    drawings > 0 && counted(drawings, 'drawing', 'drawings'),
    sections > 0 && counted(sections, 'section', 'sections'),
  ])
}

const total = ({ notes = 0, clusters = 0, drawings = 0, sections = 0 }: ItemCounts) =>
  notes + clusters + drawings + sections

/** What was to be moved or deleted and was not. */
export function itemsStay(items: ItemCounts, why: string): string {
  return `${itemsText(items)} ${total(items) === 1 ? 'stays where it is' : 'stay where they are'}. ${why}`
}

/** `clusters`: headings that are gone. `left`: how many of their notes are in *Not sorted* now. */
export function itemsDeleted({ notes = 0, clusters = 0, drawings = 0, left }: ItemCounts & { left: number }): string {
  const deleted = itemsText({ notes, drawings })
  const isOneNote = notes === 1 && clusters + drawings === 0
  return [
    deleted && (isOneNote ? 'Note deleted.' : `${deleted} deleted.`),
    clusters > 0 && (clusters === 1 ? 'Heading removed.' : `${clusters} headings removed.`),
    left > 0 && `${clusters === 1 ? 'Its' : 'Their'} ${left === 1 ? 'note is' : `${left} notes are`} in Not sorted.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Several headings becoming one, in both views. */
export const mergingText = {
  button: 'Merge headings…',
  title: (count: number) => `Merge ${count} headings: which one stays?`,
  explain: 'The notes of the others go to the end of it, and their headings go away. You can undo it.',
} as const

function listed(parts: readonly (string | false)[]): string {
  const said = parts.filter((part) => part !== false)
  const last = said.pop() ?? ''
  return said.length === 0 ? last : `${said.join(', ')} and ${last}`
}
