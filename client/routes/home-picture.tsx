import { For } from 'solid-js'
import { classes } from '../ui/classes'
import styles from './home-picture.module.css'

/** What the product does, drawn: notes of two sides become one action that both signed. Says nothing that the text does not. */
export function HomePicture(props: { class?: string }) {
  return (
    <svg viewBox="0 0 480 340" aria-hidden="true" class={classes(styles.picture, props.class)}>
      <Note x={8} y={30} tilt={-3} side="central" lines={[76, 58]} />
      <Note x={30} y={136} tilt={2} side="local" lines={[82, 70, 40]} />
      <Note x={4} y={242} tilt={-1.5} side="central" lines={[64, 78]} />
      <path class={styles.way} d="M164 74 C 196 78 196 140 224 148" />
      <path class={styles.way} d="M186 180 L 224 172" />
      <path class={styles.way} d="M162 284 C 196 276 196 208 224 198" />
      <g transform="translate(228 40)">
        <rect class={styles.card} width="244" height="262" rx="14" />
        <rect class={styles.number} x="20" y="22" width="32" height="20" rx="4" />
        <text class={styles.numberText} x="36" y="36.5" text-anchor="middle">
          A1
        </text>
        <rect class={styles.heading} x="62" y="26" width="140" height="11" rx="5.5" />
        <rect class={styles.line} x="20" y="58" width="196" height="7" rx="3.5" />
        <rect class={styles.line} x="20" y="72" width="150" height="7" rx="3.5" />
        <Commitment x={20} side="central" />
        <Commitment x={127} side="local" />
        <path class={styles.rule} d="M20 204 H224" />
        <Signed y={222} side="central" width={84} />
        <Signed y={242} side="local" width={108} />
      </g>
    </svg>
  )
}

type Drawn = 'central' | 'local'

function Glyph(props: { x: number; y: number; side: Drawn }) {
  return props.side === 'central' ? (
    <rect class={styles.central} x={props.x} y={props.y} width="11" height="11" rx="1.6" />
  ) : (
    <circle class={styles.local} cx={props.x + 5.5} cy={props.y + 5.5} r="5.5" />
  )
}

function Note(props: { x: number; y: number; tilt: number; side: Drawn; lines: number[] }) {
  return (
    <g transform={`translate(${props.x} ${props.y}) rotate(${props.tilt} 75 40)`}>
      <path
        class={props.side === 'central' ? styles.centralNote : styles.localNote}
        d="M4 0 H146 a4 4 0 0 1 4 4 V66 a14 14 0 0 1 -14 14 H4 a4 4 0 0 1 -4 -4 V4 a4 4 0 0 1 4 -4Z"
      />
      <Glyph x={14} y={15} side={props.side} />
      <For each={props.lines}>
        {(width, index) => <rect class={styles.words} x="36" y={17 + index() * 17} width={width} height="7" rx="3.5" />}
      </For>
    </g>
  )
}

function Commitment(props: { x: number; side: Drawn }) {
  return (
    <g transform={`translate(${props.x} 96)`}>
      <rect class={styles.box} width="97" height="88" rx="8" />
      <path
        class={props.side === 'central' ? styles.central : styles.local}
        d="M8 0 H89 a8 8 0 0 1 8 4 H0 a8 8 0 0 1 8 -4Z"
      />
      <Glyph x={12} y={18} side={props.side} />
      <rect
        class={props.side === 'central' ? styles.central : styles.local}
        x="30"
        y="20"
        width="44"
        height="7"
        rx="3.5"
      />
      <rect class={styles.line} x="12" y="42" width="72" height="7" rx="3.5" />
      <rect class={styles.line} x="12" y="56" width="56" height="7" rx="3.5" />
      <rect class={styles.faint} x="12" y="70" width="40" height="6" rx="3" />
    </g>
  )
}

function Signed(props: { y: number; side: Drawn; width: number }) {
  return (
    <g>
      <Glyph x={20} y={props.y - 5} side={props.side} />
      <rect class={styles.line} x="40" y={props.y - 3} width={props.width} height="7" rx="3.5" />
      <path class={styles.tick} d={`M196 ${props.y} l5 5 l9 -10`} />
    </g>
  )
}
