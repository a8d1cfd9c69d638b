import type { Edit } from '../../shared/document/change'
import type { Deed } from '../../shared/domain/deeds'
import type { DrawingId, SectionId } from '../../shared/domain/ids'
import { around } from '../../shared/layout/boxes'
import { drawingPlaceAt, drawingPlaceIn, middleOf, placesInSection } from '../../shared/layout/layout-drawings'
import { drawnRecord } from '../../shared/layout/simplify-stroke'
import { drawingText as text } from '../text/drawings'
import { announce } from '../ui/live-region'
import { showToast } from '../ui/toast'
import type { Board } from './create-board'
import type { Point } from './crossing'
import { findItem } from './describe-item'
import type { BoardTool, Drawn } from './pen'

type Means = {
  /** True when it may go on; else the person has been told why not. */
  open(ids: readonly (string | null)[], deed?: Deed): boolean
  undoable(made: Edit | undefined, words: string): void
}

/** What one can do with drawings on the board, by pointer, key, tool or panel alike. */
export function createDrawingActs(board: Board, { open, undoable }: Means) {
  const { canvas, pens } = board
  /** Texts begun here and not yet left: gone again when nothing was written. */
  const fresh = new Set<string>()
  const layout = () => board.drawing().layout
  const boxes = (ids: readonly DrawingId[]) => ids.flatMap((id) => layout().drawings.get(id) ?? [])
  const selected = () => board.selected().filter((id) => layout().drawings.has(id as DrawingId)) as DrawingId[]

  const drawn = ({ kind, points }: Drawn, isAsked = true): DrawingId | undefined => {
    const { colour, size } = pens.pen()
    const made = drawnRecord({ kind, points, colour, size })
    if (!made) return undefined
    const { record, corner } = made
    const [w, h] = [0, 1].map((odd) => Math.max(1, ...record.points.filter((_, index) => index % 2 === odd)))
    const frame = { ...corner, w: w ?? 1, h: h ?? 1 }
    const own = drawingPlaceAt(layout(), corner, middleOf(frame))
    if (kind !== 'pen') pens.sketches.end()
    const sketch = pens.sketches.join({ frame, at: board.workshop.now(), section: own.in })
    if (kind !== 'pen') pens.sketches.end()
    if (!open([sketch.section], 'draw')) return undefined
    const id = canvas.edits.addDrawing({
      record,
      // the strokes of one sketch stay with one section
      place: drawingPlaceIn(layout(), corner, sketch.section),
      sketch: sketch.name,
    })
    if (id && isAsked) {
      if (sketch.isNew) announce(text.ask.said)
      pens.ask(sketch.isNew ? [id] : [...pens.asked(), id])
    }
    return id
  }

  const addTextAt = (point: Point): void => {
    const place = drawingPlaceAt(layout(), { x: point.x, y: point.y - 16 }, point)
    if (!open([place.in], 'draw')) return
    const { colour, size } = pens.pen()
    const id = canvas.edits.addDrawing({ record: { v: 1, kind: 'text', points: [], colour, size }, place })
    if (!id) return
    fresh.add(id)
    pens.setPen({ tool: 'select' })
    board.control()?.edit(id)
  }

  const moveTo = (ids: readonly DrawingId[], by: Point): Edit | undefined => {
    const moving = boxes(ids)
    const whole = around(moving.map((box) => ({ ...box, x: box.x + by.x, y: box.y + by.y })))
    if (!whole || (Math.round(by.x) === 0 && Math.round(by.y) === 0)) return undefined
    const moves = moving.map(({ id, x, y }) => {
      return { id, place: drawingPlaceAt(layout(), { x: x + by.x, y: y + by.y }, middleOf(whole)) }
    })
    return open([...ids, ...moves.map(({ place }) => place.in)], 'draw') ? canvas.edits.moveDrawings(moves) : undefined
  }

  const deleteDrawings = (ids: readonly DrawingId[]): void => {
    if (ids.length === 0 || !open(ids, 'draw')) return
    const mine = ids.filter(board.mayErase)
    if (mine.length > 0) {
      undoable(canvas.edits.deleteDrawings(mine), text.deleted)
    }
    if (mine.length < ids.length) showToast({ text: text.notYours })
  }

  return {
    selectedDrawings: selected,
    drawn,
    addTextAt,
    erase: (ids: readonly string[]) => deleteDrawings(ids as DrawingId[]),
    deleteDrawings,
    /** Let go at the end of a drag: the first one's corner is where it was let go. */
    dropDrawings(ids: readonly DrawingId[], corner: Point): void {
      const [first] = boxes(ids)
      if (first) moveTo(ids, { x: corner.x - first.x, y: corner.y - first.y })
    },
    nudge: (ids: readonly DrawingId[], by: Point) => moveTo(ids, by),
    /** To the top of a section, without a pointer. */
    moveDrawingsTo(ids: readonly DrawingId[], section: SectionId): Edit | undefined {
      if (!open([...ids, section], 'draw')) return undefined
      return canvas.edits.moveDrawings(placesInSection(layout(), ids, section))
    },
    describe(ids: readonly DrawingId[], words: string): void {
      if (open(ids, 'draw')) canvas.edits.describeDrawings(ids, words)
    },
    /** Says the tool that is in hand from now on. */
    takeUp(tool: BoardTool): void {
      if (tool !== 'select' && !open([], 'draw')) return
      board.control()?.stopEditing()
      if (tool !== 'select') board.control()?.select([])
      pens.sketches.end()
      pens.setPen({ tool })
      announce(text.chosen[tool])
      if (tool !== 'select') board.control()?.focus()
    },
    /** Enter with a tool in hand: one of usual size in the middle of the screen, for whoever has no pointer. */
    drawInMiddle(): boolean {
      const { tool } = pens.pen()
      const centre = board.control()?.centre()
      if (!centre || tool === 'select' || tool === 'pen' || tool === 'eraser') return false
      if (tool === 'text') addTextAt(centre)
      else {
        const from = { x: centre.x - 110, y: centre.y - 50 }
        const to = { x: centre.x + 110, y: centre.y + (tool === 'arrow' ? -50 : 50) }
        const id = drawn({ kind: tool, points: [from, to] })
        if (id) pens.setPen({ tool: 'select' })
        if (id) board.control()?.select([id])
      }
      return true
    },
    /** The field of a text was left: begun here and left empty, it goes away again. */
    leftText(id: string): boolean {
      if (!fresh.delete(id)) return false
      const item = findItem(board.drawing().view, id)
      if (item?.is === 'drawing' && item.drawing.text.trim() === '') canvas.edits.deleteDrawings([item.drawing.id])
      return true
    },
  }
}
