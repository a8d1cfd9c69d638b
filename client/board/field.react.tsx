/** @jsxImportSource react */
import { type CSSProperties, useLayoutEffect, useRef } from 'react'
import styles from './field.module.css'
import type { BoardSession } from './session.react'

type FieldProps = { id: string; session: BoardSession; label: string; style: CSSProperties; title: boolean }

/**
 * The field inside a note or a heading while one writes in it. Bound to the shared text by the Solid side; nothing of what
 * is typed passes through React or tldraw. Listens natively, since tldraw's listeners sit between this field and React's.
 */
export function Field(props: FieldProps) {
  const { id, session, title } = props
  const ref = useRef<HTMLTextAreaElement>(null)

  useLayoutEffect(() => {
    const field = ref.current
    if (!field) return
    const unbind = session.feed.bindField(id, field)
    const listening = new AbortController()
    const { signal } = listening
    field.addEventListener('keydown', (event) => pressed(event, { id, session, title }), { signal })
    field.addEventListener('blur', () => document.hasFocus() && session.leaveField(id), { signal })
    for (const kind of ['pointerdown', 'pointermove', 'pointerup', 'touchstart', 'touchend', 'dblclick'] as const)
      field.addEventListener(kind, stop, { signal })
    field.focus({ preventScroll: true })
    field.setSelectionRange(field.value.length, field.value.length)
    return () => {
      listening.abort()
      unbind()
    }
  }, [id, session, title])

  return (
    <textarea
      ref={ref}
      rows={1}
      className={props.title ? `${styles.field} ${styles.title}` : styles.field}
      style={props.style}
      aria-label={props.label}
      placeholder={props.label}
      spellCheck
      enterKeyHint={props.title ? 'done' : 'next'}
    />
  )
}

function stop(event: Event): void {
  event.stopPropagation()
}

/** Enter finishes, unless a composition is under way, when it belongs to the keyboard (TRAPS 27). */
function pressed(event: KeyboardEvent, { session, id, title }: Pick<FieldProps, 'id' | 'session' | 'title'>): void {
  event.stopPropagation()
  if (event.isComposing || event.keyCode === 229) return
  if (event.key === 'Enter' && (title || !event.shiftKey)) {
    event.preventDefault()
    session.events.finished(id, true)
  } else if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault()
    session.events.finished(id, false)
  }
}
