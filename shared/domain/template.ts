import type { StepKind, StepRight, Writing } from './agenda'
import type { Frame } from './canvas-view'
import type { ClusterKind } from './cluster'

export type SectionTemplate = {
  title: string
  prompt: string
  layout: 'flow' | 'free'
  frame: Frame
  kind: ClusterKind
  /** What lies here was set aside: the record lists it as such. */
  parked?: boolean
}
export type CanvasTemplate = { title: string; sections: SectionTemplate[] }
export type StepTemplate = {
  kind: StepKind
  title: string
  prompt: string
  minutes: number
  rights: StepRight[]
  /** Left out: people write openly. */
  writing?: Writing
  onCanvas: boolean
}

/** Canvases and agenda that a workshop starts with. */
export type Template = { id: string; name: string; summary: string; canvases: CanvasTemplate[]; steps: StepTemplate[] }
