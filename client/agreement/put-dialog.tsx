import { createEffect, createMemo, createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { ActionDraft, AskedOrganisation, Wording } from '../../shared/domain/action'
import { organisationKey } from '../../shared/domain/member'
import { wordingHash, wordingOf } from '../../shared/domain/wording-hash'
import { agreementText } from '../text/agreement'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { focusOn } from '../ui/focus'
import { announce } from '../ui/live-region'
import { InlineNotice } from '../ui/notice'
import { ActionWording } from '../workshop/actions/action-wording'
import styles from './agreement.module.css'
import { useAgreementPage } from './agreement-page'
import { AskedFields, askedFieldId } from './asked-fields'
import { actionCommands, refusalWords } from './commands'
import { type Candidate, candidates } from './organisations'
import { changedParts } from './summary'

const text = agreementText.putDialog

/**
 * The facilitator sees the words as they will be frozen and says who is asked. What is sent is the hash of these words:
 * when others were quicker the server freezes nothing, and the new words are shown with what changed.
 */
export function PutDialog(props: { draft: ActionDraft; onClose: () => void }) {
  const page = useAgreementPage()
  const [asked, setAsked] = createStore<Candidate[]>(firstCandidates(props.draft, page))
  const [failure, setFailure] = createSignal('')
  const [nobody, setNobody] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const seen = createSeenWording(() => props.draft)
  const ticked = (): AskedOrganisation[] => asked.filter((one) => one.ticked).map(({ name, side }) => ({ name, side }))

  const send = async () => {
    setFailure('')
    setNobody(ticked().length === 0)
    if (nobody()) return void focusOn(askedFieldId)
    const { id } = props.draft
    setBusy(true)
    await page.workshop.saved()
    const hash = wordingHash(seen.wording())
    const called = await actionCommands(page.workshop.id, id).put({ hash, asked: ticked() })
    setBusy(false)
    if (called.ok) {
      props.onClose()
      page.focusSoon(id, 'put')
    } else if (called.refusal === 'wording-changed') seen.refused(hash)
    else setFailure(refusalWords(called.refusal))
  }
  const add = (organisation: AskedOrganisation) => {
    const at = asked.findIndex((one) => organisationKey(one.name) === organisationKey(organisation.name))
    setAsked(at < 0 ? asked.length : at, at < 0 ? { ...organisation, ticked: true, here: false } : { ticked: true })
    announce(text.added(organisation.name))
  }
  return (
    <Dialog
      open
      size="large"
      title={text.title}
      description={text.lead}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{text.cancel}</Button>
          <Button kind="main" busy={busy()} onClick={() => void send()}>
            {text.send}
          </Button>
        </>
      }
    >
      <div class={styles.dialogBody}>
        <Show when={failure()}>
          <InlineNotice tone="danger" title={text.errors} live="alert">
            {failure()}
          </InlineNotice>
        </Show>
        <Changes seen={seen} />
        <section class={styles.frozen} aria-label={text.wording}>
          <h3 class={styles.frozenTitle}>{seen.wording().title || agreementText.noTitle}</h3>
          <ActionWording wording={seen.wording()} sides={page.sides()} known={page.known()} changed={seen.changed()} />
        </section>
        <AskedFields
          asked={asked}
          error={nobody() ? text.nobodyAsked : undefined}
          onTicked={(index, is) => {
            setAsked(index, 'ticked', is)
            setNobody(false)
          }}
          onAdd={add}
        />
        <p role="status" class={styles.quiet}>
          {busy() ? text.saving : ''}
        </p>
      </div>
    </Dialog>
  )
}

function firstCandidates(draft: ActionDraft, page: ReturnType<typeof useAgreementPage>): Candidate[] {
  const { workshop, people } = page.workshop.stage
  const before = page.put(draft.id)?.asked ?? []
  return candidates(draft.commitments, { expected: workshop?.expected ?? [], people }, before)
}

type SeenWording = ReturnType<typeof createSeenWording>

/**
 * The words that this person has before their eyes: they stay as they are while others type, until asked for or until
 * the server refused them. Its refusal can be here before the words that caused it, so the new ones are taken when they come.
 */
function createSeenWording(draft: () => ActionDraft) {
  const now = createMemo(() => wordingOf(draft()))
  const [wording, setWording] = createSignal<Wording>(now())
  const [changed, setChanged] = createSignal<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = createSignal<string>()
  const differs = createMemo(() => wordingHash(now()) !== wordingHash(wording()))
  const take = () => {
    const before = wording()
    setWording(now())
    setChanged(changedParts(before, now()))
    announce(text.changed)
  }
  createEffect(() => {
    if (refused() === undefined || !differs()) return
    setRefused(undefined)
    take()
  })
  return {
    wording,
    changed,
    /** Others have changed the words since they were shown here. */
    differs,
    wasRefused: () => refused() !== undefined || changed().size > 0,
    take,
    refused: (hash: string) => setRefused(hash),
  }
}

function Changes(props: { seen: SeenWording }) {
  return (
    <>
      <Show when={props.seen.wasRefused()}>
        <InlineNotice tone="warn">{text.changed}</InlineNotice>
      </Show>
      <Show when={props.seen.differs()}>
        <InlineNotice
          tone="info"
          live="polite"
          actions={
            <Button small onClick={props.seen.take}>
              {text.showNew}
            </Button>
          }
        >
          {text.changedLive}
        </InlineNotice>
      </Show>
    </>
  )
}
