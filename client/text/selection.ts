import { isolated } from './isolated'
import { type ItemCounts, itemsText } from './items'

const notes = (count: number) => (count === 1 ? '1 note' : `${count.toLocaleString('en-GB')} notes`)

/** Choosing several items in the list. */
export const selectionText = {
  select: 'Select',
  named: (start: string) => `Select, ${isolated(start)}`,
  headingNamed: (title: string) => `Select heading, ${isolated(title)}`,
  drawingNamed: (start: string) => `Select drawing, ${isolated(start)}`,
  region: 'What is selected',
  count(items: ItemCounts) {
    const { notes: count = 0, clusters = 0, drawings = 0 } = items
    if (clusters + drawings > 0) return `${itemsText(items)} selected`
    return count === 0 ? 'Nothing selected' : `${count.toLocaleString('en-GB')} selected`
  },
  all: 'Select all shown',
  move: 'Move to…',
  moveTitle: (what: string) => `Move ${what} to…`,
  moved: (what: string, section: string) => `${what} moved to ${isolated(section)}.`,
  cluster: 'New cluster from them',
  duplicate: 'Duplicate',
  lock: 'Lock',
  delete: 'Delete',
  clear: 'Clear',
  done: 'Done',
  duplicated: (count: number) => `${notes(count)} duplicated.`,
} as const
