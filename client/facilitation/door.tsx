import { createEffect, createResource, For, on, Show } from 'solid-js'
import type { WaitingPerson } from '../connection/bodies'
import { call } from '../connection/call'
import { facilitationText } from '../text/facilitation'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { announce } from '../ui/live-region'
import { SideGlyph } from '../ui/mark'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './door.module.css'

const words = facilitationText.door

/** "Waiting: 2" in a facilitator's bar; opens the list of people. Says so when somebody comes. */
export function WaitingButton(props: { onOpen: () => void }) {
  const workshop = useWorkshop()
  const waiting = () => workshop.stage.workshop?.waiting ?? 0
  createEffect(
    on(waiting, (now, before = 0) => {
      if (now > before) announce(words.arrived(now), { kind: 'people' })
    }),
  )
  return (
    <Show when={waiting() > 0}>
      <Button small aria-label={words.waitingName(waiting())} onClick={() => props.onOpen()}>
        {words.waiting(waiting())}
      </Button>
    </Show>
  )
}

/** Who waits at the closed door, each with *Let in*. */
export function WaitingPeople() {
  const workshop = useWorkshop()
  const command = createCommand()
  const count = () => workshop.stage.workshop?.waiting ?? 0
  const closed = () => workshop.stage.workshop?.door === 'closed'
  // the stage tells how many wait, and so when to ask who
  const [people] = createResource(
    () => (closed() ? { count: count() } : false),
    async () => {
      const called = await call<{ waiting: WaitingPerson[] }>('GET', `/api/workshops/${workshop.id}/waiting`)
      return called.ok ? called.body.waiting : []
    },
  )
  // Read before its first answer, a resource suspends the whole page; and this panel would then never notice that its own
  // opening has ended, and stay on the screen when it is closed.
  const who = () => (people.state === 'unresolved' || people.state === 'pending' ? [] : (people.latest ?? []))
  const open = () => void command.run('door', { body: { door: 'open' } })
  return (
    <Show when={closed()}>
      <section class={styles.waiting}>
        <h3>{words.heading}</h3>
        <Show when={who().length > 0} fallback={<p class={styles.quiet}>{words.nobody}</p>}>
          <ul class="plain-list">
            <For each={who()}>
              {(person) => (
                <li class={styles.line}>
                  <SideGlyph side={person.side} class={styles.glyph} />
                  <span class={styles.who}>
                    <bdi>{person.name}</bdi>
                    <span class={styles.quiet}>{person.organisation}</span>
                  </span>
                  <Show when={words.as[person.role]}>{(as) => <Badge>{as()}</Badge>}</Show>
                  <Button
                    small
                    kind="main"
                    aria-label={words.letInName(person.name, words.as[person.role])}
                    onClick={() => void command.run(`waiting/${person.id}/let-in`)}
                  >
                    {words.letIn}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <div>
          <Button small onClick={open}>
            {words.letAllIn}
          </Button>
        </div>
      </section>
    </Show>
  )
}
