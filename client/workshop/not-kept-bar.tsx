import HardDrive from 'lucide-solid/icons/hard-drive'
import X from 'lucide-solid/icons/x'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { connectionText } from '../text/connection'
import { IconButton } from '../ui/button'
import { announce } from '../ui/live-region'
import styles from './not-kept-bar.module.css'
import { useWorkshopInside } from './workshop-context'

const words = connectionText.notKept

/** [L32] Says that this device keeps nothing, and what to do about it, until it is read or no longer so. */
export function NotKeptBar() {
  const { isNotKept } = useWorkshopInside()
  const [isRead, setRead] = createSignal(false)
  createEffect(
    on(isNotKept, (now) => {
      setRead(false)
      if (now) announce(words.text)
    }),
  )
  return (
    <Show when={isNotKept() && !isRead()}>
      <section class={styles.bar} aria-label={words.region}>
        <HardDrive aria-hidden="true" />
        <p>{words.text}</p>
        <IconButton small label={words.dismiss} onClick={() => setRead(true)}>
          <X aria-hidden="true" />
        </IconButton>
      </section>
    </Show>
  )
}
