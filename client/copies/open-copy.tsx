import { useNavigate } from '@solidjs/router'
import { createSignal, createUniqueId, Show } from 'solid-js'
import type { CanvasCopy } from '../../shared/domain/canvas-copy'
import { type CanvasId, newId } from '../../shared/domain/ids'
import { LIMITS } from '../../shared/protocol/limits'
import { copiesText } from '../text/copies'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { TextField } from '../ui/text-field'
import { showToast } from '../ui/toast'
import { createCommand } from '../workshop/shell/create-command'
import { workshopHref } from '../workshop/shell/preferred-view'
import { useWorkshop } from '../workshop/workshop-context'
import { createCanvasTitles } from './canvas-titles'
import styles from './copies.module.css'

const words = copiesText.open

/** Opens a copy as a canvas of its own. After the end nothing new is opened. */
export function OpenCopy(props: { copy: CanvasCopy; title: string }) {
  const workshop = useWorkshop()
  const [asking, setAsking] = createSignal(false)
  return (
    <Show when={workshop.stage.workshop?.endedAt === null}>
      <Button kind="main" onClick={() => setAsking(true)}>
        {words.button}
      </Button>
      <Show when={asking()}>
        <OpenDialog copy={props.copy} title={props.title} onClose={() => setAsking(false)} />
      </Show>
    </Show>
  )
}

function OpenDialog(props: { copy: CanvasCopy; title: string; onClose: () => void }) {
  const workshop = useWorkshop()
  const navigate = useNavigate()
  const command = createCommand()
  const formId = `open-${createUniqueId()}`
  // made once: pressing twice, or again after no answer came, asks for the same canvas
  const id = newId<'canvas'>()
  const titles = () => workshop.stage.workshop?.canvases.map(({ title }) => title) ?? []
  const [title, setTitle] = createSignal(freeTitle(props.title, titles()))
  const [error, setError] = createSignal<string>()
  const goTo = (canvas: CanvasId) => navigate(workshopHref(workshop.id, `?canvas=${canvas}`))

  const open = async () => {
    const wanted = title().trim()
    const wrong = problemWith(wanted)
    setError(wrong)
    if (wrong) return document.getElementById(`${formId}-title`)?.focus()
    const called = await command.run<{ canvas: { id: CanvasId; title: string } }>(`copies/${props.copy.id}/open`, {
      body: { id, title: wanted },
    })
    if (!called.ok) return
    props.onClose()
    showToast({ text: words.done(called.body.canvas.title) })
    goTo(called.body.canvas.id)
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!command.busy() && command.waits() === undefined) void open()
  }
  return (
    <Dialog
      open
      size="small"
      title={words.title}
      description={words.text(props.copy.notes)}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{words.cancel}</Button>
          <Button kind="main" type="submit" form={formId} busy={command.busy()}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <form id={formId} class={styles.form} onSubmit={submit} noValidate>
        <Show when={props.copy.openedAs}>{(before) => <OpenedBefore id={before()} onGo={() => goTo(before())} />}</Show>
        <TextField
          id={`${formId}-title`}
          label={words.name}
          value={title()}
          onValue={setTitle}
          limit={LIMITS.title}
          error={error()}
          autocomplete="off"
        />
        <Show when={command.waits()}>{(why) => <p class={styles.quiet}>{why()}</p>}</Show>
      </form>
    </Dialog>
  )
}

function OpenedBefore(props: { id: CanvasId; onGo: () => void }) {
  const titleOf = createCanvasTitles()
  return (
    <p>
      {words.before(titleOf(props.id))}{' '}
      <Button small onClick={props.onGo}>
        {words.goThere}
      </Button>
    </p>
  )
}

function problemWith(title: string): string | undefined {
  if (title === '') return words.nameNeeded
  return title.length > LIMITS.title ? words.tooLong(LIMITS.title) : undefined
}

/** Two canvases of one name could not be told apart in the switch. */
function freeTitle(title: string, taken: readonly string[]): string {
  const short = title.slice(0, LIMITS.title - 5)
  const all = [short, ...Array.from({ length: LIMITS.canvases }, (_, index) => `${short} (${index + 2})`)]
  return all.find((one) => !taken.includes(one)) ?? short
}
