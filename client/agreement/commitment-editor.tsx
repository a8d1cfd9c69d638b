import X from 'lucide-solid/icons/x'
import { createMemo, Show } from 'solid-js'
import { type CommitmentFields, commitmentText } from '../../shared/document/agreement'
import type { ActionDraft, Commitment } from '../../shared/domain/action'
import { isCalendarDay } from '../../shared/domain/calendar-day'
import { LIMITS } from '../../shared/protocol/limits'
import { agreementText } from '../text/agreement'
import { IconButton } from '../ui/button'
import { focusOn } from '../ui/focus'
import { Card } from '../ui/layout'
import { SideMark } from '../ui/mark'
import { SuggestField } from '../ui/suggest-field'
import { TextField } from '../ui/text-field'
import { showToast } from '../ui/toast'
import { commitmentAnchor } from '../workshop/actions/known-commitments'
import styles from './agreement.module.css'
import { useAgreementPage } from './agreement-page'
import { fieldIds, labelOf } from './missing'
import { knownOrganisations } from './organisations'
import { SharedText } from './shared-text'
import { WaitsOn } from './waits-on'

const text = agreementText.editing

/** One commitment of a draft: who does what by when. Its words are shared letter by letter, the rest by field. */
export function CommitmentEditor(props: {
  draft: ActionDraft
  commitment: Commitment
  errorAt: (fieldId: string) => string | undefined
}) {
  const page = useAgreementPage()
  const set = (fields: CommitmentFields) => page.edits.setCommitment(props.draft.id, props.commitment.id, fields)
  /** In the time to finish after a step only what is shared letter by letter is still written. */
  const closed = () => !page.workshop.may('word-action')
  const label = () => labelOf(props.draft, props.commitment.id, page.sides())
  const suggestions = createMemo(() => {
    const { workshop, people } = page.workshop.stage
    const known = knownOrganisations({ expected: workshop?.expected ?? [], people })
    const { side } = props.commitment
    // those of this side first
    return [...known.filter((one) => one.side === side), ...known.filter((one) => one.side !== side)].map((one) => ({
      value: one.name,
      detail: <SideMark side={one.side} label={page.sideName(one.side)} />,
    }))
  })
  const remove = () => {
    const [action, id] = [props.draft.id, props.commitment.id]
    if (!page.edits.setCommitmentRemoved(action, id, true)) return
    focusOn(fieldIds.title(action))
    showToast({
      text: text.removed,
      action: { label: text.undo, run: () => page.edits.setCommitmentRemoved(action, id, false) },
    })
  }
  return (
    <Card
      as="article"
      small
      edge="top"
      tone={props.commitment.side}
      class={styles.commitment}
      id={commitmentAnchor(props.commitment.id)}
      aria-label={label()}
    >
      <div class={styles.commitmentHead}>
        <SideMark
          side={props.commitment.side}
          label={agreementText.wording.commits(page.sideName(props.commitment.side))}
        />
        <Show when={!closed()}>
          <IconButton small label={text.remove(label())} onClick={remove}>
            <X aria-hidden="true" />
          </IconButton>
        </Show>
      </div>
      <SharedText
        id={fieldIds.what(props.commitment.id)}
        label={text.what}
        labelHidden
        placeholder={text.whatPlaceholder}
        error={props.errorAt(fieldIds.what(props.commitment.id))}
        most={LIMITS.commitment}
        text={() => commitmentText(page.agreement.document(), props.draft.id, props.commitment.id)}
      />
      <div class={styles.fields}>
        <SuggestField
          id={fieldIds.organisation(props.commitment.id)}
          label={text.organisation}
          value={props.commitment.organisation}
          suggestions={suggestions()}
          error={props.errorAt(fieldIds.organisation(props.commitment.id))}
          readOnly={closed()}
          onValue={(organisation) => set({ organisation })}
          limit={LIMITS.organisation}
        />
        <TextField
          label={text.person}
          optional
          autocomplete="off"
          id={fieldIds.person(props.commitment.id)}
          limit={LIMITS.name}
          error={props.errorAt(fieldIds.person(props.commitment.id))}
          readOnly={closed()}
          value={props.commitment.person}
          onValue={(person) => set({ person })}
        />
        <TextField
          type="date"
          label={text.by}
          optional
          max="9999-12-31"
          readOnly={closed()}
          value={props.commitment.by}
          onChange={({ currentTarget: { value: by } }) => {
            if (by === '' || isCalendarDay(by)) set({ by })
          }}
        />
      </div>
      <WaitsOn
        draft={props.draft}
        commitment={props.commitment}
        label={label()}
        closed={closed()}
        onChange={(waitsOn) => set({ waitsOn })}
      />
    </Card>
  )
}
