/** Every measure of what is drawn on a canvas, in canvas units. The board's styles take theirs from here. */

export type TextSize = 'large' | 'medium' | 'small'

/** The three sizes of a note's text: each is used up to so many lines, then the next; the smallest lets the note grow. */
export const NOTE_TEXT: readonly { name: TextSize; size: number; line: number; mostLines: number }[] = [
  { name: 'large', size: 15, line: 20, mostLines: 5 },
  { name: 'medium', size: 13, line: 17, mostLines: 7 },
  { name: 'small', size: 12, line: 16, mostLines: 400 },
]

export const NOTE = {
  width: 172,
  border: 1.5,
  padding: { top: 9, right: 10, bottom: 9, left: 30 },
  /** 172 less border and padding. */
  textWidth: 129,
  /** Border and padding above and below. */
  around: 21,
  leastHeight: 84,
  leastHeightInCluster: 76,
  gap: 8,
  /** The words of a lock under the text. */
  lockLine: 20,
} as const

export const CLUSTER = {
  width: 380,
  columns: 2,
  /** To the notes and the words, border included. */
  inset: { top: 15, side: 14, bottom: 14 },
  innerWidth: 352,
  kindLine: 22,
  title: { size: 18, line: 22, mostLines: 6, above: 2, below: 8 },
  resident: { size: 13, line: 18, mostLines: 3, below: 8 },
  /** The dashed place where the first note goes. */
  emptyHeight: 44,
  foot: { line: 18, above: 8 },
  /** The line that opens a folded cluster, and the size of the mark that folds it. */
  fold: { line: 26, mark: 28 },
  gap: 16,
} as const

export const SECTION = {
  leastWidth: 412,
  leastHeight: 120,
  padding: 16,
  title: { size: 18, line: 22, mostLines: 2 },
  prompt: { size: 15, line: 22, mostLines: 3 },
  headTop: 14,
  headBottom: 14,
  /** The words "Not sorted" over the block of notes, where there are clusters too. */
  notSortedLabel: 24,
  /** Between the block of notes and the clusters. */
  blockGap: 24,
  /** Between sections that had to move apart. */
  apart: 40,
} as const

/** Words on the canvas without a note round them: as wide as they are, up to a width at which they break. */
export const DRAWN_TEXT = {
  thin: { size: 18, line: 24 },
  medium: { size: 26, line: 34 },
  thick: { size: 40, line: 50 },
  leastWidth: 40,
  mostWidth: 520,
  mostLines: 30,
} as const

/** An empty canvas still has a size: the templates' 16:9. */
export const EMPTY_CANVAS = { x: 0, y: 0, w: 1600, h: 900 } as const
