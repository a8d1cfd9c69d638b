import { type JSX, onMount, type ParentProps, splitProps } from 'solid-js'
import { callHandler } from './call-handler'
import { classes } from './classes'
import styles from './toolbar.module.css'

const STEP: Record<string, 1 | -1> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Tools in a row: one stop for Tab, arrow keys between them (ARIA APG toolbar). The children are `ToolButton`s and `ToolLink`s. */
export function Toolbar(props: ParentProps<{ label: string; class?: string }>) {
  let bar!: HTMLDivElement
  /** A narrow window may leave some away; jsdom cannot tell. */
  const tools = () =>
    [...bar.querySelectorAll<HTMLElement>('button, a')].filter((tool) => tool.checkVisibility?.() ?? true)
  const makeStop = (stop: HTMLElement | undefined) => {
    for (const tool of tools()) tool.tabIndex = tool === stop ? 0 : -1
  }
  onMount(() => makeStop(tools().find((tool) => tool.getAttribute('aria-pressed') === 'true') ?? tools()[0]))

  const keyDown = (event: KeyboardEvent) => {
    const all = tools()
    const here = all.findIndex((tool) => tool.matches(':focus'))
    const step = STEP[event.key]
    const next =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? all.length - 1
          : step
            ? (here + step + all.length) % all.length
            : -1
    if (here < 0 || next < 0) return
    event.preventDefault()
    all[next]?.focus()
  }
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={props.label}
      class={classes(styles.toolbar, props.class)}
      onKeyDown={keyDown}
      onFocusIn={(event) => {
        if (event.target instanceof HTMLElement && tools().includes(event.target)) makeStop(event.target)
      }}
    >
      {props.children}
    </div>
  )
}

export type ToolButtonProps = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  label: string
  icon: JSX.Element
  /** For tools that stay chosen; leave away for those that act once. */
  chosen?: boolean
  /** Stays in the row of arrow keys, does nothing. */
  disabled?: boolean
}

/** An icon with its word below it. */
export function ToolButton(props: ToolButtonProps) {
  const [own, rest] = splitProps(props, ['label', 'icon', 'chosen', 'disabled', 'class', 'onClick'])
  return (
    <button
      type="button"
      {...rest}
      class={classes(styles.tool, own.class)}
      aria-pressed={own.chosen}
      aria-disabled={own.disabled ? 'true' : undefined}
      onClick={(event) => {
        if (!own.disabled) callHandler(own.onClick, event)
      }}
    >
      {own.icon}
      {own.label}
    </button>
  )
}

/** A tool that is a page of its own. */
export function ToolLink(props: JSX.AnchorHTMLAttributes<HTMLAnchorElement> & { label: string; icon: JSX.Element }) {
  const [own, rest] = splitProps(props, ['label', 'icon', 'class'])
  return (
    <a {...rest} class={classes(styles.tool, own.class)}>
      {own.icon}
      {own.label}
    </a>
  )
}

export function ToolSeparator() {
  return <span class={styles.separator} aria-hidden="true" />
}
