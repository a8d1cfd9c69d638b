import { Popover as Kobalte } from '@kobalte/core/popover'
import X from 'lucide-solid/icons/x'
import { type JSX, type ParentProps, Show } from 'solid-js'
import { type ButtonKind, buttonClass, IconButton } from './button'
import buttonStyles from './button.module.css'
import { classes } from './classes'
import { Row } from './layout'
import styles from './overlay.module.css'
import { markTopLayer } from './top-layer'
import { useUiWords } from './words'

export type PopoverProps = ParentProps<{
  /** Text of the button that opens it. */
  label?: JSX.Element
  /** Name for screen readers where the text is not enough. */
  name?: string
  icon?: JSX.Element
  kind?: ButtonKind
  small?: boolean
  title: JSX.Element
  placement?: 'bottom-start' | 'bottom-end' | 'bottom' | 'top-start' | 'top-end'
  open?: boolean
  onOpen?: (open: boolean) => void
  class?: string
}>

/** A button with a small panel beside it, for details and short choices. The page behind stays usable. */
export function Popover(props: PopoverProps) {
  const words = useUiWords()
  return (
    <Kobalte placement={props.placement ?? 'bottom-start'} gutter={6} open={props.open} onOpenChange={props.onOpen}>
      <Kobalte.Trigger
        class={buttonClass({
          kind: props.kind,
          small: props.small,
          class: classes(props.label == null && buttonStyles.icon, props.class),
        })}
        aria-label={props.name}
        title={props.label == null ? props.name : undefined}
      >
        {props.icon}
        {props.label}
      </Kobalte.Trigger>
      <Kobalte.Portal ref={markTopLayer}>
        <Kobalte.Content class={classes(styles.floating, styles.popover)}>
          <Row justify="between" align="top" nowrap>
            <Kobalte.Title class={styles.popoverTitle}>{props.title}</Kobalte.Title>
            <Kobalte.CloseButton as={CloseButton} label={words.close} />
          </Row>
          <Show when={props.children}>{(children) => <div>{children()}</div>}</Show>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  )
}

function CloseButton(props: { label: string; onClick?: JSX.EventHandlerUnion<HTMLButtonElement, MouseEvent> }) {
  return (
    <IconButton {...props} small class={styles.popoverClose}>
      <X aria-hidden="true" />
    </IconButton>
  )
}
