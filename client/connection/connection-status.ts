import type { RefusalCode } from '../../shared/protocol/refusals'

/**
 * What the person is told about one room, or about all of a page's rooms together. `unsaved` counts this person's changes
 * that the server has not confirmed to be on disk.
 */
export type ConnectionStatus =
  | { is: 'connecting' }
  | { is: 'live'; unsaved: number }
  /** Live, but the server has not confirmed for over two seconds: "Saved" must not be shown. */
  | { is: 'saving-paused'; unsaved: number }
  | { is: 'offline'; unsaved: number }
  | { is: 'refused'; code: RefusalCode }
