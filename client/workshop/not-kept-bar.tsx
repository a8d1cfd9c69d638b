import HardDrive from 'lucide-solid/icons/hard-drive'
import { createEffect, createSignal, on, Show } from 'solid-js'
import { connectionText } from '../text/connection'
import { announce } from '../ui/live-region'
import { PageNotice } from '../ui/page-notice'
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
      <PageNotice
        warns
        label={words.region}
        icon={<HardDrive aria-hidden="true" />}
        dismiss={words.dismiss}
        onDismiss={() => setRead(true)}
      >
        {words.text}
      </PageNotice>
    </Show>
  )
}
