/** @jsxImportSource react */
import { createRoot } from 'react-dom/client'
import { createShapeId, type Editor, type TLShape, type TLShapePartial, Tldraw, toRichText } from 'tldraw'
import 'tldraw/tldraw.css'

/**
 * For the benchmark alone: tldraw as it comes, without its toolbars (which would only cost it time), filled with its own
 * note shapes through its own store.
 */
const STEP = 216

function stockBoard(editor: Editor) {
  const notes = () => editor.getCurrentPageShapes()
  const remotely = (put: TLShape[]) => editor.store.mergeRemoteChanges(() => editor.store.put(put))
  let dragging: ReturnType<typeof setInterval> | undefined
  return {
    create(texts: readonly string[]) {
      const columns = Math.ceil(Math.sqrt((texts.length * 16) / 9))
      const shapes = texts.map((text, index): TLShapePartial => {
        const at = { x: (index % columns) * STEP, y: Math.floor(index / columns) * STEP }
        return { id: createShapeId(`note${index}`), type: 'note', ...at, props: { richText: toRichText(text) } }
      })
      editor.createShapes(shapes)
      editor.zoomToFit({ immediate: true })
    },
    /** As its own sync would: each of so many people moves a note at every tick. */
    drag(people: number, everyMs: number) {
      let tick = 0
      const taken = notes().filter((_, index, all) => index % Math.ceil(all.length / people) === 0)
      dragging = setInterval(() => {
        tick += 1
        remotely(
          taken.flatMap(({ id }) => {
            const now = editor.getShape(id)
            return now ? { ...now, x: now.x + 12 * Math.cos(tick / 9), y: now.y + 12 * Math.sin(tick / 9) } : []
          }),
        )
      }, everyMs)
    },
    stopDragging: () => clearInterval(dragging),
    /** Somebody else changes the words of one note. */
    edit(number: number) {
      const all = notes()
      const note = all[(number * 37) % all.length]
      if (note) remotely([{ ...note, props: { ...note.props, richText: toRichText(`Changed ${number}`) } } as TLShape])
    },
  }
}

const element = document.getElementById('board')
if (element) {
  createRoot(element).render(
    <Tldraw
      hideUi
      options={{ maxShapesPerPage: 100_000 }}
      onMount={(editor) => {
        Object.assign(globalThis, { stock: stockBoard(editor) })
      }}
    />,
  )
}
