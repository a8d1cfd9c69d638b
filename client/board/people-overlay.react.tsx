/** @jsxImportSource react */
import { memo, useEffect, useMemo } from 'react'
import { useEditor, useValue } from 'tldraw'
import type { BoardShape } from './board-shapes'
import { ClusterCard, Glyph, joined, NoteCard } from './cards.react'
import type { Drawing, PersonHere } from './crossing'
import { DrawingCard } from './drawing-shape.react'
import { boxOf } from './items-at'
import { withAllIn } from './moved-together'
import styles from './people-overlay.module.css'
import type { BoardSession } from './session.react'

/**
 * What others do, over the canvas: their pointers, what they have selected, what they drag. Moved by transforms alone; the
 * store hears of a drag only when it ends.
 */
export function PeopleOverlay({ session }: { session: BoardSession }) {
  const editor = useEditor()
  const people = useValue(session.people)
  const drawing = useValue(session.drawing)
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor])
  if (!drawing) return null
  return (
    <>
      <div aria-hidden="true">
        {people.map((person) => (
          <Person key={person.key} person={person} drawing={drawing} zoom={zoom} session={session} />
        ))}
      </div>
      <ItemInFocus session={session} drawing={drawing} zoom={zoom} />
    </>
  )
}

/**
 * The item that the keys are at, as the browser and what reads the screen know it: the canvas has the focus and points at
 * this [B31]. It lies over the item, so that a magnifier follows, and is the ring that is seen while one uses keys.
 */
function ItemInFocus({ session, drawing, zoom }: { session: BoardSession; drawing: Drawing; zoom: number }) {
  const editor = useEditor()
  const selected = useValue('selected', () => session.selected(), [session])
  const lifted = useValue(session.hand.lifted)
  const editing = useValue('editing', () => editor.getEditingShapeId() !== null, [editor])
  const id = editing ? undefined : selected.at(-1)
  const box = id === undefined ? undefined : boxOf(drawing.layout, id)
  const elementId = box && `board-item-${id}`
  useEffect(() => {
    const container = editor.getContainer()
    if (elementId) container.setAttribute('aria-activedescendant', elementId)
    else container.removeAttribute('aria-activedescendant')
  }, [editor, elementId])
  const described = useMemo(
    // read again with each drawing, not with each step of the camera
    () => (drawing && id !== undefined ? session.feed.describe(id) : undefined),
    [session, drawing, id],
  )
  if (!box || !described) return null
  const ring = { outlineWidth: 2.5 / zoom, outlineOffset: 6.5 / zoom }
  return (
    <div role="listbox" aria-label={session.feed.words.items}>
      <div
        key={elementId}
        id={elementId}
        role="option"
        tabIndex={-1}
        aria-selected="true"
        aria-label={described.words}
        aria-posinset={described.position}
        aria-setsize={described.of}
        className={joined(styles.focused, id !== undefined && lifted.has(id) && styles.carried)}
        style={{ transform: at(box.x, box.y), width: box.w, height: box.h, ...ring }}
      />
    </div>
  )
}

type PersonProps = { person: PersonHere; drawing: Drawing; zoom: number; session: BoardSession }

function Person({ person, drawing, zoom, session }: PersonProps) {
  const { cursor, dragging, selected, many, typing } = person.presence
  const colour = styles[person.side ?? 'none']
  const typingBox = typing ? boxOf(drawing.layout, typing) : undefined
  // one name for all that somebody holds; where they type it is said with that
  const [first] = dragging || typing ? [] : (selected ?? [])
  const firstBox = first === undefined ? (dragging || typing ? undefined : many) : boxOf(drawing.layout, first)
  return (
    <>
      {dragging && <Dragged drag={dragging} drawing={drawing} />}
      {selected?.map((id) => {
        const box = dragging ? undefined : boxOf(drawing.layout, id)
        const style = box && { transform: at(box.x, box.y), width: box.w, height: box.h, outlineWidth: 2 / zoom }
        return box && <div key={id} className={joined(styles.outline, colour)} style={style} />
      })}
      {many && !dragging && (
        <div
          className={joined(styles.outline, colour)}
          style={{ transform: at(many.x, many.y), width: many.w, height: many.h, outlineWidth: 2 / zoom }}
        />
      )}
      {firstBox && (
        <div
          className={joined(styles.tag, styles.holds, colour)}
          style={{ transform: `${at(firstBox.x, firstBox.y)} scale(${1 / zoom}) translate(0, calc(-100% - 4px))` }}
        >
          <Name person={person} />
          {many && <span className={styles.side}>{session.feed.words.many(many.count)}</span>}
        </div>
      )}
      {typingBox && (
        <div
          className={joined(styles.tag, styles.typing, colour)}
          style={{
            transform: `${at(typingBox.x + typingBox.w, typingBox.y)} scale(${1 / zoom}) translate(-100%, -100%)`,
          }}
        >
          {session.feed.words.typing(person.name)}
        </div>
      )}
      {cursor && (
        <div
          className={joined(styles.cursor, colour)}
          style={{ transform: `${at(cursor.x, cursor.y)} scale(${1 / zoom})` }}
        >
          <svg width="16" height="18" viewBox="0 0 16 18" aria-hidden="true">
            <path d="M1 1l5 15 2.600-6.200L15 7z" fill="currentColor" stroke="var(--surface)" />
          </svg>
          <span className={styles.tag}>
            <Name person={person} />
            {person.sideName !== '' && <span className={styles.side}>{person.sideName}</span>}
          </span>
        </div>
      )}
    </>
  )
}

/** With the shape of their side, so that a colour alone does not say it. */
function Name({ person }: { person: PersonHere }) {
  return (
    <>
      <Glyph side={person.side ?? 'none'} className={styles.glyph} />
      <span>{person.name}</span>
    </>
  )
}

type Drag = NonNullable<PersonHere['presence']['dragging']>

/** Each step of somebody's drag is one transform; what they drag is drawn once [B2]. */
function Dragged({ drag, drawing }: { drag: Drag; drawing: Drawing }) {
  return (
    <div className={styles.dragged} style={{ transform: at(drag.dx, drag.dy) }}>
      <InHand ids={drag.ids} drawing={drawing} />
    </div>
  )
}

const InHand = memo(
  function InHand({ ids, drawing }: { ids: Drag['ids']; drawing: Drawing }) {
    const shapes = [...withAllIn(drawing.layout, ids)].flatMap((id) => drawing.shapes.get(id) ?? [])
    shapes.sort((a, b) => a.layer - b.layer)
    return shapes.map((shape) => (
      <div key={shape.id} className={styles.ghost} style={{ transform: at(shape.x, shape.y) }}>
        <Card shape={shape} lifted={ids.includes(shape.id)} />
      </div>
    ))
  },
  (before, now) => before.drawing === now.drawing && before.ids.join() === now.ids.join(),
)

function Card({ shape, lifted }: { shape: BoardShape; lifted: boolean }) {
  if (shape.type === 'note') return <NoteCard props={shape.props} look={{ lifted }} />
  if (shape.type === 'cluster') return <ClusterCard props={shape.props} look={{ lifted }} />
  if (shape.type === 'drawing') return <DrawingCard props={shape.props} look={{}} />
  return null
}

function at(x: number, y: number): string {
  return `translate(${x}px, ${y}px)`
}
