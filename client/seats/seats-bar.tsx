import Users from 'lucide-solid/icons/users'
import { createEffect, createUniqueId, For, on, onCleanup, Show } from 'solid-js'
import { currentStep } from '../../shared/domain/agenda'
import { seatsText } from '../text/seats'
import { Button } from '../ui/button'
import { announce } from '../ui/live-region'
import { Menu, MenuItem } from '../ui/menu'
import { useWorkshop } from '../workshop/workshop-context'
import { type Passing, PassingDialog } from './passing'
import styles from './seats-bar.module.css'
import type { SeatsHere } from './seats-here'

const words = seatsText.bar

/** On a device that several share: whose turn it is, and the way to the next. Nothing where one sits alone. */
export function SeatsBar(props: { seats: SeatsHere; passing: Passing }) {
  const workshop = useWorkshop()
  const whyId = `why-${createUniqueId()}`
  const shared = () => props.seats.people().length > 1 && !workshop.me().preview
  const doing = () => {
    const name = workshop.me().name
    if (workshop.stage.ballots.some((ballot) => ballot.is === 'open')) return words.voting(name)
    const step = currentStep(workshop.stage.stage)?.step
    return step?.writing === 'private' && step.revealedAt === null ? words.writing(name) : words.turn(name)
  }
  createEffect(
    on(shared, (is, before) => {
      if (is && !before) announce(words.opened(workshop.me().name, props.seats.people().length))
    }),
  )
  const blocked = () => (props.passing.waits() === undefined ? undefined : whyId)
  return (
    <Show when={shared()}>
      <section ref={sayHeight} class={styles.bar} aria-label={words.region}>
        <Users aria-hidden="true" />
        <div class={styles.text}>
          <p class={styles.turn}>
            <bdi>{doing()}</bdi>
          </p>
          <Show when={props.passing.waits()}>
            {(why) => (
              <p id={whyId} class={styles.why} role="status">
                {why()}
              </p>
            )}
          </Show>
        </div>
        <Show when={props.seats.others().length === 1 && props.seats.others()[0]} fallback={<PassOn {...props} />}>
          {(next) => (
            <Button
              small
              aria-disabled={blocked() ? 'true' : undefined}
              aria-describedby={blocked()}
              busy={props.passing.to() !== undefined}
              onClick={() => void props.passing.pass(next())}
            >
              {words.passTo(next().name)}
            </Button>
          )}
        </Show>
      </section>
      <PassingDialog passing={props.passing} />
    </Show>
  )
}

/** On a phone the bar below it sticks to this one. */
function sayHeight(bar: HTMLElement): void {
  if (typeof ResizeObserver === 'undefined') return
  const root = document.documentElement
  const observer = new ResizeObserver(() => root.style.setProperty('--stuck-seats', `${bar.offsetHeight}px`))
  observer.observe(bar)
  onCleanup(() => {
    observer.disconnect()
    root.style.removeProperty('--stuck-seats')
  })
}

/** With three and more: the next first. */
function PassOn(props: { seats: SeatsHere; passing: Passing }) {
  return (
    <Menu small label={words.passOn} placement="bottom-end">
      <For each={props.seats.others()}>
        {(member) => (
          <MenuItem disabled={props.passing.waits() !== undefined} onSelect={() => void props.passing.pass(member)}>
            {words.passTo(member.name)}
          </MenuItem>
        )}
      </For>
    </Menu>
  )
}
