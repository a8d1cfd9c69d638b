/**
 * One thing that an update would do to a document: at which path (root type, then the keys of nested maps), and what.
 * `text` is a change inside a Y.Text found at the path. `value` is the plain value that a `set` writes, if it is plain.
 */
export type Touch = {
  root: string
  path: readonly string[]
  change: 'set' | 'delete' | 'text'
  value?: unknown
}
