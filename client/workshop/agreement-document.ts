import { createComputed, onCleanup, untrack } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type * as Y from 'yjs'
import { readAgreement } from '../../shared/document/agreement'
import type { AgreementView } from '../../shared/domain/action'
import type { Agreement } from './contract'
import { useWorkshopInside } from './workshop-context'

/** The open agreement document of this workshop. Call inside a Solid owner; it closes with it. */
export function createAgreement(): Agreement {
  const { workshop, openRoom } = useWorkshopInside()
  const room = openRoom({ kind: 'agreement', workshopId: workshop.id })
  const [view, setView] = createStore(reading(untrack(room.document)))
  createComputed(() => {
    const document = room.document()
    const show = () => setView(reconcile(reading(document), { key: 'id', merge: false }))
    document.on('afterTransaction', show)
    onCleanup(() => document.off('afterTransaction', show))
    show()
  })
  return { view, ready: room.ready, document: room.document }
}

/** A copy: what Yjs hands out lies in the document, and the store writes into what it is given. */
function reading(document: Y.Doc): AgreementView {
  return structuredClone(readAgreement(document))
}
