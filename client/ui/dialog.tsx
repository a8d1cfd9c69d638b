import { Dialog as Kobalte } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import {
  createComputed,
  createEffect,
  createSignal,
  createUniqueId,
  type JSX,
  on,
  onCleanup,
  type ParentProps,
  Show,
} from 'solid-js'
import { Button, IconButton } from './button'
import { classes } from './classes'
import { createEdges } from './edges'
import { isNowhere, rememberFocus } from './focus'
import styles from './overlay.module.css'
import { holdPageBehind } from './page-behind'
import { useUiWords } from './words'

export type DialogProps = ParentProps<{
  open: boolean
  /** Asked to close: by its button, Escape, or a press outside. */
  onClose: () => void
  title: JSX.Element
  description?: JSX.Element
  /** Buttons at the bottom, the main one last. */
  actions?: JSX.Element
  size?: 'small' | 'medium' | 'large'
  /** Focus starts at the dialog itself, also when there is a field in it. */
  startsAtTitle?: boolean
  /** Where focus goes on closing; by default where it was before. */
  returnFocusTo?: () => HTMLElement | null | undefined
  class?: string
}>

type Shape = { role?: 'alertdialog'; sheet?: boolean; closeHidden?: boolean; floats?: boolean; confirm?: boolean }

/** A modal dialog: keeps focus inside, gives it back. On phones it fills the screen. */
export function Dialog(props: DialogProps) {
  return <Modal {...props} />
}

/** A modal panel at the end edge of the window, for what needs room: sharing, people. Fills a phone. */
export function Sheet(props: DialogProps) {
  return <Modal {...props} sheet />
}

export type ConfirmDialogProps = {
  open: boolean
  title: JSX.Element
  description?: JSX.Element
  /** The verb of what will happen: "Remove Sam", never "OK". */
  confirmLabel: string
  cancelLabel?: string
  danger?: boolean
  busy?: boolean
  /** Id of the text that says why it cannot be done just now. The button stays in reach, and does nothing. */
  blockedBy?: string
  returnFocusTo?: DialogProps['returnFocusTo']
  onConfirm: () => void
  onCancel: () => void
  children?: JSX.Element
}

/** Asks before something that cannot be taken back. Focus starts on the safe button. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const words = useUiWords()
  return (
    <Modal
      open={props.open}
      onClose={props.onCancel}
      returnFocusTo={props.returnFocusTo}
      title={props.title}
      description={props.description}
      size="small"
      role="alertdialog"
      closeHidden
      floats
      confirm
      actions={
        <>
          <Button onClick={props.onCancel}>{props.cancelLabel ?? words.cancel}</Button>
          <Button
            kind={props.danger ? 'danger' : 'main'}
            strong={props.danger}
            busy={props.busy}
            aria-disabled={props.blockedBy ? 'true' : undefined}
            aria-describedby={props.blockedBy}
            onClick={props.onConfirm}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Modal>
  )
}

const FIRST_FIELD =
  '[autofocus], input:not([type=hidden], :disabled, :read-only), textarea:not(:disabled, :read-only), select:not(:disabled), input:checked'

function Modal(props: DialogProps & Shape) {
  const words = useUiWords()
  let giveBack = () => {}
  // computed, not an effect: it must note where focus is before the dialog takes it
  createComputed(
    on(
      () => props.open,
      (open) => {
        if (open) giveBack = rememberFocus()
      },
    ),
  )
  createEffect(() => props.open && onCleanup(holdPageBehind()))
  let content!: HTMLDivElement
  const titleId = `dialog-${createUniqueId()}`
  // asked something, to the safe button; else to the first field, or to the dialog itself, so that its title is read
  // before its buttons
  const takeFocus = (event: Event) => {
    event.preventDefault()
    const first = props.role === 'alertdialog' ? `.${styles.actions} button` : FIRST_FIELD
    const target = (props.startsAtTitle ? null : content.querySelector<HTMLElement>(first)) ?? content
    // A moment later the trap is set, and knows where focus is: a menu that closes under the dialog, from which it was
    // opened, asks for focus once it has faded, and would get it for good.
    queueMicrotask(() => target.focus())
  }
  const returnFocus = (event: Event) => {
    event.preventDefault()
    const target = props.returnFocusTo?.()
    if (target) target.focus()
    // the dialog fades for a moment, in which somebody in a hurry may have gone on somewhere else
    else if (isNowhere(content)) giveBack()
  }
  return (
    <Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class={styles.backdrop} />
        <div class={classes(styles.place, props.sheet && styles.atEnd, props.floats && styles.floats)}>
          <Kobalte.Content
            class={classes(
              styles.dialog,
              props.sheet && styles.sheet,
              props.confirm && styles.confirm,
              props.size && styles[props.size],
              props.class,
            )}
            ref={content}
            role={props.role}
            onOpenAutoFocus={takeFocus}
            onCloseAutoFocus={returnFocus}
          >
            <div class={styles.head}>
              <div class={styles.headText}>
                <Kobalte.Title id={titleId} class={styles.title} dir="auto">
                  {props.title}
                </Kobalte.Title>
                <Show when={props.description}>
                  {(description) => (
                    <Kobalte.Description class={styles.description}>{description()}</Kobalte.Description>
                  )}
                </Show>
              </div>
              <Show when={!props.closeHidden}>
                <IconButton label={words.close} onClick={() => props.onClose()}>
                  <X aria-hidden="true" />
                </IconButton>
              </Show>
            </div>
            <Show when={props.children}>{(children) => <Body labelledBy={titleId}>{children()}</Body>}</Show>
            <Show when={props.actions}>{(actions) => <Actions>{actions()}</Actions>}</Show>
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  )
}

/** Where the dialog fills the window, messages stand above its buttons. */
function Actions(props: ParentProps) {
  let foot!: HTMLDivElement
  createEdges(
    () => [foot],
    () => ({ '--dialog-foot': foot.offsetWidth < innerWidth ? 0 : foot.offsetHeight }),
  )
  return (
    <div ref={foot} class={styles.actions}>
      {props.children}
    </div>
  )
}

/** Between title and buttons. Where it scrolls it can have focus, so that a keyboard scrolls it also when it is only text. */
function Body(props: ParentProps<{ labelledBy: string }>) {
  const [scrolls, setScrolls] = createSignal(false)
  let body!: HTMLDivElement
  let inside!: HTMLDivElement
  createEffect(() => {
    if (typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setScrolls(body.scrollHeight > body.clientHeight))
    observer.observe(body)
    observer.observe(inside)
    onCleanup(() => observer.disconnect())
  })
  const reachable = () =>
    scrolls() ? { role: 'group' as const, tabindex: 0, 'aria-labelledby': props.labelledBy } : {}
  return (
    <div ref={body} class={styles.body} {...reachable()}>
      <div ref={inside} class={styles.inside}>
        {props.children}
      </div>
    </div>
  )
}
