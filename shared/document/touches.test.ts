import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Touch, touchesOf, UpdateNotValid } from './touches'

/** A canvas with one note, and a second copy of it. */
function twoCopies(): { server: Y.Doc; client: Y.Doc } {
  const server = new Y.Doc()
  server.transact(() => {
    const note = new Y.Map<unknown>()
    server.getMap('notes').set('n1', note)
    note.set('text', new Y.Text('The lift is out of order'))
    note.set('place', { in: null, x: 0, y: 0 })
    note.set('side', 'local')
  })
  const client = new Y.Doc()
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server))
  return { server, client }
}

const noteOf = (doc: Y.Doc, id: string) => doc.getMap<Y.Map<unknown>>('notes').get(id)
const textOf = (doc: Y.Doc, id: string) => noteOf(doc, id)?.get('text') as Y.Text
const newsFor = (server: Y.Doc, client: Y.Doc) => Y.encodeStateAsUpdate(client, Y.encodeStateVector(server))

/** What the client did since the copies were equal, as one line each. */
function linesOf({ server, client }: { server: Y.Doc; client: Y.Doc }): string[] {
  return touchesOf(server, newsFor(server, client)).touches.map(line).sort()
}

const line = ({ root, path, change, value }: Touch): string =>
  `${change} ${[root, ...path].join('/')}${value === undefined ? '' : ` ${JSON.stringify(value)}`}`

describe('what an update would do', () => {
  test('writing a value names its place and the value', () => {
    const copies = twoCopies()
    noteOf(copies.client, 'n1')?.set('place', { in: 's1', order: 'a0' })
    expect(linesOf(copies)).toEqual(['set notes/n1/place {"in":"s1","order":"a0"}'])
  })

  test('of several writes to one key while away only the last is seen', () => {
    const copies = twoCopies()
    for (const x of [1, 2, 3]) noteOf(copies.client, 'n1')?.set('place', { in: null, x, y: 0 })
    expect(linesOf(copies)).toEqual(['set notes/n1/place {"in":null,"x":3,"y":0}'])
  })

  test('typing and deleting words are changes of one text, named once', () => {
    const copies = twoCopies()
    const text = textOf(copies.client, 'n1')
    text.insert(0, 'Again: ')
    text.delete(8, 3)
    text.insert(text.length, ' on Fridays')
    expect(linesOf(copies)).toEqual(['text notes/n1/text'])
  })

  test('of each text that gets more words it says how many characters, and how long it becomes', () => {
    const copies = twoCopies()
    const { server, client } = copies
    const textsIn = () => touchesOf(server, newsFor(server, client)).texts.map(({ path, ...rest }) => rest)
    const text = textOf(client, 'n1')
    text.insert(0, 'Again: ')
    text.insert(10, 'gone at once')
    text.delete(10, 12)
    text.delete(text.length - 5, 5)
    expect(textsIn()).toEqual([{ root: 'notes', added: 7, length: text.length }])
    // somebody else writes there meanwhile: it comes together
    textOf(server, 'n1').insert(0, 'Since May: ')
    Y.applyUpdate(client, Y.encodeStateAsUpdate(server))
    expect(textsIn()).toEqual([{ root: 'notes', added: 7, length: text.length }])
    Y.applyUpdate(server, newsFor(server, client))
    text.delete(0, 3)
    expect(textsIn()).toEqual([])
    const note = new Y.Map()
    client.getMap('notes').set('n2', note)
    note.set('text', new Y.Text('Four returns'))
    expect(textsIn()).toEqual([{ root: 'notes', added: 12, length: 12 }])
  })

  test('a new note is named with everything in it', () => {
    const copies = twoCopies()
    copies.client.transact(() => {
      const note = new Y.Map<unknown>()
      copies.client.getMap('notes').set('n2', note)
      note.set('text', new Y.Text('Four returns'))
      note.set('author', 'jon')
    })
    expect(linesOf(copies)).toEqual([
      'set notes/n2',
      'set notes/n2/author "jon"',
      'set notes/n2/text',
      'text notes/n2/text',
    ])
  })

  test('removing a note is named, also when it is written and removed again by somebody who was away', () => {
    const copies = twoCopies()
    copies.client.getMap('notes').delete('n1')
    expect(linesOf(copies)).toContain('delete notes/n1')
    const undone = twoCopies()
    undone.client.getMap('notes').set('n2', new Y.Map())
    undone.client.getMap('notes').delete('n2')
    expect(linesOf(undone)).toEqual([])
    expect(touchesOf(undone.server, newsFor(undone.server, undone.client)).news).toBe(true)
  })

  test('removing a value that was written a moment before is a removal', () => {
    const copies = twoCopies()
    noteOf(copies.client, 'n1')?.set('side', 'central')
    noteOf(copies.client, 'n1')?.delete('side')
    expect(linesOf(copies)).toEqual(['delete notes/n1/side'])
  })

  test('replacing a whole note is a write of the note and a loss of what was in it', () => {
    const copies = twoCopies()
    copies.client.getMap('notes').set('n1', new Y.Map())
    expect(linesOf(copies)).toEqual(
      expect.arrayContaining(['set notes/n1', 'delete notes/n1/place', 'text notes/n1/text']),
    )
    expect(linesOf(copies)).not.toContain('delete notes/n1')
  })

  test('what is inside something that was deleted meanwhile is seen by nobody', () => {
    const copies = twoCopies()
    textOf(copies.client, 'n1').insert(0, 'Late: ')
    copies.server.getMap('notes').delete('n1')
    const reading = touchesOf(copies.server, newsFor(copies.server, copies.client))
    expect(reading).toMatchObject({ touches: [], gap: false, news: true })
  })

  test('what the document has already is no news', () => {
    const { server, client } = twoCopies()
    expect(touchesOf(server, Y.encodeStateAsUpdate(client))).toMatchObject({ touches: [], gap: false, news: false })
    expect(touchesOf(server, new Uint8Array([0, 0]))).toMatchObject({ touches: [], gap: false, news: false })
  })

  test('an update that leans on one that is missing says so, and is not named as deleting what it replaces', () => {
    const { server, client } = twoCopies()
    const updates: Uint8Array[] = []
    client.on('update', (update: Uint8Array) => updates.push(update))
    client.getMap('notes').set('n2', new Y.Map())
    noteOf(client, 'n2')?.set('side', 'local')
    const [first, second] = updates
    if (!first || !second) throw new Error('two updates were made')
    expect(touchesOf(server, second)).toMatchObject({ gap: true, news: true })
    Y.applyUpdate(server, first)
    expect(touchesOf(server, second).touches.map(line)).toEqual(['set notes/n2/side "local"'])
  })

  test('a deletion cannot hide behind a replacement that has to wait', () => {
    const { server, client } = twoCopies()
    const updates: Uint8Array[] = []
    client.on('update', (update: Uint8Array) => updates.push(update))
    client.getMap('elsewhere').set('first', 1)
    noteOf(client, 'n1')?.set('side', 'central')
    const second = updates[1]
    if (!second) throw new Error('two updates were made')
    const { touches, gap } = touchesOf(server, second)
    expect(gap).toBe(true)
    expect(touches.map(line)).toContain('delete notes/n1/side')
  })
})

describe('what no honest client sends', () => {
  const { server } = twoCopies()
  const before = Y.encodeStateAsUpdate(server)

  function nested(depth: number): Uint8Array {
    const doc = new Y.Doc()
    let value: unknown = 'deep'
    for (let index = 0; index < depth; index += 1) value = [value]
    doc.getMap('notes').set('n1', value)
    return Y.encodeStateAsUpdate(doc)
  }

  function withSubdocument(): Uint8Array {
    const doc = new Y.Doc()
    doc.getMap('notes').set('n1', new Y.Doc())
    return Y.encodeStateAsUpdate(doc)
  }

  function inText(add: (text: Y.Text) => void): Uint8Array {
    const client = new Y.Doc()
    Y.applyUpdate(client, before)
    const known = Y.encodeStateVector(client)
    add(textOf(client, 'n1'))
    return Y.encodeStateAsUpdate(client, known)
  }

  test.each([
    ['a picture among the words', inText((text) => text.insertEmbed(0, { image: 'x' }))],
    ['a text inside a text', inText((text) => text.insertEmbed(0, new Y.Text('deeper')))],
    ['nothing at all', new Uint8Array()],
    ['half an update', before.slice(0, before.length / 2)],
    ['a huge count', new Uint8Array([0xff, 0xff, 0xff, 0xff, 0x0f, 1])],
    ['values nested out of sight', nested(200)],
    ['a document inside the document', withSubdocument()],
    ['deletions that overlap', new Uint8Array([0, 1, 5, 2, 0, 10, 5, 10])],
  ])('%s', (_name, update) => {
    expect(() => touchesOf(server, update)).toThrow(UpdateNotValid)
    expect(Y.encodeStateAsUpdate(server)).toEqual(before)
  })

  test('ordinary nesting is fine', () => {
    expect(touchesOf(server, nested(20)).touches).toHaveLength(1)
  })
})
