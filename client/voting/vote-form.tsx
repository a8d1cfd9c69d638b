import { Key } from '@solid-primitives/keyed'
import Minus from 'lucide-solid/icons/minus'
import Plus from 'lucide-solid/icons/plus'
import { createUniqueId, For, Show } from 'solid-js'
import type { BallotItem, OpenBallot } from '../../shared/domain/ballot'
import { refusalText } from '../text/refusals'
import { ballotRefusal, votingText } from '../text/voting'
import { Badge } from '../ui/badge'
import { Button, IconButton } from '../ui/button'
import { classes } from '../ui/classes'
import { announce } from '../ui/live-region'
import { KindMark } from '../ui/mark'
import { InlineNotice } from '../ui/notice'
import { BottomBar } from '../ui/shell'
import { VisuallyHidden } from '../ui/visually-hidden'
import { createItemsNow } from './ballot-canvases'
import type { OwnVote } from './own-vote'
import { kindOf, leftOf, nounOf, roomFor, titleOf } from './terms'
import styles from './voting.module.css'

/** The items with a stepper each. `vote` is missing for who has none: they read the ballot. */
export function BallotItems(props: { ballot: OpenBallot; vote: OwnVote | undefined; waits: string | undefined }) {
  const { items } = props.ballot
  const now = createItemsNow(items)
  const labelId = `items-${createUniqueId()}`
  const mixed = nounOf(items) === 'item'
  return (
    <>
      <VisuallyHidden id={labelId}>{votingText.dialog.items}</VisuallyHidden>
      <ul class={`plain-list ${styles.items}`} aria-labelledby={labelId}>
        <Key each={props.ballot.items} by="id">
          {(item) => (
            <li class={styles.item}>
              <div class={styles.itemWords}>
                <Show when={mixed}>
                  <ItemKind item={item()} />
                </Show>
                <p class={styles.itemTitle}>{titleOf(item())}</p>
                <Show when={now(item()).is === 'gone'}>
                  <p class={styles.quiet}>{votingText.gone(kindOf(item()))}</p>
                </Show>
              </div>
              <Show when={props.vote}>
                {(vote) => <Stepper ballot={props.ballot} item={item()} vote={vote()} waits={props.waits} />}
              </Show>
            </li>
          )}
        </Key>
      </ul>
    </>
  )
}

export function ItemKind(props: { item: BallotItem }) {
  return (
    <Show when={props.item.is === 'cluster' && props.item} fallback={<Badge>{votingText.action}</Badge>}>
      {(cluster) => <KindMark kind={cluster().kind} label={votingText.dialog.kindOne[cluster().kind]} />}
    </Show>
  )
}

/** Minus, how many, plus. Buttons stay in reach when they do nothing, and say why. */
function Stepper(props: { ballot: OpenBallot; item: BallotItem; vote: OwnVote; waits: string | undefined }) {
  const whyId = `why-${createUniqueId()}`
  const count = () => props.vote.dots()[props.item.id] ?? 0
  const title = () => titleOf(props.item)
  const isRead = () => props.vote.state() !== 'loading' && props.vote.state() !== 'not-read'
  const off = () => props.waits !== undefined || !isRead()
  const room = () => roomFor(props.ballot, props.vote.dots(), props.item.id)
  const why = () => {
    if (props.waits !== undefined || room() === 'some') return undefined
    return room() === 'none-left'
      ? votingText.noneLeft
      : votingText.mostReached(props.ballot.most, nounOf(props.ballot.items))
  }
  const change = (by: 1 | -1) => {
    props.vote.change(props.item.id, by)
    const left = leftOf(props.ballot, props.vote.dots())
    announce(votingText.given(count(), title(), left, props.ballot.dots))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms, and lays itself out
    <div role="group" aria-label={title()} class={styles.stepper}>
      <IconButton
        kind="plain"
        label={votingText.take(title())}
        aria-disabled={off() || count() === 0 ? 'true' : undefined}
        onClick={() => change(-1)}
      >
        <Minus aria-hidden="true" />
      </IconButton>
      <span class={styles.count}>
        <span class="tabular" aria-hidden="true">
          {count()}
        </span>
        <VisuallyHidden>{votingText.dots(count())}</VisuallyHidden>
        <span class={styles.dots} aria-hidden="true">
          <For each={Array.from({ length: Math.min(props.ballot.most, 5) }, (_, at) => at)}>
            {(at) => <span class={classes(styles.dot, at < count() && styles.given)} />}
          </For>
        </span>
      </span>
      <IconButton
        kind="plain"
        label={votingText.give(title())}
        aria-disabled={off() || room() !== 'some' ? 'true' : undefined}
        aria-describedby={why() ? whyId : undefined}
        onClick={() => change(1)}
      >
        <Plus aria-hidden="true" />
      </IconButton>
      <Show when={why()}>{(text) => <VisuallyHidden id={whyId}>{text()}</VisuallyHidden>}</Show>
    </div>
  )
}

/** At the bottom of the window, by the thumb: how many are left, and whether the vote has arrived. */
export function OwnDots(props: { ballot: OpenBallot; vote: OwnVote }) {
  const left = () => leftOf(props.ballot, props.vote.dots())
  const state = () => props.vote.state()
  const said = () => {
    const now = state()
    return now === 'not-read' ? votingText.state.loading : votingText.state[now]
  }
  return (
    <BottomBar label={votingText.yourDots}>
      <div class={styles.ownDots}>
        <Show when={state() === 'failed' || state() === 'not-read'} fallback={<Fine left={left()} />}>
          <InlineNotice
            tone="warn"
            live="alert"
            title={state() === 'failed' ? votingText.state.failed : undefined}
            actions={
              <Button small onClick={() => props.vote.again()}>
                {state() === 'failed' ? votingText.again : votingText.readAgain}
              </Button>
            }
          >
            {state() === 'failed' ? whyFailed(props.vote) : votingText.notRead}
          </InlineNotice>
        </Show>
      </div>
    </BottomBar>
  )

  function Fine(shown: { left: number }) {
    return (
      <>
        <p class={styles.left}>{votingText.left(shown.left, props.ballot.dots)}</p>
        <p class={classes(styles.state, state() === 'sent' && styles.arrived)}>{said()}</p>
      </>
    )
  }
}

function whyFailed(vote: OwnVote): string {
  const refusal = vote.refusal()
  return refusal ? (ballotRefusal(refusal) ?? refusalText(refusal)) : ''
}
