import { createResource, Match, Switch } from 'solid-js'
import type { DeviceLink } from '../connection/bodies'
import { call } from '../connection/call'
import { facilitationText } from '../text/facilitation'
import { CopyButton } from '../ui/copy-button'
import { Dialog } from '../ui/dialog'
import { InlineNotice } from '../ui/notice'
import { Loading } from '../ui/progress'
import { JoinQr, spokenCode } from '../workshop/shell/join-qr'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './device-dialog.module.css'

const words = facilitationText.device
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** A one-use way onto another device as the same person. For everybody. */
export function DeviceDialog(props: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={props.open} onClose={props.onClose} title={words.title} description={words.lead}>
      <NewDeviceLink />
    </Dialog>
  )
}

/** Made as it is shown: every opening is a new link. */
function NewDeviceLink() {
  const workshop = useWorkshop()
  const [called] = createResource(() =>
    call<{ link: DeviceLink }>('POST', `/api/workshops/${workshop.id}/device-link`, { body: {} }),
  )
  const link = () => {
    const now = called()
    return now?.ok ? now.body.link : undefined
  }
  return (
    <Switch fallback={<InlineNotice tone="warn">{words.failed}</InlineNotice>}>
      <Match when={called.loading}>
        <Loading label="" />
      </Match>
      <Match when={link()}>
        {(made) => (
          <div class={styles.device}>
            <JoinQr class={styles.qr} url={made().url} label={words.qr} />
            <p class={styles.label}>{words.code}</p>
            <p class={styles.code}>{spokenCode(made().code)}</p>
            <CopyButton text={made().url} label={words.copy} />
            <p class={styles.once}>{words.once(TIME.format(made().expiresAt ?? Date.now()))}</p>
          </div>
        )}
      </Match>
    </Switch>
  )
}
