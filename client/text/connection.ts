import type { RefusalCode } from '../../shared/protocol/refusals'
import type { ConnectionStatus } from '../connection/connection-status'

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`)

const REFUSED: Partial<Record<RefusalCode, string>> = {
  'page-is-old': 'This page is older than the server. Reload it.',
  'session-missing': 'This device is not signed in any more. Join again.',
  removed: 'You are no longer in this workshop.',
  'not-a-member': 'This device is not in this workshop.',
  'not-found': 'This is no longer there.',
}

export const connectionText = {
  /** `kept`: whether this device keeps what is written offline. */
  status(status: ConnectionStatus, kept: boolean): string {
    switch (status.is) {
      case 'connecting':
        return 'Reconnecting…'
      case 'live':
        return status.unsaved === 0 ? 'Saved' : `Saving ${changes(status.unsaved)}`
      case 'saving-paused':
        return 'Saving is paused: keep this page open'
      case 'offline':
        if (status.unsaved === 0) return 'Offline'
        return kept
          ? `Offline: ${changes(status.unsaved)} kept on this device`
          : `Offline: ${changes(status.unsaved)} not saved. Keep this page open`
      case 'refused':
        return REFUSED[status.code] ?? 'Not connected. Reload the page.'
    }
  },
  /** Read before the status, so that "Saved" is not heard out of nowhere. */
  label: 'Status:',
  offline: (kept: boolean) =>
    kept ? 'Offline, changes kept on this device' : 'Offline, changes not saved. Keep this page open',
  backOnline: 'Back online, all saved',
  paused: 'Saving is paused: keep this page open',
} as const
