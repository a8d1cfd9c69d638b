import type { Editor } from 'tldraw'

/**
 * Each turn of the wheel moves the canvas once. use-gesture hands tldraw the last turn again some 140 ms after it; tldraw tells
 * that by the clock, and where the page was busy meanwhile it does not: the canvas jumps, also away from what a key has asked
 * for since.
 */
export function takeEachTurnOnce(editor: Editor): () => void {
  const container = editor.getContainer()
  let isNew = false
  const turned = () => {
    isNew = true
  }
  container.addEventListener('wheel', turned, { capture: true, passive: true })
  const dispatch = editor.dispatch.bind(editor)
  editor.dispatch = (info) => {
    if (info.type !== 'wheel') return dispatch(info)
    if (!isNew) return editor
    isNew = false
    return dispatch(info)
  }
  return () => container.removeEventListener('wheel', turned, { capture: true })
}
