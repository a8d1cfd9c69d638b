import { Key } from '@solid-primitives/keyed'
import { Show } from 'solid-js'
import { actionName } from '../../shared/domain/action'
import { showText } from '../text/show'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './actions.module.css'

const words = showText.actions

/** The actions as the room talks about them: number, title, how it stands. Who answered is on everybody's own screen. */
export function Actions(props: { only: 'all' | 'records' }) {
  const workshop = useWorkshop()
  const records = () => props.only === 'records'
  const actions = () => workshop.stage.actions.filter((action) => !records() || action.status === 'record')
  return (
    <section class={styles.actions} aria-labelledby="show-actions">
      <h2 id="show-actions" class={styles.heading}>
        {records() ? words.records : words.heading}
      </h2>
      <Show
        when={actions().length > 0}
        fallback={<p class={styles.none}>{records() ? words.noRecords : words.none}</p>}
      >
        <ol class={styles.list}>
          <Key each={actions()} by="id">
            {(action) => (
              <li class={styles.action}>
                <span class={styles.number}>{actionName(action().number)}</span>
                <span class={styles.title} dir="auto">
                  {action().wording.title || showText.untitled}
                </span>
                <span class={styles.state}>
                  {words.state[action().status]}
                  <Show when={action().status === 'put'}>
                    <span class={styles.answered}>
                      {words.answered(action().answers.length, action().asked.length)}
                    </span>
                  </Show>
                </span>
              </li>
            )}
          </Key>
        </ol>
      </Show>
    </section>
  )
}
