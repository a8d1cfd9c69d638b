import Ellipsis from 'lucide-solid/icons/ellipsis'
import Trash from 'lucide-solid/icons/trash'
import { createMemo, createSignal, Show } from 'solid-js'
import { actionText } from '../../shared/document/agreement'
import { type ActionDraft, actionName, onlySide } from '../../shared/domain/action'
import { wordingOf } from '../../shared/domain/wording-hash'
import { LIMITS } from '../../shared/protocol/limits'
import { agreementText } from '../text/agreement'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { ErrorSummary, type FormError } from '../ui/error-summary'
import { Card, Row } from '../ui/layout'
import { SideMark } from '../ui/mark'
import { Menu, MenuItem } from '../ui/menu'
import { showToast } from '../ui/toast'
import { VisuallyHidden } from '../ui/visually-hidden'
import { ActionWording } from '../workshop/actions/action-wording'
import { SupportLine } from '../workshop/actions/support-line'
import styles from './agreement.module.css'
import { cardHeading, useAgreementPage } from './agreement-page'
import { CommitmentColumns } from './commitment-columns'
import { fieldIds, missingFrom } from './missing'
import { SharedText } from './shared-text'

const text = agreementText.editing

/** A draft: worded together by all who may edit, read by the others. */
export function DraftCard(props: { draft: ActionDraft }) {
  const page = useAgreementPage()
  const was = () => page.put(props.draft.id)
  const title = () => props.draft.title.trim() || agreementText.noTitle
  const editing = () => page.workshop.may('write-action')
  const check = createCheck(() => props.draft)
  return (
    <Card as="article" data-action={props.draft.id} class={styles.action} aria-labelledby={cardHeading(props.draft.id)}>
      <header class={styles.head}>
        <Show when={was()}>{(put) => <Badge>{actionName(put().number)}</Badge>}</Show>
        <Badge>{agreementText.draft}</Badge>
        <Show
          when={editing()}
          fallback={
            <h2 class={styles.title} id={cardHeading(props.draft.id)} tabindex="-1">
              {title()}
            </h2>
          }
        >
          <div class={styles.title}>
            <VisuallyHidden as="h2" id={cardHeading(props.draft.id)}>
              {title()}
            </VisuallyHidden>
            <SharedText
              asHeading
              oneLine
              labelHidden
              id={fieldIds.title(props.draft.id)}
              label={text.title}
              placeholder={text.titlePlaceholder}
              error={check.errorAt(fieldIds.title(props.draft.id))}
              most={LIMITS.title}
              text={() => actionText(page.agreement.document(), props.draft.id, 'title')}
            />
          </div>
          <Show when={page.workshop.may('word-action')}>
            <DraftMenu draft={props.draft} title={title()} />
          </Show>
        </Show>
      </header>
      <Show when={was()}>
        <p class={styles.quiet}>{text.takenBack}</p>
      </Show>
      <SupportLine ids={[props.draft.id, props.draft.from?.clusterId]} sides={page.sides()} />
      <OneSided draft={props.draft} />
      <Show
        when={editing()}
        fallback={<ActionWording wording={wordingOf(props.draft)} sides={page.sides()} known={page.known()} anchors />}
      >
        <DraftFields draft={props.draft} check={check} />
      </Show>
    </Card>
  )
}

/** Only one side has promised something: says so, and asks the other. */
function OneSided(props: { draft: ActionDraft }) {
  const page = useAgreementPage()
  return (
    <Show when={onlySide(props.draft.commitments)}>
      {(side) => (
        <p>
          {text.oneSided.before}
          <SideMark side={side()} label={page.sideName(side())} />
          {text.oneSided.after}
          {page.sideName(side() === 'central' ? 'local' : 'central')}
          {text.oneSided.end}
        </p>
      )}
    </Show>
  )
}

/** What is missing before it can be put to agreement: told at the first attempt, and at the fields until mended. */
function createCheck(draft: () => ActionDraft) {
  const page = useAgreementPage()
  const missing = createMemo(() => missingFrom(draft(), page.sides()))
  // a list that stays the same until the next attempt: a new one takes the focus
  const [tried, setTried] = createSignal<FormError[]>([])
  const shown = () => (missing().length > 0 ? tried() : [])
  return {
    shown,
    errorAt: (fieldId: string) =>
      shown().length > 0 ? missing().find((error) => error.fieldId === fieldId)?.message : undefined,
    /** True when nothing is missing. */
    passes: () => {
      setTried([...missing()])
      return missing().length === 0
    },
  }
}

function DraftFields(props: { draft: ActionDraft; check: ReturnType<typeof createCheck> }) {
  const page = useAgreementPage()
  const put = () => {
    if (props.check.passes()) page.show({ is: 'put', action: props.draft.id })
  }
  const shared = (key: 'title' | 'residentChange' | 'measure') =>
    actionText(page.agreement.document(), props.draft.id, key)
  return (
    <>
      <ErrorSummary title={agreementText.missing.title} errors={props.check.shown()} />
      <SharedText
        label={agreementText.wording.residentChange}
        hint={text.residentHint}
        most={LIMITS.residentChange}
        text={() => shared('residentChange')}
      />
      <CommitmentColumns draft={props.draft} errorAt={props.check.errorAt} />
      <SharedText
        label={text.measure}
        hint={text.measureHint}
        most={LIMITS.residentChange}
        text={() => shared('measure')}
      />
      <footer class={styles.foot}>
        <Show when={page.leads()} fallback={<p class={styles.quiet}>{text.participantHint}</p>}>
          <p class={styles.quiet}>{text.putHint}</p>
          <Button kind="main" onClick={put}>
            {text.put}
          </Button>
        </Show>
      </footer>
    </>
  )
}

function DraftMenu(props: { draft: ActionDraft; title: string }) {
  const page = useAgreementPage()
  const remove = () => {
    const { id } = props.draft
    const title = props.title
    if (!page.edits.setBinned(id, true)) return
    showToast({
      text: text.deleted(title),
      action: { label: text.undo, run: () => page.edits.setBinned(id, false) },
    })
  }
  return (
    <Row class={styles.more}>
      <Menu kind="quiet" name={text.more(props.title)} icon={<Ellipsis aria-hidden="true" />} placement="bottom-end">
        <MenuItem danger icon={<Trash aria-hidden="true" />} onSelect={remove}>
          {text.delete}
        </MenuItem>
      </Menu>
    </Row>
  )
}
