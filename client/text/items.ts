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

function listed(parts: readonly (string | false)[]): string {
  const said = parts.filter((part) => part !== false)
  const last = said.pop() ?? ''
  return said.length === 0 ? last : `${said.join(', ')} and ${last}`
}
