import { createEffect } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import { DEFAULT_SIDE_NAMES, type Side } from '../../../shared/domain/side'
import type { Banner, ExpectedOrganisation } from '../../../shared/domain/workshop'
import type { CreateWorkshop } from '../../../shared/protocol/http'
import { LIMITS } from '../../../shared/protocol/limits'
import { newWorkshopText } from '../../text/new-workshop'
import { fieldsIn, keep, readKept } from '../../ui/kept'

/** What a facilitator has filled in so far. */
export type WorkshopDraft = {
  title: string
  purpose: string
  fixed: string
  open: string
  unknown: string
  runBy: string
  contact: string
  name: string
  organisation: string
  side: Side | null
  template: string
  central: string
  local: string
  expected: ExpectedOrganisation[]
  banner: Banner
  creationKey: string
}

export type DraftField = Exclude<keyof WorkshopDraft, 'expected' | 'side' | 'banner' | 'template'>

const EMPTY: WorkshopDraft = {
  title: '',
  purpose: '',
  fixed: '',
  open: '',
  unknown: '',
  runBy: '',
  contact: '',
  name: '',
  organisation: '',
  side: null,
  template: 'barriers-and-proposals',
  central: DEFAULT_SIDE_NAMES.central,
  local: DEFAULT_SIDE_NAMES.local,
  expected: [],
  banner: 'none',
  creationKey: '',
}

const KEY = 'concordat:new-workshop'

/** Kept for this tab until the workshop is made, so that a reload or a wrong turn loses nothing. The key is not kept. */
export function createWorkshopDraft(): [WorkshopDraft, SetStoreFunction<WorkshopDraft>, () => void] {
  const [draft, setDraft] = createStore<WorkshopDraft>({ ...EMPTY, expected: [], ...fieldsIn(readKept('tab', KEY)) })
  createEffect(() => keep('tab', KEY, JSON.stringify({ ...draft, creationKey: '' })))
  return [draft, setDraft, () => keep('tab', KEY, '')]
}

/** The body of `POST /api/workshops`. Rows without a name are left out. */
export function requestOf(draft: WorkshopDraft): CreateWorkshop {
  const { title, purpose, fixed, open, unknown, runBy, contact, template, banner } = draft
  return {
    title,
    purpose,
    fixed,
    open,
    unknown,
    runBy,
    contact,
    template,
    banner,
    attribution: 'named',
    facilitator: { name: draft.name, organisation: draft.organisation, side: draft.side },
    sides: { central: draft.central, local: draft.local },
    expected: draft.expected.filter((one) => one.name.trim() !== '').map(({ name, side }) => ({ name, side })),
    creationKey: draft.creationKey === '' ? undefined : draft.creationKey,
  }
}

const MOST: Partial<Record<DraftField, number>> = {
  title: LIMITS.title,
  purpose: LIMITS.brief,
  fixed: LIMITS.brief,
  open: LIMITS.brief,
  unknown: LIMITS.brief,
  runBy: LIMITS.organisation,
  contact: LIMITS.organisation,
  name: LIMITS.name,
  organisation: LIMITS.organisation,
  central: LIMITS.name,
  local: LIMITS.name,
}

const FIELD_NAMES: Partial<Record<DraftField, string>> = {
  title: newWorkshopText.about.title,
  purpose: newWorkshopText.about.purpose,
  fixed: newWorkshopText.room.fixed,
  open: newWorkshopText.room.open,
  unknown: newWorkshopText.room.unknown,
  runBy: newWorkshopText.runs.runBy,
  contact: newWorkshopText.runs.contact,
  name: newWorkshopText.you.name,
  organisation: newWorkshopText.you.organisation,
  central: newWorkshopText.sides.central,
  local: newWorkshopText.sides.local,
}

export type DraftError = { field: DraftField; message: string }

/** What the server would refuse, in the order of the page. */
export function draftErrors(draft: WorkshopDraft, keyNeeded: boolean): DraftError[] {
  const errors: DraftError[] = []
  const needed = (field: DraftField, message: string) => {
    if (draft[field].trim() === '') errors.push({ field, message })
  }
  needed('title', newWorkshopText.errors.title)
  needed('name', newWorkshopText.errors.name)
  needed('central', newWorkshopText.errors.central)
  needed('local', newWorkshopText.errors.local)
  if (draft.central.trim() !== '' && draft.central.trim().toLowerCase() === draft.local.trim().toLowerCase())
    errors.push({ field: 'local', message: newWorkshopText.errors.sameSides })
  if (keyNeeded) needed('creationKey', newWorkshopText.errors.key)
  for (const [field, most] of Object.entries(MOST) as [DraftField, number][]) {
    if (draft[field].trim().length > most)
      errors.push({ field, message: newWorkshopText.errors.tooLong(FIELD_NAMES[field] ?? field, most) })
  }
  return errors
}

/** The field that a refusal of the server is about: its names are those of the request. */
export function fieldOfRefusal(field: string | undefined): DraftField | undefined {
  const names: Record<string, DraftField> = {
    'facilitator.name': 'name',
    'facilitator.organisation': 'organisation',
    'sides.central': 'central',
    'sides.local': 'local',
  }
  if (field === undefined) return undefined
  return names[field] ?? (field in MOST || field === 'creationKey' ? (field as DraftField) : undefined)
}
