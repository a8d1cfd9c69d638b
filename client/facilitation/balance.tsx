import { createMemo, For, Show } from 'solid-js'
import { allNotes } from '../../shared/domain/canvas-view'
import type { CanvasId } from '../../shared/domain/ids'
import { percentages } from '../../shared/domain/shares'
import { countBySide, DEFAULT_SIDE_NAMES, SIDES, type Side, sideName } from '../../shared/domain/side'
import { LEAST_OF_A_SIDE, type Turnout } from '../../shared/domain/turnout'
import { peopleText } from '../text/people'
import { Disclosure } from '../ui/disclosure'
import { Meter } from '../ui/progress'
import { createCanvasChoice } from '../workshop/shell/canvas-choice'
import { useCanvas } from '../workshop/shell/shared-canvases'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './balance.module.css'

const words = peopleText.balance

/** Who writes and who votes, by side, as shares. For facilitators alone: shown to all, it would be a scoreboard. */
export function Balance() {
  const canvas = createCanvasChoice()
  return (
    <Disclosure label={words.title} level={3} class={styles.balance}>
      <div class={styles.parts}>
        <p class={styles.quiet}>{words.lead}</p>
        <Show when={canvas()} keyed>
          {(id) => <NotesBySide id={id} />}
        </Show>
        <VotesBySide />
      </div>
    </Disclosure>
  )
}

function createSideName(): (side: Side) => string {
  const workshop = useWorkshop()
  return (side) => sideName(side, workshop.stage.workshop?.sides ?? DEFAULT_SIDE_NAMES)
}

function NotesBySide(props: { id: CanvasId }) {
  const workshop = useWorkshop()
  const canvas = useCanvas(props.id)
  const nameOf = createSideName()
  const counts = createMemo(() => countBySide(allNotes(canvas.view)))
  const rows = createMemo(() => sharesOf(counts()))
  const title = () => {
    const all = workshop.stage.workshop?.canvases ?? []
    const own = all.find(({ id }) => id === props.id)
    return all.length > 1 && own ? words.notesOn(own.title) : words.notes
  }
  return (
    <section class={styles.part}>
      <h4>{title()}</h4>
      <Show when={rows().some(({ count }) => count > 0)} fallback={<p class={styles.quiet}>{words.noNotes}</p>}>
        <For each={rows()}>
          {({ side, count, percent }) => (
            <Meter label={nameOf(side)} side={side} value={percent} max={100} text={words.share(count, percent)} />
          )}
        </For>
      </Show>
      <Show when={counts().none > 0}>
        <p class={styles.quiet}>{words.noSideNotes(counts().none)}</p>
      </Show>
    </section>
  )
}

/** Of the latest ballot, open or closed: who voted, never for what. */
function VotesBySide() {
  const workshop = useWorkshop()
  const latest = () => workshop.stage.ballots.at(-1)
  return (
    <section class={styles.part}>
      <h4>{words.votes}</h4>
      <Show when={latest()} fallback={<p class={styles.quiet}>{words.noBallot}</p>}>
        {(ballot) => (
          <>
            <p class={styles.quiet}>
              {(ballot().is === 'open' ? words.soFar : words.voted)(ballot().turnout.done, ballot().turnout.of)}
            </p>
            <Show when={ballot().turnout.sides} fallback={<p class={styles.quiet}>{words.tooFew(LEAST_OF_A_SIDE)}</p>}>
              {(sides) => <VoteRows sides={sides()} />}
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}

function VoteRows(props: { sides: NonNullable<Turnout['sides']> }) {
  const nameOf = createSideName()
  const rows = () => {
    const { central, local, other } = props.sides
    return sharesOf({ central: central.done, local: local.done, other: other.done }, (side) => props.sides[side].of > 0)
  }
  return (
    <For each={rows()}>
      {({ side, count, percent }) => (
        <Meter
          label={nameOf(side)}
          side={side}
          value={percent}
          max={100}
          text={words.ofSide(count, props.sides[side].of, percent)}
        />
      )}
    </For>
  )
}

/** The two sides always, *other* where there is any of it. */
function sharesOf(counts: Record<Side, number>, isThere = (side: Side) => counts[side] > 0) {
  const sides = SIDES.filter((side) => side !== 'other' || isThere('other'))
  const shares = percentages(sides.map((side) => counts[side]))
  return sides.map((side, index) => ({ side, count: counts[side], percent: shares[index] ?? 0 }))
}
