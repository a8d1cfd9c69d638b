import { For } from 'solid-js'
import type { ShareLink } from '../../shared/protocol/http'
import { showText } from '../text/show'
import { classes } from '../ui/classes'
import { JoinQr, spokenCode, typedAddress } from '../workshop/shell/join-qr'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './join-here.module.css'

const words = showText.join

/** How to come in, for who sits in the room: scan it, or type two short things. */
export function JoinHere(props: { link: ShareLink; large?: boolean }) {
  const workshop = useWorkshop()
  return (
    <aside class={classes(styles.join, props.large && styles.large)} aria-labelledby="join-here">
      <h2 id="join-here" class={styles.heading}>
        {words.heading}
      </h2>
      <JoinQr class={styles.qr} url={props.link.url} label={words.qr(workshop.stage.workshop?.title ?? '')} />
      <dl class={styles.ways}>
        <div>
          <dt>{words.goTo}</dt>
          <dd class={styles.address}>
            <For each={addressPieces(props.link.url)}>
              {(piece) => (
                <>
                  {piece}
                  <wbr />
                </>
              )}
            </For>
          </dd>
        </div>
        <div>
          <dt>{words.code}</dt>
          <dd class={styles.code}>{spokenCode(props.link.code)}</dd>
        </div>
      </dl>
    </aside>
  )
}

/** A long address is broken where one would pause when reading it aloud. */
function addressPieces(url: string): string[] {
  return `${typedAddress(url)}/join`.split(/(?<=[.:/])(?=[^/])/)
}
