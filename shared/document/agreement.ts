import * as Y from 'yjs'
import type { ActionDraft, AgreementView, Commitment } from '../domain/action'
import { isCalendarDay } from '../domain/calendar-day'
import { type ActionId, type CommitmentId, newId } from '../domain/ids'
import { SIDES, type Side } from '../domain/side'
import { byOrder, keysBetween } from './order'
import { EDIT, type ItemMap, itemOf, newText, rootOf, textOf } from './roots'

/**
 * The agreement document: `actions: Y.Map<ActionId, { title, residentChange, measure: Y.Text, from, order, binned?,
 * commitments: Y.Map<CommitmentId, { side, organisation, person, by, waitsOn, order, removed?, what: Y.Text }> }>`.
 * As on a canvas nobody removes an item from a map: an action goes to the bin, a commitment is marked removed.
 */
export type NewAction = Pick<ActionDraft, 'title' | 'residentChange' | 'from'>

export function addAction(document: Y.Doc, action: NewAction): ActionId {
  const id = newId<'action'>()
  document.transact(() => {
    const fields = {
      title: newText(action.title),
      residentChange: newText(action.residentChange),
      measure: newText(''),
      from: action.from,
      order: endOf(rootOf(document, 'actions')),
      commitments: new Y.Map<ItemMap>(),
    }
    rootOf(document, 'actions').set(id, new Y.Map<unknown>(Object.entries(fields)))
  }, EDIT)
  return id
}

export function setActionBinned(document: Y.Doc, id: ActionId, at: number | null): void {
  document.transact(() => {
    const action = itemOf(document, 'actions', id)
    if (at === null) action?.delete('binned')
    else action?.set('binned', at)
  }, EDIT)
}

export function addCommitment(
  document: Y.Doc,
  action: ActionId,
  commitment: { side: Side; organisation?: string; person?: string; what?: string; by?: string },
): CommitmentId | undefined {
  const commitments = commitmentsOf(itemOf(document, 'actions', action))
  if (!commitments) return undefined
  const id = newId<'commitment'>()
  const { side, organisation = '', person = '', what = '', by = '' } = commitment
  document.transact(() => {
    const fields = { side, organisation, person, what: newText(what), by, waitsOn: [], order: endOf(commitments) }
    commitments.set(id, new Y.Map<unknown>(Object.entries(fields)))
  }, EDIT)
  return id
}

export type CommitmentFields = Partial<Pick<Commitment, 'side' | 'organisation' | 'person' | 'by' | 'waitsOn'>>

export function setCommitment(document: Y.Doc, action: ActionId, id: CommitmentId, fields: CommitmentFields): void {
  const commitment = commitmentMap(document, action, id)
  document.transact(() => {
    for (const [key, value] of Object.entries(fields)) commitment?.set(key, value)
  }, EDIT)
}

export function setCommitmentRemoved(document: Y.Doc, action: ActionId, id: CommitmentId, removed: boolean): void {
  document.transact(() => commitmentMap(document, action, id)?.set('removed', removed), EDIT)
}

export function actionText(
  document: Y.Doc,
  id: ActionId,
  key: 'title' | 'residentChange' | 'measure',
): Y.Text | undefined {
  return textOf(itemOf(document, 'actions', id), key)
}

export function commitmentText(document: Y.Doc, action: ActionId, id: CommitmentId): Y.Text | undefined {
  return textOf(commitmentMap(document, action, id), 'what')
}

/** The plain reading; what does not fit is left out and counted. */
export function readAgreement(document: Y.Doc): AgreementView {
  const view: AgreementView = { actions: [], bin: [], leftOut: 0 }
  const read: { draft: ActionDraft; order: string; id: string }[] = []
  rootOf(document, 'actions').forEach((item, id) => {
    const draft = readAction(id as ActionId, item)
    if (!draft) view.leftOut += 1
    else if (typeof item.get('binned') === 'number')
      view.bin.push({ id: draft.id, title: draft.title, at: item.get('binned') as number })
    else read.push({ draft, order: asString(item.get('order')), id })
  })
  view.actions = read.sort(byOrder).map(({ draft }) => draft)
  view.bin.sort((a, b) => b.at - a.at)
  return view
}

export function readAction(id: ActionId, item: unknown): ActionDraft | undefined {
  if (!(item instanceof Y.Map)) return undefined
  const [title, residentChange, measure] = ['title', 'residentChange', 'measure'].map((key) =>
    textOf(item, key)?.toString(),
  )
  const commitments = commitmentsOf(item)
  if (title === undefined || !commitments) return undefined
  return {
    id,
    title,
    residentChange: residentChange ?? '',
    measure: measure ?? '',
    from: readFrom(item.get('from')),
    commitments: readCommitments(commitments),
  }
}

function readCommitments(commitments: Y.Map<ItemMap>): Commitment[] {
  const read: { commitment: Commitment; order: string; id: string }[] = []
  commitments.forEach((item, id) => {
    if (!(item instanceof Y.Map) || item.get('removed') === true) return
    const side = SIDES.find((s) => s === item.get('side'))
    if (!side) return
    const waitsOn: unknown = item.get('waitsOn')
    const commitment: Commitment = {
      id: id as CommitmentId,
      side,
      organisation: asString(item.get('organisation')),
      person: asString(item.get('person')),
      what: textOf(item, 'what')?.toString() ?? '',
      by: asDate(item.get('by')),
      waitsOn: Array.isArray(waitsOn)
        ? waitsOn.filter((w): w is CommitmentId => typeof w === 'string' && w !== id)
        : [],
    }
    read.push({ commitment, order: asString(item.get('order')), id })
  })
  return read.sort(byOrder).map(({ commitment }) => commitment)
}

function readFrom(value: unknown): ActionDraft['from'] {
  const from = value as { canvasId?: unknown; clusterId?: unknown } | null | undefined
  if (typeof from?.canvasId !== 'string' || typeof from.clusterId !== 'string') return null
  return { canvasId: from.canvasId, clusterId: from.clusterId } as ActionDraft['from']
}

function commitmentsOf(action: ItemMap | undefined): Y.Map<ItemMap> | undefined {
  const commitments = action?.get('commitments')
  return commitments instanceof Y.Map ? commitments : undefined
}

function commitmentMap(document: Y.Doc, action: ActionId, id: CommitmentId): ItemMap | undefined {
  const commitment: unknown = commitmentsOf(itemOf(document, 'actions', action))?.get(id)
  return commitment instanceof Y.Map ? commitment : undefined
}

function endOf(items: Y.Map<ItemMap>): string {
  let last: string | null = null
  items.forEach((item) => {
    const order: unknown = item instanceof Y.Map ? item.get('order') : undefined
    if (typeof order === 'string' && (last === null || order > last)) last = order
  })
  return keysBetween(last, null, 1)[0] ?? ''
}

function asString(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function asDate(value: unknown): string {
  return isCalendarDay(value) ? value : ''
}
