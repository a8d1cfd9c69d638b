import { atom, type Editor, react } from 'tldraw'
import type { CanvasLayout } from '../../shared/layout/boxes'
import type { BoardEvents, BoardFeed } from './crossing'
import { DrawingGesture } from './drawing-gesture'
import { type Drawn, FIRST_PEN, type Pen } from './pen'

const NONE: ReadonlySet<string> = new Set()

/** Drawing on one board: the pen in hand, and what it is drawing or taking away just now. */
export class Pens {
  readonly pen = atom<Pen>('pen', FIRST_PEN)
  readonly draft = atom<Drawn | null>('draft', null)
  /** Drawn faint: the eraser has been over them. */
  readonly erasing = atom<ReadonlySet<string>>('erasing', NONE)
  readonly gesture: DrawingGesture
  #editor: Editor | undefined

  constructor(feed: BoardFeed, events: BoardEvents, layout: () => CanvasLayout) {
    this.gesture = new DrawingGesture({
      layout,
      zoom: () => this.#editor?.getZoomLevel() ?? 1,
      mayDraw: () => feed.mayDraw(),
      draft: (drawn) => {
        if ((drawn === null) !== (this.draft.get() === null)) events.drawing(drawn !== null)
        this.draft.set(drawn)
      },
      erasing: (ids) => this.erasing.set(ids),
      drawn: events.drawn,
      textAt: events.textAt,
      erased: events.erased,
      refused: () => events.refused([]),
    })
  }

  open(editor: Editor): () => void {
    this.#editor = editor
    return react('pen', () => {
      const { tool } = this.pen.get()
      editor.setCursor({ type: tool === 'select' ? 'default' : tool === 'text' ? 'text' : 'cross', rotation: 0 })
    })
  }

  use(pen: Pen): void {
    if (pen.tool !== this.pen.get().tool) this.gesture.use(pen.tool)
    this.pen.set(pen)
  }

  /**
   * tldraw stops listening to mouse and fingers once a pen has touched the screen, and has a button of its own to end that,
   * which is not on our board: it ends when the pen is lifted.
   */
  lifted(): void {
    if (this.#editor?.getInstanceState().isPenMode) this.#editor.updateInstanceState({ isPenMode: false })
  }
}
