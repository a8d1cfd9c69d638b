import { late } from '../ui/late'

/** With the layout of the whole canvas, which tells where a drawing lies; most lists have none. */
export const DrawingsLater = late(
  () => import('./drawings-part').then((module) => module.DrawingsPart),
  () => null,
)
