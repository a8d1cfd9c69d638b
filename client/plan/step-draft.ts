import { STEP_KINDS } from '../../shared/domain/agenda'
import { LIMITS } from '../../shared/protocol/limits'
import { planText } from '../text/plan'
import { fieldsIn } from '../ui/kept'
import type { StepFields } from './agenda-edits'

/** A step as it is being typed: minutes may be anything yet. */
export type StepDraft = Omit<StepFields, 'minutes'> & { minutes: string }

export type Wrong = { field: keyof StepDraft; message: string }

const { errors } = planText.form

/** The step as it can be sent, or what has to be mended first. The server looks again. */
export function checkStep(draft: StepDraft): { fields: StepFields | undefined; wrong: Wrong[] } {
  const title = draft.title.trim()
  const prompt = draft.prompt.trim()
  const minutes = /^\d{1,4}$/.test(draft.minutes.trim()) ? Number(draft.minutes) : Number.NaN
  const wrong: Wrong[] = []
  if (title === '') wrong.push({ field: 'title', message: errors.title })
  if (title.length > LIMITS.stepTitle) wrong.push({ field: 'title', message: errors.titleLong })
  if (prompt.length > LIMITS.stepPrompt) wrong.push({ field: 'prompt', message: errors.promptLong })
  if (!(minutes >= 1 && minutes <= LIMITS.stepMinutes)) wrong.push({ field: 'minutes', message: errors.minutes })
  if (wrong.length > 0) return { fields: undefined, wrong }
  // where nobody adds notes there is nothing to hide
  const writing = draft.rights.includes('add-notes') ? draft.writing : 'open'
  return { fields: { ...draft, rights: [...draft.rights], title, prompt, minutes, writing }, wrong }
}

/** [L33] What somebody types in the form, as it is kept on their device; the rest is chosen again in a moment. */
export function keptOf({ kind, title, prompt, minutes }: StepDraft): string {
  return JSON.stringify({ kind, title, prompt, minutes })
}

/** What was kept of a form, as far as it can be read. */
export function begunIn(kept: string): Partial<Pick<StepDraft, 'kind' | 'title' | 'prompt' | 'minutes'>> {
  const { kind, ...words } = fieldsIn(kept)
  const typed = (['title', 'prompt', 'minutes'] as const).flatMap((field) => {
    const value = words[field]
    return typeof value === 'string' ? [[field, value] as const] : []
  })
  const known = STEP_KINDS.find((one) => one === kind)
  return { ...(known && { kind: known }), ...Object.fromEntries(typed) }
}

export function changedFields(before: StepFields, after: StepFields): Partial<StepFields> {
  const keys = Object.keys(after) as (keyof StepFields)[]
  const differs = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  return Object.fromEntries(differs.map((key) => [key, after[key]]))
}
