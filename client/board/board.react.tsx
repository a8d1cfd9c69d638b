/** @jsxImportSource react */
import { createRoot } from 'react-dom/client'
import { type TLComponents, TldrawEditor, useEditor, useQuickReactor } from 'tldraw'
import './tldraw.css'
import { useRef } from 'react'
import styles from './board.react.module.css'
import { createBoardTool } from './board-tool.react'
import type { BoardControl, BoardEvents, BoardFeed } from './crossing'
import { Draft } from './drawing-shape.react'
import { createEraserEnd } from './eraser-end.react'
import { FarBoard } from './far-board.react'
import { Links } from './links.react'
import { PeopleOverlay } from './people-overlay.react'
import { BoardSession } from './session.react'
import { createShapeUtils } from './shapes.react'

/**
 * Puts the board into an element; `close` takes it out again. The bare editor without tldraw's own tools, panels and
 * handlers for pasted content: nothing on the board embeds, fetches or opens anything, and the "made with tldraw" mark is
 * drawn by the editor itself.
 */
export function mountBoard(element: HTMLElement, feed: BoardFeed, events: BoardEvents): BoardControl {
  const session = new BoardSession(feed, events)
  const root = createRoot(element)
  root.render(<Board session={session} />)
  return session.control(() => root.unmount())
}

function Board({ session }: { session: BoardSession }) {
  const made = useRef<ReturnType<typeof partsFor>>(null)
  made.current ??= partsFor(session)
  return (
    <TldrawEditor
      {...made.current}
      initialState="board"
      autoFocus={false}
      inferDarkMode={false}
      className={styles.board}
      onMount={(editor) => {
        const container = editor.getContainer()
        container.tabIndex = 0
        container.addEventListener('pointerleave', () => session.events.cursor(null))
        container.setAttribute('aria-describedby', session.feed.words.keysId)
        // so that wheel and pinch move the canvas before anybody has pressed on it; takes no focus
        editor.updateInstanceState({ isFocused: true })
        return session.open(editor)
      }}
    />
  )
}

/** Made once: were one of these new at a render, tldraw would start a new editor. */
function partsFor(session: BoardSession) {
  const components: TLComponents = {
    Background: () => <Ground session={session} />,
    OnTheCanvas: () => <Links session={session} />,
    Overlays: () => (
      <>
        <Draft session={session} />
        <PeopleOverlay session={session} />
      </>
    ),
    ShapeIndicators: null,
    SelectionForeground: null,
    SelectionBackground: null,
    Handles: null,
    Grid: null,
    Scribble: null,
    SnapIndicator: null,
    LoadingScreen: null,
  }
  return {
    shapeUtils: createShapeUtils(session),
    tools: [createBoardTool(session), createEraserEnd(session)],
    components,
    options: { branding: session.feed.words.board, maxShapesPerPage: 100_000 },
  }
}

/** What lies under the shapes. */
function Ground({ session }: { session: BoardSession }) {
  return (
    <>
      <Dots />
      <FarBoard session={session} />
    </>
  )
}

/** A quiet grid of dots that moves with the canvas; gone while one zooms, and when they would be too small to see. */
function Dots() {
  const editor = useEditor()
  const ref = useRef<HTMLDivElement>(null)
  const drawnAt = useRef(0)
  useQuickReactor('dots', () => {
    const { x, y, z } = editor.getCamera()
    const moves = editor.getCameraState() === 'moving'
    if (!ref.current) return
    // dots of another size are another picture of the whole window in every frame
    const zooms = moves && z !== drawnAt.current
    ref.current.classList.toggle(styles.fine ?? '', zooms || z < 0.45)
    if (zooms) return
    const step = 22 * z
    if (z !== drawnAt.current) ref.current.style.backgroundSize = `${step}px ${step}px`
    drawnAt.current = z
    // moved as a whole, for the same reason, and by whole pixels: between two, each would have to be mixed
    const [left, top] = [Math.round(((x * z) % step) - step), Math.round(((y * z) % step) - step)]
    ref.current.style.transform = `translate(${left}px, ${top}px)`
  }, [editor])
  return <div ref={ref} className={styles.dots} />
}
