import { readDescription, readDrawingPlace, readRecord } from '../../shared/document/read-drawing'
import type { Touch } from '../../shared/document/touches'
import { isItemId, type MemberId } from '../../shared/domain/ids'
import type { RefusalCode } from '../../shared/protocol/refusals'

type Field = { value: unknown; isNew: boolean; me: MemberId }

/**
 * [A26] What each field of a drawing may be written with. What was drawn, by whom and when is written once: nobody changes
 * somebody else's drawing by putting another in its place. A record that no view can read, of an unknown kind or too large,
 * would lie in everybody's copy for good. `deleted`: undoing the first description takes it away again.
 */
const FIELDS: Record<string, (field: Field) => boolean> = {
  record: ({ value, isNew }) => isNew && readRecord(value) !== undefined,
  place: ({ value }) => readDrawingPlace(value) !== undefined,
  description: ({ value }) => value === undefined || readDescription(value) !== undefined,
  sketch: ({ value, isNew }) => isNew && typeof value === 'string' && isItemId(value),
  createdAt: ({ value, isNew }) => isNew && typeof value === 'number',
  // the words themselves are a shared text, which is no plain value
  text: ({ value, isNew }) => isNew && value === undefined,
  locked: ({ value }) => value === undefined || typeof value === 'boolean',
  author: ({ value, isNew, me }) => isNew && value === me,
}

export function misfitOfDrawing(
  { path, change, value }: Pick<Touch, 'path' | 'change' | 'value'>,
  isNew: boolean,
  writer: { id: MemberId },
): RefusalCode | undefined {
  const [, key] = path
  if (change === 'text') return key === 'text' && path.length === 2 ? undefined : 'update-not-valid'
  if (key === undefined) return undefined
  const fits = path.length === 2 && FIELDS[key]?.({ value, isNew, me: writer.id }) === true
  if (fits) return undefined
  return key === 'author' ? 'not-as-joined' : 'update-not-valid'
}
