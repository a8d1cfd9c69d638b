import {
  type Accessor,
  createContext,
  createEffect,
  createSignal,
  type ParentProps,
  untrack,
  useContext,
} from 'solid-js'
import type { Spotlight } from '../../../shared/domain/attention'
import type { CanvasId, NoteId } from '../../../shared/domain/ids'
import type { Canvas } from '../contract'

export type SpotlightItem = NonNullable<Spotlight['item']>

/** An item of a canvas that this page is to show. `focus`: the person asked to go there, so focus goes along. */
export type Wanted = { canvasId: CanvasId; item: SpotlightItem | { is: 'note'; id: NoteId }; focus: boolean }

type Attention = { wanted: Accessor<Wanted | undefined>; want: (wanted: Wanted | undefined) => void }

/** Outside of a workshop's frame nobody is brought anywhere. */
const Context = createContext<Attention>({ wanted: () => undefined, want: () => undefined })

export function AttentionProvider(props: ParentProps) {
  const [wanted, want] = createSignal<Wanted>()
  return <Context.Provider value={{ wanted, want }}>{props.children}</Context.Provider>
}

export const useAttention = () => useContext(Context)

/**
 * For a view of a canvas: called with what is to be shown, once the canvas has arrived and the view says that it is ready;
 * also for what was wanted before this view was opened.
 */
export function showWanted(options: {
  canvas: Canvas
  ready: Accessor<boolean>
  show: (wanted: Wanted) => void
}): void {
  const { wanted, want } = useAttention()
  createEffect(() => {
    const now = wanted()
    if (!now || now.canvasId !== options.canvas.id || !options.canvas.ready() || !options.ready()) return
    want(undefined)
    // what was drawn for the first time just now has its place only afterwards, and a new page takes focus first
    setTimeout(() => untrack(() => options.show(now)), AFTER_THE_PAGE_MS)
  })
}

const AFTER_THE_PAGE_MS = 50
