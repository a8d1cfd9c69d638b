import type { DrawingColour, DrawingKind, DrawingSize } from '../../shared/domain/drawing'
import { isolated, quoted } from './isolated'

const KIND: Record<DrawingKind, string> = { pen: 'Pen drawing', arrow: 'Arrow', rectangle: 'Rectangle', text: 'Text' }

/** Every word about drawings, on the board and in the list. */
export const drawingText = {
  kind: KIND,
  tools: {
    draw: 'Draw',
    toolbar: 'Drawing tools',
    pen: 'Pen',
    arrow: 'Arrow',
    rectangle: 'Rectangle',
    text: 'Text',
    eraser: 'Eraser',
    colours: 'Colour',
    sizes: 'Thickness',
    close: 'Stop drawing',
  },
  colour: { ink: 'Ink', red: 'Red', amber: 'Amber', teal: 'Teal' } satisfies Record<DrawingColour, string>,
  size: { thin: 'Thin', medium: 'Medium', thick: 'Thick' } satisfies Record<DrawingSize, string>,
  /** Heard when a tool is taken up. */
  chosen: {
    select: 'Select. Nothing is drawn.',
    pen: 'Pen. Draw on the canvas; Escape ends.',
    arrow: 'Arrow. Drag from one end to the other, or press Enter for one in the middle. Escape ends.',
    rectangle: 'Rectangle. Drag from corner to corner, or press Enter for one in the middle. Escape ends.',
    text: 'Text. Press where it should stand, or Enter for the middle. Escape ends.',
    eraser: 'Eraser. Drag over lines to delete them. Escape ends.',
  },
  /** Where something may not be drawn. */
  writeHere: 'Write on the canvas',
  ask: {
    question: 'What does this show?',
    why: 'People who use the list read this instead of the drawing.',
    placeholder: 'For example: how a bid goes round',
    save: 'Save',
    skip: 'Skip',
    said: 'Drawn. You can say what it shows, above the tools.',
    saved: 'Saved what it shows.',
  },
  unsaid: (kind: DrawingKind) => `${KIND[kind]}, not described yet`,
  named: (kind: DrawingKind, words: string) => (kind === 'text' ? words : `${KIND[kind]}: ${isolated(words)}`),
  said: (words: string, place: string) => `${isolated(words)}. ${isolated(place)}`,
  inSection: (title: string) => `In ${isolated(title)}`,
  onCanvas: 'Outside the sections',
  bin: 'Drawing',
  panel: {
    by: (name: string) => `Drawn by ${isolated(name)}`,
    byYou: 'Drawn by you',
    shows: 'What it shows',
    save: 'Save',
    saved: 'Saved what it shows.',
    edit: 'Edit text',
    moveTo: 'Move to…',
    moveBy: 'Move',
    left: 'Move left',
    right: 'Move right',
    up: 'Move up',
    down: 'Move down',
    moved: { left: 'Moved left', right: 'Moved right', up: 'Moved up', down: 'Moved down' },
    delete: 'Delete',
    onlyDrawer: 'Only the person who drew it, or a facilitator, can delete it.',
  },
  deleted: 'Drawing deleted.',
  notYours: 'What others drew stays. Only the person who drew it, or a facilitator, can delete it.',
  tooLong: 'That is more than fits here. Write a note instead.',
  list: {
    heading: 'Drawings',
    explain: 'What people drew on the board. Only a description can be read here.',
    describe: 'Describe',
    describeNamed: (words: string) => `Describe, ${isolated(words)}`,
    moveNamed: (words: string) => `Move to…, ${isolated(words)}`,
    deleteNamed: (words: string) => `Delete, ${isolated(words)}`,
    field: 'What does it show?',
    where: 'Move it to',
    outside: 'Outside the sections',
    move: 'Move',
    cancel: 'Cancel',
    movedTo: (title: string) => `Moved to ${quoted(title)}`,
  },
} as const

/** The keys of drawing, in the dialog of all keys. */
export const drawingKeys = {
  title: 'Drawing',
  rows: [
    ['P  A  R  T  E', 'Pen, arrow, rectangle, text, eraser'],
    ['Enter', 'Arrow, rectangle or text in the middle'],
    ['Escape', 'Put the pen down'],
  ],
} as const
