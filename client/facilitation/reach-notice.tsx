import { For, Show } from 'solid-js'
import { facilitationText } from '../text/facilitation'
import { CopyButton } from '../ui/copy-button'
import { InlineNotice } from '../ui/notice'
import styles from './reach-notice.module.css'

const words = facilitationText.share.thisComputer

/** Says that the links open nothing on other devices, and the command that changes it. `addresses`: whole origins. */
export function ReachNotice(props: { addresses: readonly string[] }) {
  const command = () => words.command(props.addresses[0] ?? words.unknownAddress)
  return (
    <InlineNotice tone="warn" title={words.title}>
      <p>{words.lead}</p>
      <div class={styles.command}>
        <code>{command()}</code>
        <CopyButton small text={command()} />
      </div>
      <Show when={props.addresses.length > 1}>
        <p>{words.others}</p>
        <ul>
          <For each={props.addresses.slice(1)}>{(address) => <li>{address}</li>}</For>
        </ul>
      </Show>
    </InlineNotice>
  )
}
