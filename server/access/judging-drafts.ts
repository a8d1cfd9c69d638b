import { authorOfNote } from '../../shared/document/authorship'
import { countOf } from '../../shared/document/drafts'
import { readPlace } from '../../shared/document/place'
import { standsAt } from '../../shared/document/standing'
import type { Touch } from '../../shared/document/touches'
import { isItemId, type NoteId } from '../../shared/domain/ids'
import type { Side } from '../../shared/domain/side'
import { LIMITS } from '../../shared/protocol/limits'
import type { RefusalCode } from '../../shared/protocol/refusals'
import type { Judge, Writer } from './judging'

type Owner = Pick<Writer, 'id' | 'sides'>

/** What a new note says of itself; of these only its place changes afterwards. */
const FIELDS = ['text', 'place', 'side', 'author', 'createdAt', 'canvas']
/** Without these it could be shown in no name, or nowhere. */
const NEEDED = ['author', 'side', 'canvas']

/**
 * What somebody may write into their own drafts [A19]: notes, each in their own name and for a side of theirs, and only as
 * many as one person writes. What the server notes down there (that a note was shown) is not theirs to write, since it says
 * what becomes of the words.
 */
export function judgeOfDrafts(writer: Owner): Judge {
  const news = createNews()
  return ({ root, path, change, value, isMap }, document, update) => {
    if (root !== 'notes' || path.length === 0 || path.length > 2 || !path.every(isItemId)) return 'update-not-valid'
    const [id = '', key] = path
    if (change === 'text') return key === 'text' ? undefined : 'update-not-valid'
    if (change === 'delete' || standsAt(document, root, path) === 'shared') return 'role-may-not-edit'
    if (key === undefined) {
      if (!isMap) return 'update-not-valid'
      const { fields, added } = news(update)
      if (!NEEDED.every((one) => fields.get(id)?.has(one))) return 'not-as-joined'
      return countOf(document) + added > LIMITS.draftNotes ? 'document-full' : undefined
    }
    const isNew = authorOfNote(document, id as NoteId) === 'new'
    return misfitOf(key, value) ?? lieOf(writer, { key, value, isNew })
  }
}

function misfitOf(key: string, value: unknown): RefusalCode | undefined {
  if (!FIELDS.includes(key)) return 'update-not-valid'
  if (key === 'place' && readPlace(value) === undefined) return 'update-not-valid'
  return key === 'canvas' && !(typeof value === 'string' && isItemId(value)) ? 'update-not-valid' : undefined
}

function lieOf(writer: Owner, { key, value, isNew }: { key: string; value: unknown; isNew: boolean }) {
  if (key === 'place') return undefined
  if (!isNew) return 'not-as-joined'
  if (key === 'author') return value === writer.id ? undefined : 'not-as-joined'
  if (key === 'side') return writer.sides.has((value ?? null) as Side | null) ? undefined : 'not-as-joined'
  return undefined
}

type News = { fields: ReadonlyMap<string, ReadonlySet<string>>; added: number }

/** What an update writes into each note, and how many it adds. Each update is looked through once. */
function createNews(): (update: readonly Touch[]) => News {
  const known = new WeakMap<readonly Touch[], News>()
  return (update) => {
    const news = known.get(update) ?? newsIn(update)
    known.set(update, news)
    return news
  }
}

function newsIn(update: readonly Touch[]): News {
  const fields = new Map<string, Set<string>>()
  let added = 0
  for (const { path, change } of update) {
    const [id, key] = path
    if (id === undefined || change !== 'set') continue
    if (key === undefined) added += 1
    else fields.set(id, (fields.get(id) ?? new Set()).add(key))
  }
  return { fields, added }
}
