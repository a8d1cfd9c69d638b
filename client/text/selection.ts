import { isolated } from './isolated'

const notes = (count: number) => (count === 1 ? '1 note' : `${count.toLocaleString('en-GB')} notes`)

/** Choosing several notes in the list. */
export const selectionText = {
  select: 'Select',
  named: (start: string) => `Select, ${isolated(start)}`,
  region: 'Selected notes',
  count: (count: number) => (count === 0 ? 'Nothing selected' : `${count.toLocaleString('en-GB')} selected`),
  all: 'Select all shown',
  move: 'Move to…',
  cluster: 'New cluster from them',
  duplicate: 'Duplicate',
  lock: 'Lock',
  delete: 'Delete',
  clear: 'Clear',
  done: 'Done',
  deleted: (count: number) => `${notes(count)} deleted.`,
  duplicated: (count: number) => `${notes(count)} duplicated.`,
} as const
