import { quoted } from './isolated'

const notes = (count: number) => (count === 1 ? '1 note' : `${count.toLocaleString('en-GB')} notes`)

/** Words of adding many notes at once: pasted lines, a table, a file. */
export const intakeText = {
  title: (count: number) => (count === 0 ? 'No notes to add' : `Add ${notes(count)}?`),
  lines: (place: string) => `One note a line, to ${quoted(place)}.`,
  table: 'One note a row, to the section or cluster that it names.',
  privately: 'Only you see them until they are shown together.',
  add: (count: number) => `Add ${notes(count)}`,
  cancel: 'Cancel',
  close: 'Close',
  side: 'They count for',
  sideOfRows: 'Notes without a side count for',
  noSide: 'No side',
  more: (count: number) => `and ${count.toLocaleString('en-GB')} more`,
  where: 'Where they go',
  goes: (place: string, count: number) => `${notes(count)} to ${place === '' ? 'one without a title' : quoted(place)}`,
  unknown: (title: string, count: number, place: string) =>
    `Nothing open here is called ${quoted(title)}: ${notes(count)} ${count === 1 ? 'goes' : 'go'} to ${quoted(place)}.`,

  leftOut: (count: number) => (count === 1 ? '1 is left out' : `${count.toLocaleString('en-GB')} are left out`),
  row: (row: number, why: string) => (row === 0 ? why : `Row ${row}: ${why}`),
  why: {
    'no-words': () => 'it has no words.',
    'too-long': () => 'it is too long for one note.',
    'too-many': () => 'it is too many for one go. Add it with the next.',
    'unknown-side': (side: string) => `no side is called ${quoted(side)} here.`,
    'not-your-side': (side: string) => `it counts for ${quoted(side)}. A facilitator can add it.`,
  },
  whyLine: {
    'no-words': 'A line without words',
    'too-long': 'Too long for one note',
    'too-many': 'Too many for one go',
    'unknown-side': '',
    'not-your-side': '',
  },
  stayInField: 'They stay in the field.',
  stayInClipboard: 'They stay in your clipboard.',
  copy: 'Copy what is left out',
  copied: 'Copied',
  refused: 'Nothing was added: notes cannot be added here just now. Copy them, or leave this open and try again.',
  copyAll: 'Copy all',

  added: (count: number) => `${notes(count)} added.`,
  addedTo: (count: number, place: string) => `${notes(count)} added to ${quoted(place)}`,
  undo: 'Undo',
  undoTooLate: 'Something else was done since. Use Undo to go back step by step.',

  fromFile: 'Import notes',
  fromFileTitle: 'Import notes from a CSV or text file. A CSV may have heads: text, side, section, cluster.',
  notText: 'Only text and CSV files become notes. Pictures and documents cannot be put on a canvas.',
  tooLarge: 'That is too much text for one go. Split it into parts of up to 2 MB.',
  nothing: 'There are no notes in it.',
} as const
