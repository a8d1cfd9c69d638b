import { createMemo } from 'solid-js'
import { classes } from './classes'
import styles from './qr-code.module.css'

/** The quiet zone that ISO/IEC 18004 asks for round a code, in modules. */
const QUIET = 4

/** A QR code from its modules, without border (`encode(text, { border: 0 }).data` of uqr). `label` says what it opens. */
export function QrCode(props: { matrix: readonly (readonly boolean[])[]; label: string; class?: string }) {
  const size = () => props.matrix.length + 2 * QUIET
  const path = createMemo(() => qrPath(props.matrix))
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${size()} ${size()}`}
      shape-rendering="crispEdges"
      class={classes(styles.code, props.class)}
    >
      <rect width={size()} height={size()} class={styles.paper} />
      <path d={path()} class={styles.ink} />
    </svg>
  )
}

/** One bar for every run of dark modules in a row. */
function qrPath(matrix: readonly (readonly boolean[])[]): string {
  let path = ''
  matrix.forEach((row, y) => {
    let from = -1
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] && from < 0) from = x
      if (row[x] || from < 0) continue
      path += `M${from + QUIET} ${y + QUIET}h${x - from}v1H${from + QUIET}z`
      from = -1
    }
  })
  return path
}
