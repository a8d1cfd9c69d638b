import { For, Show } from 'solid-js'
import type { Member } from '../../shared/domain/member'
import { peopleText as words } from '../text/people'
import { Button } from '../ui/button'
import { showToast } from '../ui/toast'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './door.module.css'

/** People who were removed, each with the way back. */
export function RemovedPeople() {
  const workshop = useWorkshop()
  const command = createCommand()
  const letBack = async (member: Member) => {
    const called = await command.run(`members/${member.id}/let-back`)
    if (called.ok) showToast({ text: words.backIn(member.name) })
  }
  return (
    <Show when={workshop.stage.removed.length > 0}>
      <section class={styles.part}>
        <h3>{words.removedHeading}</h3>
        <ul class="plain-list">
          <For each={workshop.stage.removed}>
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
