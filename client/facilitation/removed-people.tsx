import { For, Show } from 'solid-js'
import type { Member } from '../../shared/domain/member'
import { facilitationText } from '../text/facilitation'
import { Button } from '../ui/button'
import { showToast } from '../ui/toast'
import { createCommand } from '../workshop/shell/create-command'
import styles from './door.module.css'

const words = facilitationText.people

/** People removed while this page was open: the stage does not list them any more, so this page remembers them. */
export function RemovedPeople(props: { people: readonly Member[]; onBack: (member: Member) => void }) {
  const command = createCommand()
  const letBack = async (member: Member) => {
    const called = await command.run(`members/${member.id}/let-back`)
    if (!called.ok) return
    showToast({ text: words.backIn(member.name) })
    props.onBack(member)
  }
  return (
    <Show when={props.people.length > 0}>
      <section class={styles.part}>
        <h3>{words.removedHeading}</h3>
        <ul class="plain-list">
          <For each={props.people}>
            {(member) => (
              <li class={styles.line}>
                <span class={styles.who}>
                  <bdi>{member.name}</bdi>
                  <span class={styles.quiet}>{member.organisation}</span>
                </span>
                <Button small aria-label={words.letBackName(member.name)} onClick={() => void letBack(member)}>
                  {words.letBack}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  )
}
