/**
 * The one table of refusals: every no that crosses the wire, as an HTTP status, a WebSocket close code and what the
 * client does next. A y-websocket client gives up on 4400 to 4499 and tries again on anything else, so 44xx means
 * "do not come back as you are" and 45xx "later".
 *
 * `close: null`: the code is never the reason a whole room is closed.
 */
export type NextStep =
  | 'mend-and-retry' // the person changes what they gave
  | 'ask-for-link' // a new link is needed
  | 'join' // the person has to join first
  | 'go-home' // nothing to do here
  | 'wait-and-retry' // the client tries again by itself
  | 'look-again' // somebody was quicker: show the new state
  | 'start-afresh-and-tell' // keep the words in the tray, open the room with a new document
  | 'reload' // the page is older than the server
  | 'tell-host' // only who runs the server can mend it; nothing is lost meanwhile

type Refusal = { status: number; close: number | null; next: NextStep }

export const REFUSALS = {
  // What was given
  'not-valid': { status: 400, close: null, next: 'mend-and-retry' },
  'too-large': { status: 413, close: 4413, next: 'mend-and-retry' },
  'unknown-template': { status: 400, close: null, next: 'mend-and-retry' },
  'safe-space-not-offered': { status: 400, close: null, next: 'mend-and-retry' },
  'creation-key-wrong': { status: 403, close: null, next: 'mend-and-retry' },
  'side-needed': { status: 400, close: null, next: 'mend-and-retry' },
  'organisation-needed': { status: 400, close: null, next: 'mend-and-retry' },
  'timer-too-long': { status: 400, close: null, next: 'mend-and-retry' },
  // Links and coming in
  'link-unknown': { status: 404, close: null, next: 'ask-for-link' },
  'link-replaced': { status: 410, close: null, next: 'ask-for-link' },
  'link-expired': { status: 410, close: null, next: 'ask-for-link' },
  'link-used': { status: 410, close: null, next: 'ask-for-link' },
  'joined-already': { status: 409, close: null, next: 'mend-and-retry' },
  // a link to somebody's own place, opened where another member of that workshop already is
  'another-member-here': { status: 409, close: null, next: 'look-again' },
  'door-closed': { status: 403, close: 4503, next: 'wait-and-retry' },
  'workshop-ended': { status: 409, close: null, next: 'look-again' },
  'device-full': { status: 409, close: null, next: 'look-again' },
  // Who one is
  'session-missing': { status: 401, close: 4401, next: 'join' },
  'not-a-member': { status: 404, close: 4404, next: 'join' },
  'not-found': { status: 404, close: 4404, next: 'go-home' },
  removed: { status: 403, close: 4410, next: 'go-home' },
  'wrong-origin': { status: 403, close: null, next: 'go-home' },
  'role-may-not': { status: 403, close: null, next: 'look-again' },
  'last-facilitator': { status: 409, close: null, next: 'look-again' },
  // somebody else was, and nothing can be asked of them until they are let back in
  'removed-before': { status: 409, close: null, next: 'look-again' },
  'observers-only-read': { status: 409, close: null, next: 'look-again' },
  'nothing-to-merge': { status: 409, close: null, next: 'look-again' },
  'spelling-was-asked': { status: 409, close: null, next: 'mend-and-retry' },
  // What somebody may do inside a document
  'role-may-not-edit': { status: 403, close: null, next: 'start-afresh-and-tell' },
  'canvas-locked': { status: 403, close: null, next: 'start-afresh-and-tell' },
  'item-locked': { status: 403, close: null, next: 'start-afresh-and-tell' },
  'step-does-not-allow': { status: 403, close: null, next: 'start-afresh-and-tell' },
  'wording-locked': { status: 403, close: null, next: 'start-afresh-and-tell' },
  'not-your-note': { status: 403, close: null, next: 'start-afresh-and-tell' },
  'not-as-joined': { status: 403, close: null, next: 'start-afresh-and-tell' },
  'update-not-valid': { status: 400, close: 4400, next: 'start-afresh-and-tell' },
  'text-too-long': { status: 413, close: null, next: 'start-afresh-and-tell' },
  // one person has brought as much as one person may
  'share-full': { status: 413, close: null, next: 'start-afresh-and-tell' },
  'document-full': { status: 413, close: null, next: 'start-afresh-and-tell' },
  // Somebody was quicker, or what one saw is not what there is
  'state-moved-on': { status: 409, close: null, next: 'look-again' },
  // the step everybody is in cannot be taken out of the agenda
  'step-is-now': { status: 409, close: null, next: 'look-again' },
  'wording-changed': { status: 409, close: null, next: 'look-again' },
  'action-not-ready': { status: 409, close: null, next: 'look-again' },
  'not-asked': { status: 403, close: null, next: 'look-again' },
  'cannot-close-signing': { status: 409, close: null, next: 'look-again' },
  'record-is-final': { status: 409, close: null, next: 'look-again' },
  // Canvases
  'too-many-canvases': { status: 409, close: null, next: 'look-again' },
  // Ballots
  'ballot-open-already': { status: 409, close: null, next: 'look-again' },
  'ballot-closed': { status: 409, close: null, next: 'look-again' },
  // what was chosen for a ballot has been deleted or merged meanwhile
  'item-gone': { status: 409, close: null, next: 'look-again' },
  'not-on-ballot': { status: 400, close: null, next: 'mend-and-retry' },
  'too-many-dots': { status: 400, close: null, next: 'mend-and-retry' },
  // The server
  'too-many-requests': { status: 429, close: 4529, next: 'wait-and-retry' },
  'too-slow': { status: 503, close: 1013, next: 'wait-and-retry' },
  'room-full': { status: 503, close: 4503, next: 'wait-and-retry' },
  'door-full': { status: 503, close: null, next: 'wait-and-retry' },
  'saving-is-behind': { status: 503, close: 4504, next: 'wait-and-retry' },
  'shutting-down': { status: 503, close: 1012, next: 'wait-and-retry' },
  'page-is-old': { status: 409, close: 4426, next: 'reload' },
  // the document was written by a newer release: this one would not know what it rewrites
  'server-is-old': { status: 503, close: 4427, next: 'tell-host' },
  'server-fault': { status: 500, close: 4500, next: 'wait-and-retry' },
} as const satisfies Record<string, Refusal>

export type RefusalCode = keyof typeof REFUSALS

/** The body of every refused HTTP request. `field` names the input at fault, for an error linked to it. */
export type RefusalBody = { refusal: RefusalCode; field?: string; detail?: Record<string, unknown> }

/** What a service says no with: the code, and what the person needs to see or mend. */
export type Refused = { ok: false } & RefusalBody
export type Reply<T> = { ok: true; value: T } | Refused

/** The refusal behind a WebSocket close code; where several share one, the first of the table speaks. */
export function refusalOfClose(close: number): RefusalCode | undefined {
  const codes = Object.keys(REFUSALS) as RefusalCode[]
  return codes.find((code) => REFUSALS[code].close === close)
}
