import {
  type Accessor,
  createContext,
  createEffect,
  createMemo,
  createSignal,
  getOwner,
  on,
  onCleanup,
  type ParentProps,
  runWithOwner,
  Show,
  untrack,
  useContext,
} from 'solid-js'
import { currentStep } from '../../../shared/domain/agenda'
import type { CanvasId } from '../../../shared/domain/ids'
import { attentionText as words } from '../../text/attention'
import { Button } from '../../ui/button'
import { classes } from '../../ui/classes'
import { focusOn } from '../../ui/focus'
import { useWorkshop } from '../workshop-context'
import styles from './spotlight.module.css'

type StepCanvas = {
  /** The one that this page shows. */
  followed: Accessor<CanvasId | undefined>
  /** The one that the step is on by now, while what is being written keeps the page on another. */
  ahead: Accessor<CanvasId | undefined>
  go: () => void
}

const Context = createContext<StepCanvas>()

/** How soon after the last word or press the page may go: a press on *Add* still has to do its work. */
const LOOK_MS = 500
/** How long a canvas may take to open before one is taken elsewhere than to its field. */
const FIELD_WITHIN_MS = 3_000

/** Follows the canvas of the step, but not out of the middle of a note: what one has begun stays in sight until it is done. */
export function StepCanvasProvider(props: ParentProps) {
  const ofStep = createStepCanvas()
  const owner = getOwner()
  const [followed, setFollowed] = createSignal(untrack(ofStep))
  const ahead = () => (ofStep() === followed() ? undefined : ofStep())
  const go = () => {
    const field = document.activeElement?.id
    setFollowed(ofStep)
    // its owner: the page may close meanwhile
    runWithOwner(owner, () => takeFocusAlong(field))
  }
  createEffect(
    on(ahead, (elsewhere) => {
      if (elsewhere === undefined) return
      if (!hasWordsBegun()) {
        setFollowed(ofStep)
        return
      }
      const timer = setInterval(() => !hasWordsBegun() && go(), LOOK_MS)
      onCleanup(() => clearInterval(timer))
    }),
  )
  return <Context.Provider value={{ followed, ahead, go }}>{props.children}</Context.Provider>
}

/** The canvas of the step as this page follows it; without a provider, at once. */
export function useStepCanvas(): Accessor<CanvasId | undefined> {
  return useContext(Context)?.followed ?? createStepCanvas()
}

/** Why one still sees the canvas of the step before. */
export function StepElsewhere() {
  const workshop = useWorkshop()
  const step = useContext(Context)
  const title = () => workshop.stage.workshop?.canvases.find(({ id }) => id === step?.ahead())?.title
  return (
    <Show when={step?.ahead() !== undefined && title()}>
      {(elsewhere) => (
        <section class={classes(styles.notice, styles.elsewhere)} aria-label={words.region}>
          <p>{words.stepElsewhere(elsewhere())}</p>
          <div class={styles.acts}>
            <Button small kind="main" onClick={() => step?.go()}>
              {words.goThere}
            </Button>
          </div>
        </section>
      )}
    </Show>
  )
}

/**
 * The field in which one wrote went with its canvas: focus goes to the same one here, as soon as there is one, so that one
 * writes on; else to what is to be done now.
 */
function takeFocusAlong(field: string | undefined): void {
  const isLost = () => document.activeElement === null || document.activeElement === document.body
  const until = Date.now() + FIELD_WITHIN_MS
  const look = () => {
    const isOver = !field || Date.now() > until
    if (isLost() && !focusOn(field, { preventScroll: true }) && !isOver) return
    clearInterval(timer)
    if (isLost()) focusOn('step', { preventScroll: true })
  }
  const timer = setInterval(look, 50)
  onCleanup(() => clearInterval(timer))
  look()
}

function createStepCanvas(): Accessor<CanvasId | undefined> {
  const workshop = useWorkshop()
  return createMemo(() => currentStep(workshop.stage.stage)?.step.canvasId ?? undefined)
}

/** A field for words has focus and words in it. What one searches for is not work that would be lost from sight. */
function hasWordsBegun(): boolean {
  const field = document.activeElement
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return false
  return (
    field.value.trim() !== '' &&
    field.type !== 'checkbox' &&
    field.type !== 'radio' &&
    !field.closest('search, [role="search"]')
  )
}
