import * as Y from 'yjs'
import type { Frame } from '../domain/canvas-view'
import { CLUSTER_KINDS, type ClusterKind } from '../domain/cluster'
import type { ClusterId, MemberId, NoteId, SectionId } from '../domain/ids'
import type { ClusterPlace, NotePlace } from '../domain/place'
import { SIDES, type Side } from '../domain/side'
import { readPlace } from './place'
import { textOf } from './roots'

/** Plain readings of one item each. Undefined for what does not fit the schema: it is left out and counted, never thrown. */
export type NoteItem = {
  id: NoteId
  text: string
  side: Side | null
  author: MemberId | null
  createdAt: number
  place: NotePlace
  locked: boolean
}
export type ClusterItem = {
  id: ClusterId
  title: string
  kind: ClusterKind
  place: ClusterPlace
  addresses: ClusterId[]
  residentChange: string
  goneTo: ClusterId | null
  folded: boolean
  locked: boolean
}
export type SectionItem = {
  id: SectionId
  title: string
  prompt: string
  layout: 'flow' | 'free'
  frame: Frame
  locked: boolean
  kind: ClusterKind
  parked: boolean
  /** Taken off the canvas; whatever still lies in it falls to the first section. */
  removed?: true
}

export function readNote(id: string, value: unknown): NoteItem | undefined {
  if (!(value instanceof Y.Map)) return undefined
  const text = textOf(value, 'text')
  const place = readPlace(value.get('place'))
  if (!text || !place) return undefined
  return {
    id: id as NoteId,
    text: text.toString(),
    side: oneOf(SIDES, value.get('side')) ?? null,
    author: stringOr(value.get('author'), null) as MemberId | null,
    createdAt: numberOr(value.get('createdAt'), 0),
    place,
    locked: value.get('locked') === true,
  }
}

export function readCluster(id: string, value: unknown): ClusterItem | undefined {
  if (!(value instanceof Y.Map)) return undefined
  const title = textOf(value, 'title')
  const place = readPlace(value.get('place'))
  const kind = oneOf(CLUSTER_KINDS, value.get('kind'))
  if (!title || !place || !kind) return undefined
  const addresses: unknown = value.get('addresses')
  return {
    id: id as ClusterId,
    title: title.toString(),
    kind,
    place: place as ClusterPlace,
    addresses: Array.isArray(addresses) ? addresses.filter((a): a is ClusterId => typeof a === 'string') : [],
    residentChange: textOf(value, 'residentChange')?.toString() ?? '',
    goneTo: stringOr(value.get('goneTo'), null) as ClusterId | null,
    folded: value.get('folded') === true,
    locked: value.get('locked') === true,
  }
}

export function readSection(id: string, value: unknown): SectionItem | undefined {
  if (!(value instanceof Y.Map)) return undefined
  const title = textOf(value, 'title')
  const frame = readFrame(value.get('frame'))
  if (!title || !frame) return undefined
  return {
    id: id as SectionId,
    title: title.toString(),
    prompt: stringOr(value.get('prompt'), ''),
    layout: value.get('layout') === 'free' ? 'free' : 'flow',
    frame,
    locked: value.get('locked') === true,
    kind: oneOf(CLUSTER_KINDS, value.get('kind')) ?? 'theme',
    parked: value.get('parked') === true,
    ...(value.get('removed') === true ? { removed: true } : {}),
  }
}

function readFrame(value: unknown): Frame | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { x, y, w, h } = value as Record<string, unknown>
  const numbers = [x, y, w, h]
  if (!numbers.every((n): n is number => typeof n === 'number' && Number.isFinite(n) && Math.abs(n) <= 1e6))
    return undefined
  return { x: numbers[0] ?? 0, y: numbers[1] ?? 0, w: Math.max(numbers[2] ?? 0, 120), h: Math.max(numbers[3] ?? 0, 80) }
}

function oneOf<T extends string>(values: readonly T[], value: unknown): T | undefined {
  return values.find((v) => v === value)
}

function stringOr<T>(value: unknown, otherwise: T): string | T {
  return typeof value === 'string' ? value : otherwise
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}
