/** @jsxImportSource react */
import { useMemo } from 'react'
import { useEditor, useValue } from 'tldraw'
import { headAngle, type LinkRoute, linkRoutes, pathOf } from '../../shared/layout/link-routes'
import { joined } from './cards.react'
import styles from './links.module.css'
import type { BoardSession } from './session.react'

const HEAD = 'M-9 -5.5 0 0 -9 5.5Z'

/**
 * The arrows, one picture of them all above the sections and under the clusters and notes. They follow the drawing; what
 * is in hand moves without them until it is dropped [B7]. What they say is also said in words, in each cluster's foot.
 */
export function Links({ session }: { session: BoardSession }) {
  const editor = useEditor()
  const drawing = useValue(session.drawing)
  const selected = useValue(session.selection)
  const drawnSections = useMemo(() => editor.store.query.ids('shape', () => ({ type: { eq: 'section' } })), [editor])
  const sections = useValue('sections', () => drawnSections.get().size, [drawnSections])
  const hidden = useValue('moved', () => session.hand.moved.get(), [session])
  const routes = useMemo(() => (drawing ? linkRoutes(drawing.view, drawing.layout) : []), [drawing])
  if (!drawing || routes.length === 0) return null
  const ids = new Set<string>(selected)
  const strong = (route: LinkRoute) => ids.has(route.proposal) || ids.has(route.barrier)
  return (
    // tldraw gives shapes their numbers in drawing order from twice the most shapes on; the sections come first
    <svg className={styles.links} style={{ zIndex: editor.options.maxShapesPerPage * 2 + sections }} aria-hidden="true">
      {routes
        .filter(({ proposal, barrier }) => !hidden.has(proposal) && !hidden.has(barrier))
        .map((route) => (
          <Arrow key={`${route.proposal}>${route.barrier}`} route={route} strong={strong(route)} />
        ))}
    </svg>
  )
}

function Arrow({ route, strong }: { route: LinkRoute; strong: boolean }) {
  const { to } = route
  return (
    <g className={joined(strong && styles.strong)}>
      <path className={styles.link} d={pathOf(route)} />
      <path className={styles.head} d={HEAD} transform={`translate(${to.x} ${to.y}) rotate(${headAngle(route)})`} />
    </g>
  )
}
