/** The few pieces of SVG that a picture of a canvas is made of. Numbers are canvas units. */

export type TextLook = { size: number; line: number; weight?: 400 | 600 | 650; fill: string }

/** Where letters stand in a line of text, of its height, for the one typeface of the product. */
const BASELINE = 0.33

/** Lines of text from a top left corner; their breaks are the layout's. */
export function textLines(lines: readonly string[], at: { x: number; y: number }, look: TextLook): string {
  const { size, line, weight = 400, fill } = look
  return lines
    .map((words, index) => {
      const y = at.y + index * line + line / 2 + size * BASELINE
      const shown = words.replace(/\s+$/, '')
      if (shown === '') return ''
      return `<text x="${at.x}" y="${number(y)}" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(shown)}</text>`
    })
    .join('')
}

type BoxLook = { fill?: string; stroke?: string; width?: number; radius?: number; dashed?: boolean }

/** A box with its border inside, as CSS draws it. */
export function box(frame: { x: number; y: number; w: number; h: number }, look: BoxLook): string {
  const { fill = 'none', stroke = 'none', width = 0, radius = 0, dashed } = look
  const { x, y, w, h } = frame
  const inner = Math.max(0, radius - width / 2)
  const dash = dashed ? ' stroke-dasharray="5 4"' : ''
  return `<rect x="${number(x + width / 2)}" y="${number(y + width / 2)}" width="${number(w - width)}" height="${number(h - width)}" rx="${number(inner)}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"${dash}/>`
}

export function paths(list: readonly string[], look: { stroke: string; width: number }): string {
  const drawn = list.map((d) => `<path d="${escaped(d)}"/>`).join('')
  return `<g fill="none" stroke="${look.stroke}" stroke-width="${look.width}" stroke-linecap="round" stroke-linejoin="round">${drawn}</g>`
}

export function group(at: { x: number; y: number }, content: string, scale = 1): string {
  const scaled = scale === 1 ? '' : ` scale(${scale})`
  return `<g transform="translate(${number(at.x)} ${number(at.y)})${scaled}">${content}</g>`
}

/** Nothing that people write can be anything but words in a picture; what XML does not allow at all is left out. */
export function escaped(words: string): string {
  const known = [...words].filter((character) => isAllowed(character.codePointAt(0) ?? 0)).join('')
  return known.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff
}

function number(value: number): number {
  return Math.round(value * 100) / 100
}
