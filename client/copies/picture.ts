import type { JSX } from 'solid-js'
import type { Canvas } from '../workshop/contract'

/** A canvas to be drawn; `look`: the item to come close to, or null for all of it. */
type Pictured = { canvas: Canvas; title: string; look: string | null }

/** How the page draws one; undefined where the board is switched off. */
export type Picture = ((shown: Pictured) => JSX.Element) | undefined
