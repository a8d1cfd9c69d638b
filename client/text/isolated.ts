/** Hebrew, Arabic and the other scripts that are written from right to left, and the signs that steer direction. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}]|[\u{1e800}-\u{1efff}]/u
const [OPENS, CLOSES] = ['\u2068', '\u2069']
const OPENING = new Set(['\u2066', '\u2067', OPENS])
/** Embeddings and overrides reach past the words they are in, and nothing that people write needs them. */
const STEERING = /[\u202a-\u202e]/g

/**
 * [L56] Words of a person inside a sentence of ours: names, titles, organisations. Written from right to left, they would
 * turn the marks and numbers after them round; isolated, they stay among themselves. All other words are left as they are,
 * so that they can be compared and searched. In elements of their own `<bdi>` or `dir="auto"` does the same.
 */
export function isolated(words: string): string {
  return TURNS.test(words) ? `${OPENS}${closed(words.replace(STEERING, ''))}${CLOSES}` : words
}

export const quoted = (words: string): string => `“${isolated(words)}”`

/** What opens an isolate inside closes it too, and nothing closes ours. */
function closed(words: string): string {
  let open = 0
  let result = ''
  for (const sign of words) {
    if (OPENING.has(sign)) open += 1
    else if (sign === CLOSES && open === 0) continue
    else if (sign === CLOSES) open -= 1
    result += sign
  }
  return result + CLOSES.repeat(open)
}
