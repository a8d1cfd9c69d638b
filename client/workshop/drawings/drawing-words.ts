import type { BinnedView } from '../../../shared/domain/canvas-view'
import type { DrawingView } from '../../../shared/domain/drawing'
import { drawingText as text } from '../../text/drawings'

/** What one hears and reads of a drawing. */
export function drawingWords(sketch: readonly Pick<DrawingView, 'description' | 'text' | 'record'>[]): string {
  const [first] = sketch
  const said = sketch.find(({ description, text: words }) => description.trim() !== '' || words.trim() !== '')
  const kind = first?.record.kind ?? 'pen'
  if (!said) return text.unsaid(kind)
  return text.named(kind, said.description.trim() || said.text.trim())
}

/** The same of a deleted one. */
export function drawnWords({ kind, text: words }: Extract<BinnedView, { is: 'drawing' }>): string {
  return words.trim() === '' ? text.unsaid(kind) : text.named(kind, words.trim())
}
