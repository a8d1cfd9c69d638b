import { untrack } from 'solid-js'
import type { DrawingId, NoteId } from '../../shared/domain/ids'
import { LIMITS } from '../../shared/protocol/limits'
import { boardText as words } from '../text/board'
import { drawingText } from '../text/drawings'
import { growToContent } from '../ui/text-field'
import { showToast } from '../ui/toast'
import type { Canvas } from '../workshop/contract'
import { bindText } from '../workshop/text-binding'

/** Binds a field to the words of an item in whichever document is there now (TRAPS 2). */
export function bindItem(canvas: Canvas, id: string, field: HTMLTextAreaElement): () => void {
  const text = () =>
    canvas.noteText(id as NoteId) ?? canvas.clusterText(id as never, 'title') ?? canvas.drawingText(id as DrawingId)
  const isNote = canvas.noteText(id as NoteId) !== undefined
  const isDrawn = canvas.drawingText(id as DrawingId) !== undefined
  const tooLong = isDrawn ? drawingText.tooLong : words.tooLongHere
  return bindReplaceable(canvas, text, field, {
    maxLength: isNote ? LIMITS.note : isDrawn ? LIMITS.drawingText : LIMITS.clusterTitle,
    onShown: () => growToContent(field),
    onTooLong: () => showToast({ text: isNote ? words.tooLong : tooLong }),
  })
}

type BindOptions = Parameters<typeof bindText>[2]

/** The binding follows the document when it is replaced. Needs no Solid owner. */
export function bindReplaceable(
  canvas: Canvas,
  text: () => Parameters<typeof bindText>[1] | undefined,
  field: HTMLTextAreaElement,
  options?: BindOptions,
): () => void {
  let bound: { to: object; close: () => void } | undefined
  const follow = () => {
    const now = untrack(text)
    if (bound?.to === now) return
    bound?.close()
    bound = now && { to: now, close: bindText(field, now, options) }
  }
  const stop = canvas.subscribe(follow)
  return () => {
    stop()
    bound?.close()
  }
}
