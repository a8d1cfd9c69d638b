import type { DrawingColour, DrawingKind, DrawingSize } from '../../shared/domain/drawing'
import type { CanvasLayout, DrawingBox } from '../../shared/layout/boxes'
import { drawingPaths } from '../../shared/layout/drawing-path'
import { remembered } from '../../shared/layout/remembered'

export type DrawingProps = {
  w: number
  h: number
  kind: DrawingKind
  colour: DrawingColour
  size: DrawingSize
  /** Of SVG, from the drawing's corner. */
  paths: string[]
  words: string[]
}

export type DrawingShape = { id: string; x: number; y: number; type: 'drawing'; layer: 3; props: DrawingProps }

export function drawingShapes({ drawings }: Pick<CanvasLayout, 'drawings'>): Map<string, DrawingShape> {
  return new Map([...drawings.values()].map((box) => [box.id, drawingShape(box)]))
}

const drawingShape = remembered((box: DrawingBox): DrawingShape => {
  const { id, x, y, w, h, record, lines } = box
  const { kind, colour, size } = record
  const props = { w, h, kind, colour, size, paths: drawingPaths(record), words: [...lines] }
  return { id, type: 'drawing', layer: 3, x, y, props }
})
