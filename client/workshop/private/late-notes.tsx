import { createEffect, createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { privateText } from '../../text/private-writing'
import { Button } from '../../ui/button'
import { CopyButton } from '../../ui/copy-button'
import { announce } from '../../ui/live-region'
import { InlineNotice } from '../../ui/notice'
import { createCommand } from '../shell/create-command'
import { useWorkshop } from '../workshop-context'
import { usePrivateNotes } from './private-notes'
import styles from './private-notes.module.css'

const words = privateText.late

/** The stage and the drafts come on two ways: what is late for a moment only was shown with the others. */
const SETTLED_MS = 1_000

/** Own notes that were not shown with the others, or were left private: their author says what becomes of them. */
export function LateNotes() {
  const workshop = useWorkshop()
  const mine = usePrivateNotes()
  const command = createCommand()
  const [kept, setKept] = createSignal<string>()
  const late = createMemo(() => mine.late().filter(({ id }) => id !== mine.opened()))
  const isSettled = createSettled(() => late().length > 0)
  const count = () => late().length
  const key = () =>
    late()
      .map(({ id }) => id)
      .join()
  const mayAdd = () => workshop.may('add-note')
  const add = async () => {
    const adding = count()
    await workshop.saved()
    const called = await command.run<{ added: number }>('drafts/add')
    if (called.ok) announce(words.added(called.body.added || adding))
  }
  const texts = () =>
    late()
      .map(({ text }) => text.trim())
      .join('\n')
  return (
    <Show when={isSettled() && count() > 0}>
      <Show
        when={kept() !== key()}
        fallback={
          <section class={styles.bar} aria-label={privateText.region}>
            <p>{words.short(count())}</p>
            <Button small kind="quiet" onClick={() => setKept(undefined)}>
              {words.show}
            </Button>
          </section>
        }
      >
        <InlineNotice
          class={styles.late}
          live="polite"
          title={words.title(count())}
          actions={
            <>
              <Show when={mayAdd()}>
                <Button
                  small
                  kind="main"
                  busy={command.busy()}
                  aria-disabled={command.waits() ? 'true' : undefined}
                  title={command.waits()}
                  onClick={() => !command.waits() && void add()}
                >
                  {words.add(count())}
                </Button>
              </Show>
              <Button small onClick={() => setKept(key())}>
                {words.keep}
              </Button>
              <CopyButton small text={texts} label={words.copy} />
            </>
          }
        >
          {mayAdd() ? words.ask(count()) : words.kept(count())}
        </InlineNotice>
      </Show>
    </Show>
  )
}

/** True once it has been so for a while. */
function createSettled(now: () => boolean): () => boolean {
  const [settled, setSettled] = createSignal(false)
  createEffect(() => {
    if (!now()) {
      setSettled(false)
      return
    }
    const timer = setTimeout(() => setSettled(true), SETTLED_MS)
    onCleanup(() => clearTimeout(timer))
  })
  return settled
}
