/** Message types on `/sync/<room>`: the y-websocket protocol's own, and ours for clients that ask with `?saved=1`. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** varUint: how many of this connection's document messages (sync step 2 and update, in order) are on disk · varString `<epoch>:<position>` up to which this client was sent everything. */
  saved: 100,
  /** varUint: the count of the document message that was not taken · varString: the refusal's code. */
  refused: 101,
  /** Only where `?deflated=1` asked for it: one whole message of another type, as a raw DEFLATE stream (RFC 1951). */
  deflated: 102,
} as const

export const SYNC = { step1: 0, step2: 1, update: 2 } as const

/** A protocol message goes to every connection at least this often: a y-websocket client closes after 30 s of silence, and pings do not count. */
export const KEEP_ALIVE_MS = 20_000
