/** @jsxImportSource react */
import type { CSSProperties, ReactNode } from 'react'
import {
  HTMLContainer,
  type RecordProps,
  Rectangle2d,
  ShapeUtil,
  T,
  type TLBaseShape,
  useEditor,
  useValue,
} from 'tldraw'
import { DRAWING_COLOURS, DRAWING_KINDS, DRAWING_SIZES } from '../../shared/domain/drawing'
import { drawingPaths, STROKE } from '../../shared/layout/drawing-path'
import { drawnRecord } from '../../shared/layout/simplify-stroke'
import { DRAWN_TEXT } from '../../shared/layout/sizes'
import styles from './drawing.module.css'
import type { DrawingProps } from './drawing-shapes'
import { Field } from './field.react'
import type { BoardSession } from './session.react'

type Shape = TLBaseShape<'drawing', DrawingProps>

const drawingProps: RecordProps<Shape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  kind: T.literalEnum(...DRAWING_KINDS),
  colour: T.literalEnum(...DRAWING_COLOURS),
  size: T.literalEnum(...DRAWING_SIZES),
  paths: T.arrayOf(T.string),
  words: T.arrayOf(T.string),
}

/** A drawing on the board. What it is comes from its record; tldraw is told a box, and hits are our own. */
export function createDrawingUtil(session: BoardSession) {
  return class DrawingUtil extends ShapeUtil<Shape> {
    static override type = 'drawing' as const
    static override props = drawingProps
    override canEdit = () => true
    override canResize = () => false
    override canBind = () => false
    override hideRotateHandle = () => true
    override hideSelectionBoundsFg = () => true
    override hideSelectionBoundsBg = () => true
    override getDefaultProps(): DrawingProps {
      return { w: 1, h: 1, kind: 'pen', colour: 'ink', size: 'medium', paths: [], words: [] }
    }
    override getGeometry(shape: Shape) {
      return new Rectangle2d({ width: shape.props.w, height: shape.props.h, isFilled: false })
    }
    override indicator(shape: Shape) {
      return <rect width={shape.props.w} height={shape.props.h} />
    }
    override component(shape: Shape) {
      return <DrawingOnBoard shape={shape} session={session} />
    }
  }
}

function DrawingOnBoard({ shape, session }: { shape: Shape; session: BoardSession }) {
  const editor = useEditor()
  const id = shape.id.slice('shape:'.length)
  const selected = useValue('selected', () => session.selectedIds.get().has(id), [session, id])
  const lifted = useValue('lifted', () => session.hand.lifted.get().has(id), [session, id])
  const isFaint = () => session.draggedByOthers.get().has(id) || session.pens.erasing.get().has(id)
  const faint = useValue('faint', isFaint, [session, id])
  const editing = useValue('editing', () => editor.getEditingShapeId() === shape.id, [editor, shape.id])
  return (
    <HTMLContainer>
      <DrawingCard props={shape.props} look={{ selected: selected || lifted, faint }}>
        {editing ? (
          <Field
            id={id}
            session={session}
            label={session.feed.words.drawHere}
            style={{ ...textStyle(shape.props), whiteSpace: 'pre-wrap' }}
            title={false}
          />
        ) : undefined}
      </DrawingCard>
    </HTMLContainer>
  )
}

type CardProps = { props: DrawingProps; look: { selected?: boolean; faint?: boolean }; children?: ReactNode }

/** How a drawing looks; also drawn for what others drag and for what is on its way. */
export function DrawingCard({ props, look, children }: CardProps) {
  const { w, h, kind, colour, size, paths, words } = props
  const classes = [styles.drawing, styles[colour], look.selected && styles.selected, look.faint && styles.faint]
  return (
    <div className={classes.filter(Boolean).join(' ')} style={{ width: w, height: h }}>
      {kind === 'text'
        ? (children ?? <Words words={words} style={textStyle(props)} />)
        : [look.selected && 'halo', 'line'].map(
            (layer) =>
              layer && (
                <svg key={layer} className={styles[layer]} width={w} height={h} aria-hidden="true">
                  {paths.map((path) => (
                    <path key={path} d={path} strokeWidth={STROKE[size] + (layer === 'halo' ? 7 : 0)} />
                  ))}
                </svg>
              ),
          )}
    </div>
  )
}

function Words({ words, style }: { words: readonly string[]; style: CSSProperties }) {
  return (
    <div className={styles.words} style={style}>
      {words.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is nothing but its number
        <span key={index}>{line}</span>
      ))}
    </div>
  )
}

function textStyle({ size }: DrawingProps): CSSProperties {
  const { size: fontSize, line } = DRAWN_TEXT[size]
  return { fontSize, lineHeight: `${line}px` }
}

/** What is being drawn on this screen, before anybody else has it. */
export function Draft({ session }: { session: BoardSession }) {
  const drawn = useValue(session.pens.draft)
  const { colour, size } = useValue(session.pens.pen)
  if (!drawn) return null
  const made = drawnRecord({ ...drawn, colour, size })
  if (!made) return null
  const { record, corner } = made
  const props = { w: 1, h: 1, kind: record.kind, colour, size, paths: drawingPaths(record), words: [] }
  return (
    <div className={styles.draft} style={{ transform: `translate(${corner.x}px, ${corner.y}px)` }}>
      <DrawingCard props={props} look={{}} />
    </div>
  )
}
