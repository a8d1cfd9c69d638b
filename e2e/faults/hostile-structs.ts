import * as encoding from 'lib0/encoding'

/** Updates of Yjs (format 1) written by hand, where no Y.Doc would write them. */

export type StructId = { client: number; clock: number }

type StructShape = {
  /** Root type that it lies in; with `key` in its map. */
  root?: string
  /** Or the item of the type that it lies in. */
  parent?: StructId
  key?: string
  origin?: StructId
  rightOrigin?: StructId
  content: Content
}

type Content = { ref: number; write(encoder: encoding.Encoder): void }

export const any = (value: unknown): Content => ({
  ref: 8,
  write(encoder) {
    encoding.writeVarUint(encoder, 1)
    encoding.writeAny(encoder, value as never)
  },
})
export const json = (text: string): Content => ({
  ref: 2,
  write(encoder) {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, text)
  },
})
export const words = (text: string): Content => ({ ref: 4, write: (e) => encoding.writeVarString(e, text) })
export const embed = (text: string): Content => ({ ref: 5, write: (e) => encoding.writeVarString(e, text) })
/** 0 array, 1 map, 2 text, 3 XML element, 4 fragment, 5 hook, 6 XML text. */
export const type = (kind: number): Content => ({
  ref: 7,
  write(encoder) {
    encoding.writeVarUint(encoder, kind)
    if (kind === 3 || kind === 5) encoding.writeVarString(encoder, 'script')
  },
})
export const deleted = (length: number): Content => ({ ref: 1, write: (e) => encoding.writeVarUint(e, length) })
/** A struct that is no item: what is left of something deleted. */
export const gone = (length: number): Content => ({ ref: 0, write: (e) => encoding.writeVarUint(e, length) })

export type Block = StructId & { structs: StructShape[] /** Said in place of the true number. */; count?: number }
export type Deletions = { client: number; ranges: { clock: number; len: number }[] }[]

export function handmade(blocks: readonly Block[], deletions: Deletions = []): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, blocks.length)
  for (const { client, clock, structs, count } of blocks) {
    encoding.writeVarUint(encoder, count ?? structs.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    for (const struct of structs) writeStruct(encoder, struct)
  }
  encoding.writeVarUint(encoder, deletions.length)
  for (const { client, ranges } of deletions) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, len)
    }
  }
  return encoding.toUint8Array(encoder)
}

function writeStruct(
  encoder: encoding.Encoder,
  { root, parent, key, origin, rightOrigin, content }: StructShape,
): void {
  const [hasOrigin, hasRight, hasKey] = [origin ? 0x80 : 0, rightOrigin ? 0x40 : 0, key === undefined ? 0 : 0x20]
  encoding.writeUint8(encoder, hasOrigin | hasRight | hasKey | content.ref)
  if (content.ref !== 0) {
    for (const id of [origin, rightOrigin]) if (id) writeId(encoder, id)
    if (!origin && !rightOrigin) {
      encoding.writeVarUint(encoder, root === undefined ? 0 : 1)
      if (root !== undefined) encoding.writeVarString(encoder, root)
      else writeId(encoder, parent ?? { client: 1, clock: 0 })
      if (key !== undefined) encoding.writeVarString(encoder, key)
    }
  }
  content.write(encoder)
}

function writeId(encoder: encoding.Encoder, { client, clock }: StructId): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}
