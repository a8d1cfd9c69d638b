import Check from 'lucide-solid/icons/check'
import CloudOff from 'lucide-solid/icons/cloud-off'
import LoaderCircle from 'lucide-solid/icons/loader-circle'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { ConnectionStatus } from '../connection/connection-status'
import { connectionText } from '../text/connection'
import { classes } from '../ui/classes'
import { announce } from '../ui/live-region'
import { VisuallyHidden } from '../ui/visually-hidden'
import styles from './saved-status.module.css'
import { useWorkshopInside } from './workshop-context'

/** Whether what one wrote is on the server's disk, in the page's header. "Saved" is said of nothing less. */
export function SavedStatus() {
  const { workshop, keepsCopy } = useWorkshopInside()
  const status = calmed(workshop.status)
  announceTurns(workshop.status, keepsCopy)
  return (
    <span
      class={classes(
        styles.status,
        (status().is === 'offline' || status().is === 'saving-paused') && styles.worry,
        status().is === 'refused' && styles.stopped,
      )}
      data-status={status().is}
    >
      <Dynamic component={iconOf(status())} aria-hidden="true" />
      <VisuallyHidden>{connectionText.label}</VisuallyHidden>
      <span>{wordsOf(status(), keepsCopy())}</span>
    </span>
  )
}

/** "Saved" comes back once it has held for so long, ms: between two keys it would only flicker. */
const CALM_MS = 300

function calmed(status: Accessor<ConnectionStatus>): Accessor<ConnectionStatus> {
  const [shown, setShown] = createSignal(status())
  createEffect(() => {
    const now = status()
    if (now.is !== 'live' || now.unsaved > 0) setShown(now)
    else {
      const timer = setTimeout(() => setShown(now), CALM_MS)
      onCleanup(() => clearTimeout(timer))
    }
  })
  return shown
}

function wordsOf(status: ConnectionStatus, kept: boolean): string {
  switch (status.is) {
    case 'connecting':
      return connectionText.connecting
    case 'live':
      return connectionText.live(status.unsaved)
    case 'saving-paused':
      return connectionText.paused
    case 'offline':
      return connectionText.offline(status.unsaved, kept)
    case 'refused':
      return connectionText.refused(status.code)
  }
}

function iconOf(status: ConnectionStatus) {
  switch (status.is) {
    case 'live':
      return status.unsaved === 0 ? Check : LoaderCircle
    case 'connecting':
      return LoaderCircle
    case 'offline':
      return CloudOff
    default:
      return TriangleAlert
  }
}

type Turn = 'good' | 'offline' | 'paused' | 'between'

/** Only the turns are spoken, never each save. */
function announceTurns(status: () => ConnectionStatus, kept: () => boolean): void {
  let said: Turn = 'good'
  const turn = createMemo((): Turn => {
    const now = status()
    if (now.is === 'offline') return 'offline'
    if (now.is === 'saving-paused') return 'paused'
    return now.is === 'live' && now.unsaved === 0 ? 'good' : 'between'
  })
  createEffect(
    on(
      turn,
      (now) => {
        if (now === 'between' || now === said) return
        said = now
        if (now === 'offline') announce(connectionText.wentOffline(kept()), { kind: 'alert' })
        else announce(now === 'paused' ? connectionText.paused : connectionText.backOnline, { kind: 'step' })
      },
      { defer: true },
    ),
  )
}
