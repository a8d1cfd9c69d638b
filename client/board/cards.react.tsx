/** @jsxImportSource react */
import type { CSSProperties, ReactNode } from 'react'
import { CLUSTER, NOTE, NOTE_TEXT, SECTION } from '../../shared/layout/sizes'
import type { ClusterProps, NoteProps, SectionProps } from './board-shapes'
import styles from './cards.module.css'

/** How a note, a cluster and a section look. Also drawn for what others drag. Measures come from the layout. */

/** A side by its shape, in its colour. */
export function Glyph({ side, className }: { side: NoteProps['side']; className?: string | undefined }) {
  if (side === 'none') return null
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className={joined(styles.glyph, styles[side], className)}>
      {side === 'central' && <rect x="0.3" y="0.3" width="11.4" height="11.4" rx="1.8" />}
      {side === 'local' && <circle cx="6" cy="6" r="5.9" />}
      {side === 'other' && <path d="M6 -0.4 12.4 6 6 12.4 -0.4 6Z" />}
    </svg>
  )
}

/** lucide's construction, arrow-up and tag (ISC), as in the kit's marks. */
const KIND_PATHS: Record<ClusterProps['kind'], ReactNode> = {
  barrier: (
    <>
      <rect x="2" y="6" width="20" height="8" rx="1" />
      <path d="M17 14v7M7 14v7M17 3v3M7 3v3M10 14 2.3 6.300M14 6l7.700 7.700M8 6l8 8" />
    </>
  ),
  proposal: <path d="m5 12 7-7 7 7M12 19V5" />,
  theme: (
    <>
      <path d="M12.586 2.586A2 2 0 0 0 11.172 2H4a2 2 0 0 0-2 2v7.172a2 2 0 0 0 .586 1.414l8.704 8.704a2.426 2.426 0 0 0 3.420 0l6.580-6.580a2.426 2.426 0 0 0 0-3.420z" />
      <circle cx="7.5" cy="7.5" r=".5" fill="currentColor" />
    </>
  ),
}

function KindIcon({ kind }: { kind: ClusterProps['kind'] }) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.1"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {KIND_PATHS[kind]}
    </svg>
  )
}

/** Words broken as the layout has broken them; read together they are the text as it was written. */
function Lines({ lines, className }: { lines: readonly string[]; className?: string | undefined }) {
  return (
    <div className={joined(styles.lines, className)}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is nothing but its number
        <span key={index}>{line}</span>
      ))}
    </div>
  )
}

/** lucide's chevrons and lock (ISC). */
const MARKS = {
  folded: <path d="m9 18 6-6-6-6" />,
  open: <path d="m6 9 6 6 6-6" />,
  locked: (
    <>
      <rect width="18" height="11" x="3" y="11" rx="2" />
      <path d="M7 11V7a5 5 0 0 1 10 0v4" />
    </>
  ),
} satisfies Record<string, ReactNode>

function Mark({ is }: { is: keyof typeof MARKS }) {
  return (
    <svg
      className={styles.mark}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {MARKS[is]}
    </svg>
  )
}

function Locked({ words, className }: { words: string; className?: string | undefined }) {
  if (words === '') return null
  return (
    <span className={joined(styles.locked, className)}>
      <Mark is="locked" />
      {words}
    </span>
  )
}

export type Look = { selected?: boolean; lifted?: boolean; faint?: boolean; target?: boolean }

function lookOf(look: Look): string {
  return joined(
    look.selected && styles.selected,
    look.lifted && styles.lifted,
    look.faint && styles.faint,
    look.target && styles.target,
  )
}

const TEXT_STYLES = Object.fromEntries(
  NOTE_TEXT.map(({ name, size, line }) => [name, { fontSize: size, lineHeight: `${line}px` }]),
) as Record<NoteProps['size'], CSSProperties>

export function textStyleOf(size: NoteProps['size']): CSSProperties {
  return TEXT_STYLES[size]
}

const NOTE_PADDING: CSSProperties = {
  padding: `${NOTE.padding.top}px ${NOTE.padding.right}px ${NOTE.padding.bottom}px ${NOTE.padding.left}px`,
  borderWidth: NOTE.border,
}

export function NoteCard({ props, look, children }: { props: NoteProps; look: Look; children?: ReactNode }) {
  return (
    <div
      className={joined(styles.note, styles[`on-${props.side}`], lookOf(look))}
      style={{ ...NOTE_PADDING, ...TEXT_STYLES[props.size], width: props.w, minHeight: props.h }}
    >
      <Glyph side={props.side} className={styles.noteGlyph} />
      {children ?? <Lines lines={props.words} />}
      <Locked words={props.locked} className={styles.noteLocked} />
    </div>
  )
}

export function ClusterCard({ props, look, title }: { props: ClusterProps; look: Look; title?: ReactNode }) {
  return (
    <div
      className={joined(styles.cluster, styles[props.kind], lookOf(look))}
      style={{ width: props.w, height: props.h }}
    >
      <div className={styles.kindLine} style={{ height: CLUSTER.kindLine, marginBottom: CLUSTER.title.above }}>
        <span className={styles.kind}>
          <KindIcon kind={props.kind} />
          {props.kindName}
        </span>
        {(['central', 'local', 'other', 'none'] as const).map(
          (side) =>
            props[side] !== '' && (
              <span key={side} className={joined(styles.count, styles[side])}>
                <Glyph side={side} />
                {props[side]}
              </span>
            ),
        )}
      </div>
      {title ?? <Lines className={joined(styles.title, props.untitled && styles.untitled)} lines={props.title} />}
      {props.residentLabel !== '' && (
        <div className={styles.resident}>
          <div className={props.resident.length === 0 ? styles.quiet : styles.label}>{props.residentLabel}</div>
          <Lines lines={props.resident} />
        </div>
      )}
      {props.fold === 'open' && (
        <div className={styles.fold}>
          <Mark is="open" />
        </div>
      )}
      {props.fold === 'folded' && (
        <div className={styles.more} style={{ top: props.head - CLUSTER.inset.top + 10, height: CLUSTER.fold.line }}>
          <Mark is="folded" />
          {props.more}
        </div>
      )}
      {props.dropHere !== '' && (
        <div className={styles.empty} style={{ top: props.head - CLUSTER.inset.top + 10, height: CLUSTER.emptyHeight }}>
          {props.dropHere}
        </div>
      )}
      {(props.foot !== '' || props.locked !== '') && (
        <div className={styles.foot}>
          <Locked words={props.locked} />
          {props.foot}
        </div>
      )}
    </div>
  )
}

export function SectionCard({ props, look, corner }: { props: SectionProps; look: Look; corner: boolean }) {
  return (
    <div
      className={joined(styles.section, lookOf(look))}
      style={{ width: props.w, height: props.h, padding: `${SECTION.headTop - 1.5}px ${SECTION.padding - 1.5}px` }}
    >
      <Lines className={styles.title} lines={props.title} />
      <Lines className={styles.prompt} lines={props.prompt} />
      <Locked words={props.locked} className={styles.lock} />
      {props.notSorted !== '' && (
        <div className={styles.notSorted} style={{ left: props.notSortedX, top: props.notSortedY }}>
          {props.notSorted}
        </div>
      )}
      {corner && <div className={styles.corner} />}
    </div>
  )
}

export function joined(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
