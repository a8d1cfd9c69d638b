import { For } from 'solid-js'
import type { CanvasTemplate, SectionTemplate } from '../../../shared/domain/template'
import styles from './template-picture.module.css'

/** A small drawing of a template's canvas, made from the very frames that its sections will have. */
export function TemplatePicture(props: { canvas: CanvasTemplate }) {
  const width = () => Math.max(...props.canvas.sections.map(({ frame }) => frame.x + frame.w))
  const height = () => Math.max(...props.canvas.sections.map(({ frame }) => frame.y + frame.h))
  // all pictures have one shape, so that the cards line up; a wide canvas is centred in it
  const tall = () => Math.max(height(), width() * 0.6)
  const margin = () => width() * 0.03
  return (
    <svg
      class={styles.picture}
      viewBox={`${-margin()} ${-margin() - (tall() - height()) / 2} ${width() + 2 * margin()} ${tall() + 2 * margin()}`}
      aria-hidden="true"
    >
      <For each={props.canvas.sections}>{(section) => <SectionDrawing section={section} scale={width() / 220} />}</For>
    </svg>
  )
}

const KIND_CLASS = { barrier: styles.barrier, proposal: styles.proposal, theme: styles.theme } as const

function SectionDrawing(props: { section: SectionTemplate; scale: number }) {
  const frame = () => props.section.frame
  const s = () => props.scale
  return (
    <g transform={`translate(${frame().x} ${frame().y})`}>
      <rect class={styles.section} width={frame().w} height={frame().h} rx={4 * s()} stroke-width={s()} />
      <rect
        class={KIND_CLASS[props.section.kind]}
        x={6 * s()}
        y={7 * s()}
        width={Math.min(frame().w - 12 * s(), (14 + props.section.title.length * 1.6) * s())}
        height={3.4 * s()}
        rx={1.7 * s()}
      />
    </g>
  )
}
