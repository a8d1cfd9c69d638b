import type { DrawingColour, DrawingKind, DrawingSize } from '../../shared/domain/drawing'

/** What the pointer does on the board. */
export type BoardTool = 'select' | 'eraser' | DrawingKind

/** The tool in hand and the ink in it. */
export type Pen = { tool: BoardTool; colour: DrawingColour; size: DrawingSize }

/** The way that a pen went, canvas units. */
export type Drawn = { kind: 'pen' | 'arrow' | 'rectangle'; points: readonly { x: number; y: number }[] }

/** Enter on a drawing leads to the field for what it shows. */
export const SHOWS_FIELD = 'drawing-shows'

export const FIRST_PEN: Pen = { tool: 'select', colour: 'ink', size: 'medium' }
