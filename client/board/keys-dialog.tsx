import { For } from 'solid-js'
import { boardText as text } from '../text/board'
import { drawingKeys } from '../text/drawings'
import { Checkbox } from '../ui/choice'
import { Dialog } from '../ui/dialog'
import { setSingleKeys, singleKeys } from '../workshop/single-keys'
import styles from './keys-dialog.module.css'

/** Every key of the board, and the switch for those that are a letter or a sign alone. */
export function KeysDialog(props: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={text.keys.title} size="large">
      <div class={styles.groups}>
        <For each={[...text.keys.groups, drawingKeys]}>
          {(group) => (
            <section>
              <h3 class={styles.title}>{group.title}</h3>
              <dl class={styles.keys}>
                <For each={group.rows}>
                  {([key, what]) => (
                    <div class={styles.row}>
                      <dt>
                        <kbd>{key}</kbd>
                      </dt>
                      <dd>{what}</dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
      <Checkbox label={text.keys.single} hint={text.keys.singleHint} checked={singleKeys()} onChecked={setSingleKeys} />
    </Dialog>
  )
}
