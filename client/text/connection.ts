import type { RefusalCode } from '../../shared/protocol/refusals'

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`)

const REFUSED: Partial<Record<RefusalCode, string>> = {
  'page-is-old': 'This page is older than the server. Reload it.',
  'server-is-old': 'This server is older than the workshop. Ask whoever runs it to update it.',
  'session-missing': 'This device is not signed in any more. Join again.',
  removed: 'You are no longer in this workshop.',
  'not-a-member': 'This device is not in this workshop.',
  'not-found': 'This is no longer there.',
}

export const connectionText = {
  /** Read before the status, so that "Saved" is not heard out of nowhere. */
  label: 'Status:',
  connecting: 'Reconnecting…',
  live: (unsaved: number) => (unsaved === 0 ? 'Saved' : `Saving ${changes(unsaved)}`),
  paused: 'Saving is paused: keep this page open',
  /** `kept`: whether this device keeps what is written offline. */
  offline(unsaved: number, kept: boolean): string {
    if (unsaved === 0) return 'Offline'
    return kept
      ? `Offline: ${changes(unsaved)} kept on this device`
      : `Offline: ${changes(unsaved)} not saved. Keep this page open`
  },
  refused: (code: RefusalCode) => REFUSED[code] ?? 'Not connected. Reload the page.',
  wentOffline: (kept: boolean) =>
    kept ? 'Offline, changes kept on this device' : 'Offline, changes not saved. Keep this page open',
  /** This device takes nothing: private windows, blocked or full storage. */
  notKept: {
    region: 'Not kept on this device',
    text: 'This browser keeps nothing here: its storage is full or blocked. What you write is saved on the server. If you lose the connection, keep this page open until you are back.',
    dismiss: 'Close this message',
  },
  backOnline: 'Back online, all saved',
} as const
