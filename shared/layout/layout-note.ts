import type { NoteView } from '../domain/canvas-view'
import { remembered } from './remembered'
import { NOTE, NOTE_TEXT, type TextSize } from './sizes'
import { wrapText } from './wrap-text'

export type MeasuredNote = { note: NoteView; lines: readonly string[]; text: TextSize; height: number }

export const measureNote = remembered(measure)

/** The largest of the three sizes at which the words stay short; the smallest always takes them, and the note grows. */
function measure(note: NoteView, least: number): MeasuredNote {
  const lock = note.locked ? NOTE.lockLine : 0
  const leastHeight = least + lock
  for (const { name, size, line, mostLines } of NOTE_TEXT) {
    const lines = wrapText(note.text, { size, weight: 400, width: NOTE.textWidth })
    const last = name === 'small'
    if (lines.length > mostLines && !last) continue
    const shown = lines.length > mostLines ? [...lines.slice(0, mostLines - 1), '…'] : lines
    return { note, lines: shown, text: name, height: Math.max(leastHeight, shown.length * line + NOTE.around + lock) }
  }
  return { note, lines: [''], text: 'small', height: leastHeight }
}

export type PlacedNote = { measured: MeasuredNote; x: number; y: number; h: number }

/** Notes in rows of `columns`, those of one row equally tall. */
export const gridOfNotes = remembered(placeInGrid)

function placeInGrid(notes: readonly MeasuredNote[], columns: number): { notes: PlacedNote[]; height: number } {
  const placed: PlacedNote[] = []
  const heights = rowHeights(notes, columns)
  let y = 0
  heights.forEach((h, row) => {
    for (let column = 0; column < columns; column++) {
      const measured = notes[row * columns + column]
      if (measured) placed.push({ measured, x: column * (NOTE.width + NOTE.gap), y, h })
    }
    y += h + NOTE.gap
  })
  return { notes: placed, height: Math.max(0, y - NOTE.gap) }
}

/** As many as fit the widest section. */
const MOST_COLUMNS = 200

/** The height of the same grid, for trying many numbers of columns cheaply. */
export const gridHeight = remembered((notes: readonly MeasuredNote[], columns: number): number => {
  const heights = rowHeights(notes, columns)
  return Math.max(
    0,
    heights.reduce((sum, h) => sum + h + NOTE.gap, -NOTE.gap),
  )
}, MOST_COLUMNS)

function rowHeights(notes: readonly MeasuredNote[], columns: number): number[] {
  const heights: number[] = []
  notes.forEach((note, index) => {
    const row = Math.floor(index / columns)
    heights[row] = Math.max(heights[row] ?? 0, note.height)
  })
  return heights
}

export function widthOfColumns(columns: number): number {
  return columns * NOTE.width + Math.max(0, columns - 1) * NOTE.gap
}
