import type { CanvasView } from './canvas-view'
import type { ClusterId, NoteId } from './ids'

export type Match =
  | { is: 'note'; id: NoteId; text: string; cluster: ClusterId | null }
  | { is: 'cluster'; id: ClusterId; text: string }

/**
 * Notes and headings that hold all of the words, in reading order. Capitals and accents make no difference: who looks for
 * "cafe" finds "Café". Nothing to look for finds nothing.
 */
export function findItems(view: CanvasView, words: string): Match[] {
  const sought = folded(words).split(/\s+/).filter(Boolean)
  if (sought.length === 0) return []
  const holds = (text: string) => {
    const plain = folded(text)
    return sought.every((word) => plain.includes(word))
  }
  const matches: Match[] = []
  const look = (holder: Pick<CanvasView['loose'], 'notes' | 'clusters'>) => {
    for (const { id, text } of holder.notes) if (holds(text)) matches.push({ is: 'note', id, text, cluster: null })
    for (const { id, title, notes } of holder.clusters) {
      if (holds(title)) matches.push({ is: 'cluster', id, text: title })
      for (const note of notes)
        if (holds(note.text)) matches.push({ is: 'note', id: note.id, text: note.text, cluster: id })
    }
  }
  for (const section of view.sections) look(section)
  look(view.loose)
  return matches
}

/** Without accents and capitals; the letters that Unicode does not take apart are written out. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/đ/g, 'd')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
}
