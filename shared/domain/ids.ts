import { customAlphabet } from 'nanoid'

/** A string that names one kind of thing, so that a note's id cannot stand where a cluster's belongs. */
export type Id<Kind extends string> = string & { readonly __id: Kind }

export type WorkshopId = Id<'workshop'>
export type CanvasId = Id<'canvas'>
export type SectionId = Id<'section'>
export type ClusterId = Id<'cluster'>
export type NoteId = Id<'note'>
export type DrawingId = Id<'drawing'>
export type ActionId = Id<'action'>
export type CommitmentId = Id<'commitment'>
export type MemberId = Id<'member'>
export type LinkId = Id<'link'>
export type StepId = Id<'step'>
export type BallotId = Id<'ballot'>
export type CopyId = Id<'copy'>

const random = customAlphabet('0123456789abcdefghijkmnpqrstuvwxyz', 14)

/** A new random id: 14 characters, about 71 bits. Works on plain http, where `crypto.randomUUID` is missing. */
export function newId<T extends string>(): Id<T> {
  return random() as Id<T>
}

/** May stand as a key in a document: clients make these up, and they go into addresses of the page and names of its elements. */
export function isItemId(id: string): boolean {
  return /^[0-9A-Za-z][\w-]{0,63}$/.test(id)
}
