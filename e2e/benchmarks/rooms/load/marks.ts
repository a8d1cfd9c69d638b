/**
 * A mark is put into every change: when it was made and by whom, in letters that stand in the bytes as they are. So a
 * receiver finds it without decoding anything, also where a server has merged many changes into one message.
 */
const SIGN = '~t'
const TIME_DIGITS = 13
const AUTHOR_DIGITS = 4
const LENGTH = SIGN.length + TIME_DIGITS + AUTHOR_DIGITS
const SIGN_BYTES = Buffer.from(SIGN)

/** Microseconds on a clock that all processes of a machine share. */
export function now(): number {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1e6 + Math.floor(nanoseconds / 1e3)
}

export function mark(author: number): string {
  return SIGN + String(now()).padStart(TIME_DIGITS, '0') + String(author).padStart(AUTHOR_DIGITS, '0')
}

/** Finds the marks in a stream, also those that two chunks share. */
export class MarkReader {
  #tail: Buffer | undefined

  /** `receive` gets the way of each mark in microseconds; one's own are left out. */
  take(chunk: Buffer, author: number, receive: (micros: number) => void): void {
    let bytes = chunk
    if (this.#tail) bytes = Buffer.concat([this.#tail, chunk])
    this.#tail = undefined
    const arrived = now()
    let end = 0
    for (let at = bytes.indexOf(SIGN_BYTES); at >= 0; at = bytes.indexOf(SIGN_BYTES, end)) {
      if (at + LENGTH > bytes.length) {
        this.#tail = Buffer.from(bytes.subarray(at))
        return
      }
      end = at + LENGTH
      if (digits(bytes, end - AUTHOR_DIGITS, end) === author) continue
      receive(arrived - digits(bytes, at + SIGN.length, end - AUTHOR_DIGITS))
    }
    if (bytes.length > end && bytes[bytes.length - 1] === SIGN_BYTES[0])
      this.#tail = Buffer.from(bytes.subarray(bytes.length - 1))
  }
}

function digits(bytes: Buffer, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) value = value * 10 + ((bytes[at] ?? 0) - 48)
  return value
}
