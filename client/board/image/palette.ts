import type { DrawingColour } from '../../../shared/domain/drawing'

/** The colours of a picture: those of the look in light, whatever scheme somebody works in, as it goes into a report. */
export type Palette = {
  canvas: string
  surface: string
  section: string
  lineStrong: string
  ink: string
  quiet: string
  noSideNote: string
  central: SideColours
  local: SideColours
  other: SideColours
  barrier: string
  proposal: string
  theme: string
  drawn: Record<DrawingColour, string>
}
type SideColours = { fill: string; stroke: string }

/** Asks the page's own tokens, so that they are written down once. `token` answers with a colour for a name. */
export function paletteFrom(token: (name: string) => string): Palette {
  const side = (name: string) => ({ fill: token(`${name}-note`), stroke: token(name) })
  return {
    canvas: token('canvas'),
    surface: token('surface'),
    // as a section's half transparent ground comes out on the canvas
    section: `color-mix(in srgb, ${token('surface')} 55%, ${token('canvas')})`,
    lineStrong: token('line-strong'),
    ink: token('ink'),
    quiet: token('ink-quiet'),
    noSideNote: token('no-side-note'),
    central: side('central'),
    local: side('local'),
    other: side('other'),
    barrier: token('barrier'),
    proposal: token('proposal'),
    theme: token('theme'),
    drawn: { ink: token('ink'), red: token('danger'), amber: token('barrier'), teal: token('brand') },
  }
}

/**
 * The tokens are worked out for the page as a whole, so it is put into light while they are read: within one turn, so that
 * nothing of it is seen.
 */
export function lightPalette(): Palette {
  const root = document.documentElement
  const chosen = root.dataset.scheme
  const probe = document.createElement('span')
  document.body.append(probe)
  root.dataset.scheme = 'light'
  try {
    return paletteFrom((name) => {
      probe.style.color = `var(--${name})`
      return getComputedStyle(probe).color
    })
  } finally {
    if (chosen === undefined) delete root.dataset.scheme
    else root.dataset.scheme = chosen
    probe.remove()
  }
}
