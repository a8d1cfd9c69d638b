/** @jsxImportSource react */
import {
  HTMLContainer,
  type RecordProps,
  Rectangle2d,
  ShapeUtil,
  T,
  type TLBaseShape,
  type TLShapeUtilConstructor,
  type TLUnknownShape,
  useEditor,
  useValue,
} from 'tldraw'
import type { ClusterProps, NoteProps, SectionProps } from './board-shapes'
import { ClusterCard, type Look, NoteCard, SectionCard, textStyleOf } from './cards.react'
import { createDrawingUtil } from './drawing-shape.react'
import { Field } from './field.react'
import type { BoardSession } from './session.react'

type SectionShape = TLBaseShape<'section', SectionProps>
type ClusterShape = TLBaseShape<'cluster', ClusterProps>
type NoteShape = TLBaseShape<'note', NoteProps>
type Sized = TLUnknownShape & { props: { w: number; h: number } }

const size = { w: T.nonZeroNumber, h: T.nonZeroNumber }
const sectionProps: RecordProps<SectionShape> = {
  ...size,
  title: T.arrayOf(T.string),
  prompt: T.arrayOf(T.string),
  notSorted: T.string,
  notSortedX: T.number,
  notSortedY: T.number,
  locked: T.string,
}
const clusterProps: RecordProps<ClusterShape> = {
  ...size,
  kind: T.literalEnum('theme', 'barrier', 'proposal'),
  kindName: T.string,
  title: T.arrayOf(T.string),
  untitled: T.boolean,
  central: T.string,
  local: T.string,
  other: T.string,
  none: T.string,
  resident: T.arrayOf(T.string),
  residentLabel: T.string,
  head: T.number,
  dropHere: T.string,
  foot: T.string,
  fold: T.literalEnum('none', 'open', 'folded'),
  more: T.string,
  locked: T.string,
}
const noteProps: RecordProps<NoteShape> = {
  ...size,
  words: T.arrayOf(T.string),
  size: T.literalEnum('large', 'medium', 'small'),
  side: T.literalEnum('central', 'local', 'other', 'none'),
  locked: T.string,
}

/** Every shape is a box that others arrange: it cannot be turned, resized or bound, and is hit by our own test. */
abstract class BoxUtil<Shape extends Sized> extends ShapeUtil<Shape> {
  override canEdit = () => true
  override canResize = () => false
  override canBind = () => false
  override hideRotateHandle = () => true
  override hideSelectionBoundsFg = () => true
  override hideSelectionBoundsBg = () => true
  override getGeometry(shape: Shape) {
    return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: true })
  }
  override indicator(shape: Shape) {
    return <rect width={shape.props.w} height={shape.props.h} />
  }
}

/** The four shapes, drawing with one session. */
export function createShapeUtils(session: BoardSession): TLShapeUtilConstructor<TLUnknownShape>[] {
  class SectionUtil extends BoxUtil<SectionShape> {
    static override type = 'section' as const
    static override props = sectionProps
    override getDefaultProps(): SectionProps {
      const none = { notSorted: '', notSortedX: 0, notSortedY: 0, locked: '' }
      return { w: 1, h: 1, title: [], prompt: [], ...none }
    }
    override component(shape: SectionShape) {
      return <SectionOnBoard shape={shape} session={session} />
    }
  }
  class ClusterUtil extends BoxUtil<ClusterShape> {
    static override type = 'cluster' as const
    static override props = clusterProps
    override getDefaultProps(): ClusterProps {
      const none = {
        central: '',
        local: '',
        other: '',
        none: '',
        resident: [],
        residentLabel: '',
        dropHere: '',
        foot: '',
        fold: 'none' as const,
        more: '',
        locked: '',
      }
      return { w: 1, h: 1, kind: 'theme', kindName: '', title: [], untitled: true, head: 0, ...none }
    }
    override component(shape: ClusterShape) {
      return <ClusterOnBoard shape={shape} session={session} />
    }
  }
  class NoteUtil extends BoxUtil<NoteShape> {
    static override type = 'note' as const
    static override props = noteProps
    override getDefaultProps(): NoteProps {
      return { w: 1, h: 1, words: [], size: 'large', side: 'none', locked: '' }
    }
    override component(shape: NoteShape) {
      return <NoteOnBoard shape={shape} session={session} />
    }
  }
  return [
    SectionUtil,
    ClusterUtil,
    NoteUtil,
    createDrawingUtil(session),
  ] as unknown[] as TLShapeUtilConstructor<TLUnknownShape>[]
}

/**
 * A card is for eyes, but for the field in it: which of them are shapes just now depends on where one looks, and what a
 * screen reader finds must not. It has the canvas with its items by keys, and the list [B15].
 */
type On<Shape> = { shape: Shape; session: BoardSession }

function NoteOnBoard({ shape, session }: On<NoteShape>) {
  const id = idOf(shape)
  const look = useLook(shape, session)
  const editing = useEditing(shape)
  return (
    <HTMLContainer aria-hidden={!editing}>
      <NoteCard props={shape.props} look={look}>
        {editing ? (
          <Field
            id={id}
            session={session}
            label={session.feed.words.writeHere}
            style={textStyleOf(shape.props.size)}
            title={false}
          />
        ) : undefined}
      </NoteCard>
    </HTMLContainer>
  )
}

function ClusterOnBoard({ shape, session }: On<ClusterShape>) {
  const id = idOf(shape)
  const look = useLook(shape, session)
  const editing = useEditing(shape)
  const field = editing && (
    <Field id={id} session={session} label={session.feed.words.titleHere} style={{}} title={true} />
  )
  return (
    <HTMLContainer aria-hidden={!editing}>
      <ClusterCard props={shape.props} look={look} title={field || undefined} />
    </HTMLContainer>
  )
}

function SectionOnBoard({ shape, session }: On<SectionShape>) {
  const look = useLook(shape, session)
  const corner = look.selected === true && session.maySections()
  return (
    <HTMLContainer aria-hidden={true}>
      <SectionCard props={shape.props} look={look} corner={corner} />
    </HTMLContainer>
  )
}

function useLook(shape: TLUnknownShape, session: BoardSession): Look {
  const id = idOf(shape)
  const selected = useValue('selected', () => session.selectedIds.get().has(id), [session, id])
  const lifted = useValue('lifted', () => session.hand.lifted.get().has(id), [session, id])
  const target = useValue('target', () => session.hand.target.get() === id, [session, id])
  const faint = useValue('faint', () => session.draggedByOthers.get().has(id), [session, id])
  return { selected, lifted, target, faint }
}

function useEditing(shape: TLUnknownShape): boolean {
  const editor = useEditor()
  return useValue('editing', () => editor.getEditingShapeId() === shape.id, [editor, shape.id])
}

function idOf(shape: TLUnknownShape): string {
  return shape.id.slice('shape:'.length)
}
