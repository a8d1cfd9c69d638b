import * as Y from 'yjs'
import {
  DRAWING_COLOURS,
  DRAWING_KINDS,
  DRAWING_LIMITS,
  DRAWING_SIZES,
  type DrawingKind,
  type DrawingPlace,
  type DrawingRecord,
} from '../domain/drawing'
import type { DrawingId, MemberId } from '../domain/ids'
import { readPlace } from './place'
import { textOf } from './roots'

export type DrawingItem = {
  id: DrawingId
  record: DrawingRecord
  text: string
  description: string
  author: MemberId | null
  sketch: string
  place: DrawingPlace
}

/** Undefined for what does not fit, like an unknown kind or too many points: it is left out and counted, never thrown. */
export function readDrawing(id: string, value: unknown): DrawingItem | undefined {
  if (!(value instanceof Y.Map)) return undefined
  const record = readRecord(value.get('record'))
  const place = readDrawingPlace(value.get('place'))
  const text = textOf(value, 'text')
  if (!record || !place || (record.kind === 'text' && !text)) return undefined
  const author: unknown = value.get('author')
  const sketch: unknown = value.get('sketch')
  return {
    id: id as DrawingId,
    record,
    text: record.kind === 'text' ? (text?.toString() ?? '') : '',
    description: readDescription(value.get('description')) ?? '',
    author: typeof author === 'string' ? (author as MemberId) : null,
    sketch: typeof sketch === 'string' ? sketch : id,
    place,
  }
}

export function readDescription(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= DRAWING_LIMITS.description ? value : undefined
}

/** A drawing lies where it was drawn: a place in a row of others is none. */
export function readDrawingPlace(value: unknown): DrawingPlace | undefined {
  const place = readPlace(value)
  const live = place?.in === 'bin' && 'from' in place ? place.from : place
  return live && 'x' in live ? (place as DrawingPlace) : undefined
}

export function readRecord(value: unknown): DrawingRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { v, kind: named, points, colour, size, ...unknown } = value as Record<string, unknown>
  const kind = DRAWING_KINDS.find((one) => one === named)
  if (v !== 1 || !kind || Object.keys(unknown).length > 0 || !arePoints(points, kind)) return undefined
  return {
    v,
    kind,
    points,
    colour: DRAWING_COLOURS.find((one) => one === colour) ?? 'ink',
    size: DRAWING_SIZES.find((one) => one === size) ?? 'medium',
  }
}

function arePoints(value: unknown, kind: DrawingKind): value is number[] {
  if (!Array.isArray(value) || value.length > 2 * DRAWING_LIMITS.points || !hasAsMany(value.length, kind)) return false
  return value.every((one) => Number.isSafeInteger(one) && one >= 0 && one <= DRAWING_LIMITS.extent)
}

function hasAsMany(numbers: number, kind: DrawingKind): boolean {
  if (kind === 'pen') return numbers >= 2 && numbers % 2 === 0
  return numbers === { arrow: 4, rectangle: 2, text: 0 }[kind]
}
