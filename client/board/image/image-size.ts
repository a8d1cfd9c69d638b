/** Pixels of a canvas unit, where nothing is in the way. */
const SCALE = 2
/** Chromium draws no canvas longer than 16,384 on a side; so many pixels in all is what every browser still has memory for. */
const LONGEST = 16_000
const MOST_PIXELS = 60_000_000

export type ImageSize = { w: number; h: number; scale: number; isSmaller: boolean }

/** How large a picture of so many canvas units becomes: twice its size, or as large as it can be drawn [B47]. */
export function imageSize(frame: { w: number; h: number }): ImageSize {
  const most = Math.min(LONGEST / frame.w, LONGEST / frame.h, Math.sqrt(MOST_PIXELS / (frame.w * frame.h)))
  const scale = Math.min(SCALE, most)
  return {
    w: Math.max(1, Math.floor(frame.w * scale)),
    h: Math.max(1, Math.floor(frame.h * scale)),
    scale,
    isSmaller: scale < SCALE,
  }
}

/** "homelessness-funding-barriers.png"; letters of every script stay, what file systems refuse goes. */
export function imageName(words: readonly string[], otherwise: string): string {
  const name = [...new Set(words.filter(Boolean))]
    .join(' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return `${[...name].slice(0, 80).join('').replace(/-+$/, '') || otherwise}.png`
}
