import { writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'

type Struct = Y.Item | Y.GC
type Author = { client: number; structs: Struct[]; next: number }

/** So many are applied in a few milliseconds. */
const STRUCTS_A_PIECE = 1_500

/**
 * Cuts a full state into updates that can be applied one after another, each leaning on those before it alone: a large
 * document can then be built in many short turns. Takes about as long as applying it. A state that cannot be cut (something
 * in it is missing) comes back in one piece.
 */
export function piecesOf(state: Uint8Array, structsAPiece = STRUCTS_A_PIECE): Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(state)
  const authors = authorsOf(structs)
  if (!authors || structs.length <= structsAPiece) return [state]
  const pieces: Uint8Array[] = []
  let piece = new Map<number, Struct[]>()
  let size = 0
  const finish = () => {
    if (size > 0) pieces.push(encode(piece))
    piece = new Map()
    size = 0
  }
  for (const struct of inOrder(authors)) {
    if (struct === 'missing') return [state]
    const own = piece.get(struct.id.client)
    if (own) own.push(struct)
    else piece.set(struct.id.client, [struct])
    size += 1
    if (size >= structsAPiece) finish()
  }
  finish()
  return [...pieces, encode(new Map(), ds.clients)]
}

function authorsOf(structs: readonly (Struct | Y.Skip)[]): Map<number, Author> | undefined {
  const authors = new Map<number, Author>()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) return undefined
    const { client } = struct.id
    const author = authors.get(client)
    if (author) author.structs.push(struct)
    else authors.set(client, { client, structs: [struct], next: 0 })
  }
  return authors
}

/** Everything, each after what it leans on: whoever is waited for comes first, for as long as they wait for nobody. */
function* inOrder(authors: Map<number, Author>): Generator<Struct | 'missing'> {
  for (const first of authors.values()) {
    const waiting = [first]
    for (let author = waiting.at(-1); author; author = waiting.at(-1)) {
      const struct = author.structs[author.next]
      const needed = struct && neededBy(struct, authors)
      if (!struct) waiting.pop()
      else if (!needed) {
        author.next += 1
        yield struct
        // Back to whoever waited, as soon as they can go on.
        if (waiting.length > 1) waiting.pop()
      } else if (needed === 'missing' || waiting.length > authors.size) {
        yield 'missing'
        return
      } else waiting.push(needed)
    }
  }
}

/** The author of something that a struct leans on and that has not come yet. */
function neededBy(struct: Struct, authors: Map<number, Author>): Author | 'missing' | undefined {
  if (struct instanceof Y.GC) return undefined
  for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
    if (!(id instanceof Y.ID) || id.client === struct.id.client) continue
    const author = authors.get(id.client)
    if (!author) return 'missing'
    const next = author.structs[author.next]
    if (next && id.clock >= next.id.clock) return author
  }
  return undefined
}

type Deletions = ReadonlyMap<number, readonly { clock: number; len: number }[]>

/** An update as Yjs writes it (version 1). */
function encode(piece: ReadonlyMap<number, readonly Struct[]>, deletions: Deletions = new Map()): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  writeVarUint(encoder.restEncoder, piece.size)
  for (const [client, structs] of piece) {
    writeVarUint(encoder.restEncoder, structs.length)
    encoder.writeClient(client)
    writeVarUint(encoder.restEncoder, structs[0]?.id.clock ?? 0)
    for (const struct of structs) struct.write(encoder, 0)
  }
  writeVarUint(encoder.restEncoder, deletions.size)
  for (const [client, ranges] of deletions) {
    encoder.resetDsCurVal()
    writeVarUint(encoder.restEncoder, client)
    writeVarUint(encoder.restEncoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}
