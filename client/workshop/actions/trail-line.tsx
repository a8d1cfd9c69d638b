import { For, Show } from 'solid-js'
import type { Trail } from '../../../shared/domain/action'
import { SIDES, type SideCounts, type SideNames, sideName } from '../../../shared/domain/side'
import { agreementText } from '../../text/agreement'
import styles from './actions.module.css'

const text = agreementText.trail

/** Where an action came from: the proposal and the barriers it answers, with how their notes split by side. */
export function TrailLines(props: { trail: Trail; sides: SideNames }) {
  const split = (counts: SideCounts) =>
    SIDES.filter((side) => counts[side] > 0)
      .map((side) => `${counts[side]} ${sideName(side, props.sides).toLowerCase()}`)
      .join(', ')
  const line = ({ title, notes }: Trail['barriers'][number]) =>
    text.notes(title, notes.central + notes.local + notes.other + notes.none, split(notes))
  return (
    <Show when={props.trail.proposal !== null || props.trail.barriers.length > 0}>
      <div class={styles.trail}>
        <For each={props.trail.barriers}>
          {(barrier) => (
            <p>
              {text.addresses} {line(barrier)}
            </p>
          )}
        </For>
        <Show when={props.trail.barriers.length === 0 && props.trail.proposal}>
          {(proposal) => (
            <p>
              {text.from} {line(proposal())}
            </p>
          )}
        </Show>
      </div>
    </Show>
  )
}
