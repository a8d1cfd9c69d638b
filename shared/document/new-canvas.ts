import * as Y from 'yjs'
import { newId, type SectionId } from '../domain/ids'
import type { CanvasTemplate } from '../domain/template'
import { newText, rootOf } from './roots'

/** Lays out a template's sections in an empty document; answers with their ids in the template's order. */
export function fillCanvas(document: Y.Doc, template: CanvasTemplate): SectionId[] {
  return document.transact(() =>
    template.sections.map((section) => {
      const id = newId<'section'>()
      const { title, ...fields } = section
      rootOf(document, 'sections').set(id, new Y.Map<unknown>(Object.entries({ ...fields, title: newText(title) })))
      return id
    }),
  )
}
