import { Store } from 'tldraw'

/** Takes the time that the store of tldraw needs for what is put into it, so that it can be told from ours. Returns ms so far. */
export function startMergeClock(): () => number {
  let spent = 0
  const merge = Store.prototype.mergeRemoteChanges
  Store.prototype.mergeRemoteChanges = function (run) {
    const start = performance.now()
    merge.call(this, run)
    spent += performance.now() - start
  }
  return () => spent
}
