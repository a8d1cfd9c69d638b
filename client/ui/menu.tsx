import { DropdownMenu } from '@kobalte/core/dropdown-menu'
import Check from 'lucide-solid/icons/check'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import { type JSX, type ParentProps, Show } from 'solid-js'
import { type ButtonKind, buttonClass } from './button'
import buttonStyles from './button.module.css'
import { classes } from './classes'
import styles from './overlay.module.css'
import { markTopLayer } from './top-layer'
import { useUiWords } from './words'

export type MenuProps = ParentProps<{
  /** Text of the button. */
  label?: JSX.Element
  /** Name for screen readers where the text is not enough: "More, Four returns ask the same questions". */
  name?: string
  /** An icon before the text; alone when there is no label (then `name` is needed). */
  icon?: JSX.Element
  kind?: ButtonKind
  small?: boolean
  /** Leaves the small arrow away. */
  plain?: boolean
  placement?: 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end'
  disabled?: boolean
  /** Is open as soon as it is there: for a list that makes a row's menu only when it is asked for. */
  startOpen?: boolean
  /** Of its button. */
  id?: string
  onOpen?: (open: boolean) => void
  class?: string
}>

/** A button that opens a menu; the children are `MenuItem`s. The page behind stays usable. */
export function Menu(props: MenuProps) {
  const words = useUiWords()
  // everything on a page belongs to a landmark
  const frame = (element: Element) => {
    element.setAttribute('role', 'region')
    element.setAttribute('aria-label', words.menu)
    markTopLayer(element)
  }
  return (
    <DropdownMenu
      modal={false}
      placement={props.placement ?? 'bottom-start'}
      gutter={6}
      defaultOpen={props.startOpen}
      onOpenChange={props.onOpen}
    >
      <DropdownMenu.Trigger
        id={props.id}
        class={buttonClass({
          kind: props.kind,
          small: props.small,
          class: classes(props.label == null && buttonStyles.icon, props.class),
        })}
        aria-label={props.name}
        title={props.label == null ? props.name : undefined}
        disabled={props.disabled}
      >
        {props.icon}
        {props.label}
        <Show when={props.label != null && !props.plain}>
          <ChevronDown aria-hidden="true" />
        </Show>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal ref={frame}>
        <DropdownMenu.Content class={classes(styles.floating, styles.menu)}>{props.children}</DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  )
}

type ItemProps = ParentProps<{ icon?: JSX.Element; detail?: JSX.Element; disabled?: boolean }>

/** One thing to do. `onSelect` runs, the menu closes, focus returns to its button. */
export function MenuItem(props: ItemProps & { onSelect: () => void; danger?: boolean }) {
  return (
    <DropdownMenu.Item
      class={classes(styles.item, props.danger && styles.dangerous)}
      disabled={props.disabled}
      onSelect={props.onSelect}
    >
      {props.icon}
      <ItemText {...props} />
    </DropdownMenu.Item>
  )
}

/** Goes somewhere. */
export function MenuLink(props: ItemProps & { href: string; download?: string; target?: '_blank' }) {
  return (
    <DropdownMenu.Item
      as="a"
      class={classes(styles.item, styles.itemLink)}
      href={props.href}
      download={props.download}
      target={props.target}
      disabled={props.disabled}
    >
      {props.icon}
      <ItemText {...props} />
    </DropdownMenu.Item>
  )
}

/** On or off, with a tick when on. */
export function MenuCheck(props: ItemProps & { checked: boolean; onChecked: (checked: boolean) => void }) {
  return (
    <DropdownMenu.CheckboxItem
      class={styles.item}
      checked={props.checked}
      onChange={props.onChecked}
      disabled={props.disabled}
    >
      <span class={styles.tick}>
        <Show when={props.checked}>
          <Check aria-hidden="true" />
        </Show>
      </span>
      <ItemText {...props} />
    </DropdownMenu.CheckboxItem>
  )
}

/** One of several, with a tick at the chosen one; the children are `MenuRadio`s. */
export function MenuRadioGroup(
  props: ParentProps<{ label?: string; value: string; onValue: (value: string) => void }>,
) {
  return (
    <DropdownMenu.RadioGroup value={props.value} onChange={props.onValue}>
      <Show when={props.label}>
        <DropdownMenu.GroupLabel class={styles.groupLabel} dir="auto">
          {props.label}
        </DropdownMenu.GroupLabel>
      </Show>
      {props.children}
    </DropdownMenu.RadioGroup>
  )
}

export function MenuRadio(props: ItemProps & { value: string }) {
  return (
    <DropdownMenu.RadioItem class={styles.item} value={props.value} disabled={props.disabled}>
      <span class={styles.tick}>
        <DropdownMenu.ItemIndicator>
          <Check aria-hidden="true" />
        </DropdownMenu.ItemIndicator>
      </span>
      <ItemText {...props} />
    </DropdownMenu.RadioItem>
  )
}

/** Items under a small heading. */
export function MenuGroup(props: ParentProps<{ label: string }>) {
  return (
    <DropdownMenu.Group>
      <DropdownMenu.GroupLabel class={styles.groupLabel} dir="auto">
        {props.label}
      </DropdownMenu.GroupLabel>
      {props.children}
    </DropdownMenu.Group>
  )
}

export function MenuSeparator() {
  return <DropdownMenu.Separator class={styles.separator} />
}

function ItemText(props: ItemProps) {
  return (
    <span class={styles.itemText} dir="auto">
      {props.children}
      <Show when={props.detail}>{(detail) => <span class={styles.detail}>{detail()}</span>}</Show>
    </span>
  )
}
