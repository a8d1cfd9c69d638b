import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import type { ClosedBallot } from '../../shared/domain/ballot'
import { hiddenIn, type Ranked, rankByCommonGround, rankedBy } from '../../shared/domain/common-ground'
import { DEFAULT_SIDE_NAMES, sideName } from '../../shared/domain/side'
import { timeText } from '../text/dates'
import { votingText } from '../text/voting'
import { Button } from '../ui/button'
import { Card } from '../ui/layout'
import { InlineNotice } from '../ui/notice'
import { showToast } from '../ui/toast'
import { createAgreementEdits } from '../workshop/agreement-edits'
import type { Agreement } from '../workshop/contract'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'
import { AgainDialog } from './again-dialog'
import { createItemsNow } from './ballot-canvases'
import { openBallotIn, useOwnVote } from './own-vote'
import { RankedRow, type RowMark } from './ranked-row'
import { titleOf } from './terms'
import { createTurnoutWords } from './turnout'
import styles from './voting.module.css'

const words = votingText.result

/** What a ballot found, and for facilitators what to make of it. */
export function ResultCard(props: {
  ballot: ClosedBallot
  latest: boolean
  /** Where actions are made; only who leads has it. */
  agreement: Agreement | undefined
  onGoToAgreement: () => void
}) {
  const { wasLate } = useOwnVote()
  const turnoutWords = createTurnoutWords()
  const titleId = `result-${createUniqueId()}`
  const ranked = createMemo(() => rankByCommonGround(props.ballot))
  const how = () => rankedBy(props.ballot.tally)
  const hidden = () => hiddenIn(props.ballot.tally)
  return (
    <Card as="article" aria-labelledby={titleId} class={styles.ballot}>
      <header class={styles.head}>
        <h2 id={titleId}>{props.ballot.question}</h2>
        <p class={styles.rules}>
          {turnoutWords(props.ballot.turnout, words.voted)} ·{' '}
          {words.closedAt(timeText(props.ballot.closedAt), props.ballot.early)}
        </p>
      </header>
      <Show when={wasLate(props.ballot.id)}>
        <InlineNotice tone="warn" title={votingText.lateTitle}>
          {votingText.late}
        </InlineNotice>
      </Show>
      <p class={styles.lead}>{createLead(ranked)()}</p>
      <Show when={words.hidden[hidden()]}>{(why) => <InlineNotice>{why()}</InlineNotice>}</Show>
      <Show when={props.agreement} fallback={<PlainRows ballot={props.ballot} ranked={ranked()} />}>
        {(agreement) => (
          <TickedRows
            ballot={props.ballot}
            ranked={ranked()}
            latest={props.latest}
            agreement={agreement()}
            onGoToAgreement={props.onGoToAgreement}
          />
        )}
      </Show>
      <Show when={words.rankedBy[how()]}>{(text) => <p class={styles.quiet}>{text()}</p>}</Show>
    </Card>
  )
}

/** The first of the list in figures, where it has support on both sides. */
function createLead(ranked: () => readonly Ranked[]): () => string {
  const workshop = useWorkshop()
  return () => {
    const names = workshop.stage.workshop?.sides ?? DEFAULT_SIDE_NAMES
    const [first] = ranked()
    if (!first?.sides) return words.leadPlain
    if (!first.commonGround) return words.nothingShared
    const of = (side: 'central' | 'local') => {
      const { supporters = 0, voters = 0 } = first.sides?.[side] ?? {}
      return `${words.of(supporters, voters)} ${sideName(side, names).toLowerCase()}`
    }
    return words.lead(`${of('central')}, ${of('local')}`)
  }
}

type RowsProps = { ballot: ClosedBallot; ranked: readonly Ranked[] }

function Rows(props: RowsProps & { markOf: (row: Ranked) => RowMark }) {
  const now = createItemsNow(props.ballot.items)
  return (
    <ol class={`plain-list ${styles.items}`} aria-label={words.list(props.ballot.question)}>
      <For each={props.ranked}>
        {(row) => <RankedRow row={row} gone={now(row.item).is === 'gone'} mark={props.markOf(row)} />}
      </For>
    </ol>
  )
}

function PlainRows(props: RowsProps) {
  return <Rows {...props} markOf={() => ({ is: 'none' })} />
}

/** Facilitators tick what goes on; what is an action already cannot be made one again. */
function TickedRows(props: RowsProps & { latest: boolean; agreement: Agreement; onGoToAgreement: () => void }) {
  const workshop = useWorkshop()
  const command = createCommand()
  const now = createItemsNow(props.ballot.items)
  const [ticked, setTicked] = createSignal<ReadonlySet<string>>(new Set())
  const [again, setAgain] = createSignal(false)
  const hasAction = createMemo(() => new Set<string>(actionsFrom(props.agreement)))
  const markOf = ({ item }: Ranked): RowMark => {
    if (item.is !== 'cluster' || item.kind !== 'proposal') return { is: 'none' }
    if (hasAction().has(item.id)) return { is: 'has-action' }
    return {
      is: 'tick',
      ticked: ticked().has(item.id),
      onTick: (on) => setTicked(withOrWithout(ticked(), item.id, on)),
    }
  }
  const offers = () => props.ranked.some((row) => markOf(row).is === 'tick')
  const chosen = () => props.ranked.filter((row) => ticked().has(row.item.id) && !hasAction().has(row.item.id))
  const make = () => {
    const edits = createAgreementEdits(props.agreement, workshop)
    let made = 0
    for (const { item } of chosen()) {
      if (item.is !== 'cluster') continue
      const found = now(item)
      const { title, residentChange } = found.is === 'there' ? found.cluster : { title: item.title, residentChange: '' }
      const from = { canvasId: item.canvasId, clusterId: item.id }
      if (edits.add({ title: title || titleOf(item), residentChange, from }) === undefined) return
      made += 1
    }
    setTicked(new Set<string>())
    showToast({ text: words.made(made), action: { label: words.toAgreement, run: props.onGoToAgreement } })
  }
  return (
    <>
      <Rows ballot={props.ballot} ranked={props.ranked} markOf={markOf} />
      <div class={styles.closing}>
        <Show when={offers()}>
          <Button
            kind="main"
            aria-disabled={chosen().length === 0 || !props.agreement.ready() ? 'true' : undefined}
            onClick={make}
          >
            {words.make}
          </Button>
          <p class={styles.quiet}>{words.ticked(chosen().length)}</p>
        </Show>
        <Show when={props.latest && !openBallotIn(workshop.stage.ballots)}>
          <Button aria-disabled={command.waits() ? 'true' : undefined} onClick={() => setAgain(true)}>
            {words.again}
          </Button>
        </Show>
      </div>
      <AgainDialog open={again()} ballot={props.ballot} onClose={() => setAgain(false)} />
    </>
  )
}

function actionsFrom(agreement: Agreement): string[] {
  return agreement.view.actions.flatMap((action) => action.from?.clusterId ?? [])
}

function withOrWithout(set: ReadonlySet<string>, id: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set)
  if (on) next.add(id)
  else next.delete(id)
  return next
}
