import Check from 'lucide-solid/icons/check'
import Copy from 'lucide-solid/icons/copy'
import { createSignal, onCleanup, Show } from 'solid-js'
import { Button, type ButtonKind } from './button'
import { copyText } from './copy-text'
import { announce } from './live-region'
import { useUiWords } from './words'

const SHOWN_MS = 2500

/** Copies a text and says so on itself and to screen readers. Works on plain http too. */
export function CopyButton(props: {
  /** What to copy; a function when it is costly to make. */
  text: string | (() => string)
  /** "Copy" unless said otherwise. */
  label?: string
  /** For screen readers where the label is not enough: "Copy the join link". Starts with the label. */
  name?: string
  kind?: ButtonKind
  small?: boolean
  wide?: boolean
  onCopied?: () => void
}) {
  const words = useUiWords()
  const [state, setState] = createSignal<'ready' | 'copied' | 'failed'>('ready')
  let button!: HTMLButtonElement
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))

  const copy = async () => {
    const text = typeof props.text === 'function' ? props.text() : props.text
    const worked = await copyText(text, button.parentElement ?? undefined)
    setState(worked ? 'copied' : 'failed')
    announce(worked ? words.copied : words.copyFailed)
    if (worked) props.onCopied?.()
    clearTimeout(timer)
    timer = setTimeout(() => setState('ready'), worked ? SHOWN_MS : SHOWN_MS * 4)
  }
  const label = () => {
    switch (state()) {
      case 'ready':
        return props.label ?? words.copy
      case 'copied':
        return words.copied
      case 'failed':
        return words.copyFailed
    }
  }
  return (
    <Button
      ref={button}
      kind={props.kind}
      small={props.small}
      wide={props.wide}
      aria-label={state() === 'ready' ? props.name : undefined}
      icon={
        <Show when={state() === 'copied'} fallback={<Copy />}>
          <Check />
        </Show>
      }
      onClick={() => void copy()}
    >
      {label()}
    </Button>
  )
}
