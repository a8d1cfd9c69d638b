import { type Accessor, createContext, createEffect, createMemo, createSignal, useContext } from 'solid-js'
import type { ActionDraft, AskedOrganisation, PutAction } from '../../shared/domain/action'
import type { ActionId, CommitmentId } from '../../shared/domain/ids'
import { DEFAULT_SIDE_NAMES, type Side, type SideNames, sideName } from '../../shared/domain/side'
import { focusOn } from '../ui/focus'
import { type KnownCommitment, knownCommitments } from '../workshop/actions/known-commitments'
import { type AgreementEdits, createAgreementEdits } from '../workshop/agreement-edits'
import type { Agreement, Workshop } from '../workshop/contract'
import type { AnswerForm } from './answer-form'
import { cardsOf } from './summary'

/** The one dialog that may be open over the page. They live beside the cards: a card may go while one types. */
export type OpenDialog =
  | { is: 'none' }
  | { is: 'new' }
  | { is: 'put'; action: ActionId }
  | { is: 'answer'; action: ActionId; asked: AskedOrganisation; revision: number }
  | { is: 'dispute'; action: ActionId; asked: AskedOrganisation; revision: number }
  | { is: 'take-back'; action: ActionId; revision: number }
  | { is: 'close'; action: ActionId; revision: number }

/** What every part of the agreement page stands in. */
export type AgreementPage = {
  workshop: Workshop
  agreement: Agreement
  edits: AgreementEdits
  cards: Accessor<{ put: ActionId[]; drafts: ActionId[] }>
  draft: (id: ActionId) => ActionDraft | undefined
  /** The action as it was last put, also when it was taken back. */
  put: (id: ActionId) => PutAction | undefined
  known: Accessor<ReadonlyMap<CommitmentId, KnownCommitment>>
  sides: Accessor<SideNames>
  sideName: (side: Side) => string
  /** May give the commands of a facilitator now. */
  leads: Accessor<boolean>
  /** May answer for an organisation now. */
  answers: Accessor<boolean>
  show: (dialog: OpenDialog) => void
  /** Takes focus to the action's heading once its card is of that kind: the stage may tell of it later than the answer. */
  focusSoon: (id: ActionId, card: 'put' | 'draft') => void
  /** Answers that were begun and not sent, by action: closing a dialog loses nothing. */
  begun: Map<ActionId, AnswerForm>
  /** Name and job title as last sent, for the next answer. */
  signedAs: { now: Pick<AnswerForm, 'name' | 'jobTitle'> | undefined }
}

const Context = createContext<AgreementPage>()
export const AgreementPageProvider = Context.Provider

export function useAgreementPage(): AgreementPage {
  const page = useContext(Context)
  if (!page) throw new Error('used outside of an AgreementView')
  return page
}

export function createAgreementPage(
  workshop: Workshop,
  agreement: Agreement,
  show: (dialog: OpenDialog) => void,
): AgreementPage {
  const { stage } = workshop
  const sides = () => stage.workshop?.sides ?? DEFAULT_SIDE_NAMES
  const cards = createMemo(() => cardsOf(agreement.view.actions, stage.actions))
  const open = () => !workshop.me().preview && !stage.workshop?.endedAt
  return {
    workshop,
    agreement,
    edits: createAgreementEdits(agreement, workshop),
    cards,
    draft: (id) => agreement.view.actions.find((draft) => draft.id === id),
    put: (id) => stage.actions.find((action) => action.id === id),
    known: createMemo(() => knownCommitments(agreement.view.actions, stage.actions)),
    sides,
    sideName: (side) => sideName(side, sides()),
    leads: () => open() && workshop.me().role === 'facilitator',
    answers: () => open() && workshop.me().role !== 'observer',
    show,
    focusSoon: createFocusSoon(cards),
    begun: new Map(),
    signedAs: { now: undefined },
  }
}

/** The heading of an action's card, for focus to come to. */
export function cardHeading(id: ActionId): string {
  return `action-${id}`
}

function createFocusSoon(cards: AgreementPage['cards']): AgreementPage['focusSoon'] {
  const [wanted, setWanted] = createSignal<{ id: ActionId; card: 'put' | 'draft' }>()
  createEffect(() => {
    const now = wanted()
    const { put, drafts } = cards()
    if (!now || !(now.card === 'put' ? put : drafts).includes(now.id)) return
    setWanted(undefined)
    // after the dialog has given its focus back
    setTimeout(() => focusOn(cardHeading(now.id)))
  })
  return (id, card) => setWanted({ id, card })
}
