import ChevronRight from 'lucide-solid/icons/chevron-right'
import Plus from 'lucide-solid/icons/plus'
import Undo from 'lucide-solid/icons/undo-2'
import { createSignal, onMount, Show } from 'solid-js'
import { LIMITS } from '../../shared/protocol/limits'
import { sortingText as words } from '../text/sorting'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/choice'
import { BottomBar } from '../ui/shell'
import { TextField } from '../ui/text-field'
import { setSingleKeys, singleKeys } from '../workshop/single-keys'
import type { Sorting } from './create-sorting'
import styles from './sorting.module.css'

type Props = { sorting: Sorting; naming: boolean; onNaming: (naming: boolean) => void }

/** What one can do besides choosing; at the bottom of a phone, where the thumb is. */
export function SortingActs(props: Props) {
  const home = () => props.sorting.newHome()
  const waits = () => props.sorting.standing()?.is === 'waits'
  const keys = (key: string) => (singleKeys() ? key : undefined)
  return (
    <BottomBar class={styles.bar}>
      <Show
        when={props.naming && home()}
        fallback={
          <div class={styles.acts}>
            <Button
              kind="quiet"
              icon={<Undo />}
              aria-keyshortcuts={keys('b')}
              aria-disabled={props.sorting.lastStep() ? undefined : 'true'}
              onClick={() => props.sorting.back()}
            >
              {props.sorting.lastStep() === 'answered' ? words.undo : words.back}
            </Button>
            <Show when={home()}>
              {(section) => (
                <Button
                  icon={<Plus />}
                  aria-keyshortcuts={keys('n')}
                  aria-disabled={props.sorting.mayAnswer() ? undefined : 'true'}
                  onClick={() => props.onNaming(true)}
                >
                  {words.make(section().kind)}
                </Button>
              )}
            </Show>
            <Button
              kind={waits() ? 'plain' : 'main'}
              icon={<ChevronRight />}
              aria-keyshortcuts={keys('s')}
              onClick={() => props.sorting.skip()}
            >
              {waits() ? words.skip : words.goOn}
            </Button>
          </div>
        }
      >
        {(section) => <NewCluster {...props} kind={section().kind} />}
      </Show>
    </BottomBar>
  )
}

/** Every key, and the switch for them: who dictates, or hits keys unawares, switches them off for this device. */
export function SortingKeys() {
  return (
    <Checkbox
      class={styles.keys}
      label={words.keys}
      hint={words.keysHint}
      checked={singleKeys()}
      onChecked={setSingleKeys}
    />
  )
}

/** The title, asked where one is; the note goes into the cluster as it is made. */
function NewCluster(props: Props & { kind: 'barrier' | 'proposal' | 'theme' }) {
  const [title, setTitle] = createSignal('')
  const [missing, setMissing] = createSignal(false)
  let form!: HTMLFormElement
  onMount(() => queueMicrotask(() => form.querySelector('input')?.focus()))
  const close = () => {
    props.onNaming(false)
    props.sorting.toNote()
  }
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    setMissing(title().trim() === '')
    if (!missing() && props.sorting.answerNew(title())) close()
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    close()
  }
  return (
    <form ref={form} class={styles.naming} onSubmit={send}>
      <TextField
        class={styles.namingField}
        label={words.titleOfNew(props.kind)}
        value={title()}
        onValue={setTitle}
        onKeyDown={keys}
        error={missing() ? words.titleMissing : undefined}
        maxlength={LIMITS.clusterTitle}
        autocomplete="off"
      />
      <Button kind="main" type="submit">
        {words.add}
      </Button>
      <Button kind="quiet" onClick={close}>
        {words.cancel}
      </Button>
    </form>
  )
}
