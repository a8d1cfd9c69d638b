import { type JSX, Show, splitProps } from 'solid-js'
import styles from './button.module.css'
import { callHandler } from './call-handler'
import { classes } from './classes'
import { useUiWords } from './words'

/** main: the one thing to do here · plain: everything else · quiet: beside other things · danger: destroys. */
export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger'

export type ButtonLook = {
  kind?: ButtonKind
  small?: boolean
  /** 48 px, for the last button of a form. */
  tall?: boolean
  /** As wide as its container. */
  wide?: boolean
  /** Text at the start instead of the middle, for a column of buttons. */
  start?: boolean
  /** With kind danger: filled, for the button that confirms. */
  strong?: boolean
  /** Drawn before the text; hidden from screen readers. */
  icon?: JSX.Element
}

const LOOK = ['kind', 'small', 'tall', 'wide', 'start', 'strong', 'icon', 'class', 'children'] as const

/** The classes of a button, for elements that must look like one. */
export function buttonClass(look: ButtonLook & { busy?: boolean; class?: string }): string {
  return classes(
    styles.button,
    look.kind && styles[look.kind],
    look.small && styles.small,
    look.tall && styles.tall,
    look.wide && styles.wide,
    look.start && styles.start,
    look.strong && styles.strong,
    look.busy && styles.busy,
    look.class,
  )
}

/** The same of one that shows only an icon. */
export function iconButtonClass(look: Pick<ButtonLook, 'kind' | 'small'>): string {
  return buttonClass({ ...look, kind: look.kind ?? 'quiet', class: styles.icon })
}

export type ButtonProps = JSX.ButtonHTMLAttributes<HTMLButtonElement> &
  ButtonLook & {
    /** Work is under way: stays in place and in focus, does nothing when pressed, says so. */
    busy?: boolean
  }

/** A button. `type` is "button" unless said otherwise, so it never sends a form by accident. */
export function Button(props: ButtonProps) {
  const words = useUiWords()
  const [own, rest] = splitProps(props, [...LOOK, 'busy', 'onClick'])
  const click: JSX.EventHandler<HTMLButtonElement, MouseEvent> = (event) => {
    if (own.busy || event.currentTarget.getAttribute('aria-disabled') === 'true') {
      event.preventDefault()
      event.stopImmediatePropagation()
      return
    }
    callHandler(own.onClick, event)
  }
  return (
    <button
      type="button"
      {...rest}
      class={buttonClass(own)}
      aria-disabled={own.busy ? 'true' : rest['aria-disabled']}
      aria-busy={own.busy ? 'true' : undefined}
      onClick={click}
    >
      <Show when={own.busy} fallback={<Icon of={own.icon} />}>
        <span class={styles.spinner} role="img" aria-label={words.working} />
      </Show>
      {own.children}
    </button>
  )
}

export type ButtonLinkProps = JSX.AnchorHTMLAttributes<HTMLAnchorElement> & ButtonLook

/** Goes somewhere, and looks like a button. */
export function ButtonLink(props: ButtonLinkProps) {
  const [own, rest] = splitProps(props, LOOK)
  return (
    <a {...rest} class={buttonClass(own)}>
      <Icon of={own.icon} />
      {own.children}
    </a>
  )
}

export type IconButtonProps = Omit<ButtonProps, 'icon' | 'wide' | 'start' | 'tall'> & {
  /** What it does, and to what: "More, Four returns ask the same questions". */
  label: string
}

/** A button that shows only an icon (its children). The label is its name and its mouse tip. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['label', 'class', 'kind'])
  return (
    <Button
      title={own.label}
      {...rest}
      kind={own.kind ?? 'quiet'}
      aria-label={own.label}
      class={classes(styles.icon, own.class)}
    />
  )
}

function Icon(props: { of: JSX.Element }) {
  return (
    <Show when={props.of}>
      {(icon) => (
        <span aria-hidden="true" class={styles.glyph}>
          {icon()}
        </span>
      )}
    </Show>
  )
}
