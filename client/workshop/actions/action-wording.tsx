import { For, Show } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { Commitment, Wording } from '../../../shared/domain/action'
import type { CommitmentId } from '../../../shared/domain/ids'
import { SIDES, type SideNames, sideName } from '../../../shared/domain/side'
import { agreementText, isoDateText } from '../../text/agreement'
import { Badge } from '../../ui/badge'
import { classes } from '../../ui/classes'
import { focusOn } from '../../ui/focus'
import { Card } from '../../ui/layout'
import { SideMark } from '../../ui/mark'
import styles from './actions.module.css'
import { commitmentAnchor, commitmentName, type KnownCommitment } from './known-commitments'

const text = agreementText.wording

export type WordingShown = {
  wording: Wording
  sides: SideNames
  known: ReadonlyMap<CommitmentId, KnownCommitment>
  /** The parts to be marked as changed, by the keys of `changedParts`. */
  changed?: ReadonlySet<string>
  /** Cards can be jumped to; not where the same action is on the page already. */
  anchors?: boolean
  /** Of the commitments' headings: one below the title's; 3 unless said. */
  headingLevel?: 3 | 4
}

/** The words of an action, to be read: what changes, who commits to what, the measure. The title is the page's. */
export function ActionWording(props: WordingShown) {
  const sides = () => SIDES.filter((side) => props.wording.commitments.some((c) => c.side === side))
  return (
    <>
      <Show when={props.wording.residentChange || props.changed?.has('residentChange')}>
        <p>
          <strong>{text.residentChange}:</strong> {props.wording.residentChange || text.noWords}
          <Changed when={props.changed?.has('residentChange')} />
        </p>
      </Show>
      <Show when={props.wording.commitments.length > 0} fallback={<p class={styles.quiet}>{text.noCommitments}</p>}>
        <div class={styles.columns}>
          <For each={sides()}>
            {(side) => (
              <div class={classes(styles.column, side === 'other' && styles.across)}>
                <For each={props.wording.commitments.filter((c) => c.side === side)}>
                  {(commitment) => <CommitmentCard {...props} commitment={commitment} />}
                </For>
              </div>
            )}
          </For>
        </div>
      </Show>
      <Show when={props.wording.measure || props.changed?.has('measure')}>
        <p>
          <strong>{text.measure}:</strong> {props.wording.measure || text.noWords}
          <Changed when={props.changed?.has('measure')} />
        </p>
      </Show>
    </>
  )
}

function CommitmentCard(props: WordingShown & { commitment: Commitment }) {
  const waits = () => props.commitment.waitsOn.flatMap((id) => props.known.get(id) ?? [])
  return (
    <Card
      small
      edge="top"
      tone={props.commitment.side}
      class={styles.commitment}
      id={props.anchors ? commitmentAnchor(props.commitment.id) : undefined}
    >
      <Dynamic component={`h${props.headingLevel ?? 3}`} class={styles.commits}>
        <SideMark side={props.commitment.side} label={text.commits(sideName(props.commitment.side, props.sides))} />
        <Changed when={props.changed?.has(props.commitment.id)} />
      </Dynamic>
      <p class={styles.words}>{props.commitment.what || text.noWords}</p>
      <dl class={styles.facts}>
        <dt>{text.who}</dt>
        <dd>
          {[props.commitment.organisation, props.commitment.person].filter((part) => part !== '').join(', ') ||
            text.noWords}
        </dd>
        <dt>{text.by}</dt>
        <dd>{props.commitment.by ? isoDateText(props.commitment.by) : text.noDate}</dd>
      </dl>
      <For each={waits()}>
        {(other) => (
          <p class={styles.waits}>
            <span>{text.waitsOn}</span> <CommitmentLink to={other} />
          </p>
        )}
      </For>
    </Card>
  )
}

/** The name of another commitment; leads to its card where that is on the page. */
export function CommitmentLink(props: { to: KnownCommitment }) {
  const name = () => commitmentName(props.to) || props.to.action
  return (
    <a
      href={`#${commitmentAnchor(props.to.id)}`}
      on:click={(event: MouseEvent) => {
        // focus, not an address change: the router must not take it for a page
        event.preventDefault()
        focusOn(commitmentAnchor(props.to.id))
      }}
    >
      {name()}
    </a>
  )
}

function Changed(props: { when: boolean | undefined }) {
  return (
    <Show when={props.when}>
      {' '}
      <Badge tone="warn">{text.changed}</Badge>
    </Show>
  )
}
