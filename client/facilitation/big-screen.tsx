import { Dialog as Kobalte } from '@kobalte/core/dialog'
import X from 'lucide-solid/icons/x'
import type { ShareLink } from '../../shared/protocol/http'
import { facilitationText } from '../text/facilitation'
import { Button } from '../ui/button'
import { JoinQr, spokenCode, typedAddress } from '../workshop/shell/join-qr'
import styles from './big-screen.module.css'

const words = facilitationText.bigScreen

/** The whole window for the people in the room: QR code and short code, as large as they go. Escape closes it. */
export function BigScreen(props: { link: ShareLink; title: string; onClose: () => void }) {
  return (
    <Kobalte open onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Content class={styles.screen}>
          <div class={styles.close}>
            <Button icon={<X />} onClick={() => props.onClose()}>
              {words.close}
            </Button>
          </div>
          <JoinQr class={styles.qr} url={props.link.url} label={facilitationText.share.qr(props.title)} />
          <div class={styles.words}>
            <p class={styles.lead}>{words.title}</p>
            <Kobalte.Title class={styles.title}>{props.title}</Kobalte.Title>
            <p class={styles.lead}>{words.orType(typedAddress(props.link.url))}</p>
            <p class={styles.code}>{spokenCode(props.link.code)}</p>
          </div>
        </Kobalte.Content>
      </Kobalte.Portal>
    </Kobalte>
  )
}
