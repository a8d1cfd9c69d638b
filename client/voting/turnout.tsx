import { For, Show } from 'solid-js'
import { DEFAULT_SIDE_NAMES, SIDES, sideName } from '../../shared/domain/side'
import type { Turnout } from '../../shared/domain/turnout'
import { votingText } from '../text/voting'
import { Meter } from '../ui/progress'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './voting.module.css'

/** "18 of 31 have voted", and by side as bars where the sides are large enough. Read on request: a vote is no news. */
export function TurnoutPart(props: { turnout: Turnout }) {
  const workshop = useWorkshop()
  const names = () => workshop.stage.workshop?.sides ?? DEFAULT_SIDE_NAMES
  const shown = () => SIDES.filter((side) => (props.turnout.sides?.[side].of ?? 0) > 0)
  return (
    <section class={styles.turnout} aria-label={votingText.turnoutRegion}>
      <p class={styles.turnoutAll}>{votingText.turnout(props.turnout)}</p>
      <Show when={props.turnout.sides}>
        {(sides) => (
          <div class={styles.turnoutSides}>
            <For each={shown()}>
              {(side) => (
                <Meter
                  side={side}
                  label={sideName(side, names())}
                  value={sides()[side].done}
                  max={sides()[side].of}
                  text={votingText.result.of(sides()[side].done, sides()[side].of)}
                />
              )}
            </For>
          </div>
        )}
      </Show>
    </section>
  )
}

/** The same in one line: "18 of 31 have voted: 9 of 14 central, 9 of 17 local". */
export function createTurnoutWords() {
  const workshop = useWorkshop()
  return (turnout: Turnout, all: (turnout: Turnout) => string): string => {
    const names = workshop.stage.workshop?.sides ?? DEFAULT_SIDE_NAMES
    const { sides } = turnout
    const parts = sides
      ? SIDES.filter((side) => sides[side].of > 0).map((side) =>
          votingText.turnoutSide(sides[side], sideName(side, names)),
        )
      : []
    return parts.length > 0 ? `${all(turnout)}: ${parts.join(', ')}` : all(turnout)
  }
}
