import type { Template } from '../domain/template'
import { barriersAndProposals } from './barriers-and-proposals'
import { blank } from './blank'
import { policyCanvas } from './policy-canvas'

/** The shipped templates, in the order they are offered; the first is the default. */
export const TEMPLATES = [barriersAndProposals, policyCanvas, blank] as const satisfies readonly Template[]

export function templateOf(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id)
}
