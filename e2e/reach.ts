import { parseSync } from 'vite'
import { importsOf, type SourceFile } from './imports-of'

/**
 * What code can be reached from a function, by reading the sources alone: names of a file, what it imports, and members of
 * objects by their name. A member of an object, or a function inside another, counts only once something that is reached
 * names it; so what nobody calls is not reached, although the object that it lies in is.
 */

type Node = { type: string; start: number } & Record<string, unknown>
type Import = { path: string; name: string }
type Module = {
  path: string
  declared: Map<string, Node>
  imported: Map<string, Import>
  exported: Map<string, Import>
}

export type Place = { path: string; node: Node }
export type Reading = ReadonlyMap<string, Module>

const EVERYTHING = '*'

/** `among`: all the files there are, where only some are read again. */
export function readSources(files: readonly SourceFile[], among = files): Reading {
  const known = new Set(among.map((file) => file.path))
  return new Map(files.map((file) => [file.path, readModule(file, known)]))
}

function readModule(file: SourceFile, known: ReadonlySet<string>): Module {
  const { program } = parseSync(file.path, file.text)
  const paths = new Map(importsOf(file, known).map((one) => [one.specifier, 'path' in one ? one.path : '']))
  const found: Module = { path: file.path, declared: new Map(), imported: new Map(), exported: new Map() }
  for (const statement of program.body as unknown as Node[]) {
    const from = paths.get(String((statement.source as Node | null)?.value ?? ''))
    if (from && statement.type === 'ImportDeclaration') {
      for (const one of nodesIn(statement.specifiers))
        found.imported.set(nameOf(one.local), { path: from, name: one.imported ? nameOf(one.imported) : EVERYTHING })
    } else if (from && statement.type === 'ExportNamedDeclaration') {
      for (const one of nodesIn(statement.specifiers))
        found.exported.set(nameOf(one.exported), { path: from, name: nameOf(one.local) })
    } else declare(found, (statement.declaration as Node | null) ?? statement)
  }
  return found
}

function declare({ declared }: Module, statement: Node): void {
  if (statement.type === 'VariableDeclaration')
    for (const one of nodesIn(statement.declarations)) declared.set(nameOf(one.id), one)
  else if (statement.id) declared.set(nameOf(statement.id), statement)
}

/** A function or value of a file by its name; throws when it is not there, since a reading of nothing proves nothing. */
export function placeOf(reading: Reading, path: string, name: string): Place {
  const node = reading.get(path)?.declared.get(name)
  if (!node) throw new Error(`${path} has no ${name}`)
  return { path, node }
}

/** Members of objects, with functions as values, that lie in a place: each by its name. */
export function membersIn({ path, node }: Place): Map<string, Place> {
  const members = new Map<string, Place>()
  everyNode(node, (one) => {
    if (one.type !== 'Property' || !isFunction(one.value)) return true
    members.set(nameOf(one.key), { path, node: one.value as Node })
    return false
  })
  return members
}

/** Every node that is reached from these places, with the file it is in; each once. */
export function reachedFrom(reading: Reading, roots: readonly Place[], see: (place: Place) => void): void {
  const walk = new Walk(reading, see)
  for (const root of roots) walk.into(root)
}

class Walk {
  readonly #done = new Set<Node>()
  readonly #named = new Set<string>()
  /** What is walked once its name is named. */
  readonly #waiting = new Map<string, Place[]>()

  constructor(
    private readonly reading: Reading,
    private readonly see: (place: Place) => void,
  ) {}

  into({ path, node }: Place): void {
    if (this.#done.has(node)) return
    this.#done.add(node)
    everyNode(node, (one) => {
      if (one !== node && this.#waits(path, one)) return false
      this.see({ path, node: one })
      for (const name of namesIn(one)) this.#name(name)
      if (one.type === 'Identifier' || one.type === 'JSXIdentifier') this.#follow(path, nameOf(one))
      if (one.type === 'MemberExpression') this.#followMember(path, one)
      if (one.type === 'ImportExpression') this.#followLazy(path, one)
      return true
    })
  }

  #waits(path: string, one: Node): boolean {
    const key = keyOf(one)
    const body = one.type === 'Property' ? one.value : one.type === 'VariableDeclarator' ? one.init : one.body
    if (key === null || !body) return false
    const place = { path, node: body as Node }
    if (this.#named.has(key)) this.into(place)
    else this.#waiting.set(key, [...(this.#waiting.get(key) ?? []), place])
    return true
  }

  #name(name: string): void {
    if (this.#named.has(name)) return
    this.#named.add(name)
    const waiting = this.#waiting.get(name) ?? []
    this.#waiting.delete(name)
    for (const place of waiting) this.into(place)
  }

  #follow(path: string, name: string): void {
    const module = this.reading.get(path)
    const own = module?.declared.get(name)
    if (own) this.into({ path, node: own })
    const from = module?.imported.get(name) ?? module?.exported.get(name)
    if (from && from.name !== EVERYTHING) this.#follow(from.path, from.name)
  }

  /** `edits.addNote`, where `edits` is a whole file. */
  #followMember(path: string, member: Node): void {
    const from = this.reading.get(path)?.imported.get(nameOf(member.object))
    if (from?.name === EVERYTHING) this.#follow(from.path, nameOf(member.property))
  }

  /** A file loaded later: everything in it is. */
  #followLazy(path: string, { source }: Node): void {
    const specifier = String((source as Node).value ?? '')
    const name = specifier.split('/').at(-1) ?? ''
    const folder = path.slice(0, path.lastIndexOf('/'))
    for (const ending of ['.ts', '.tsx']) {
      const target = `${folder}/${name}${ending}`
      for (const node of this.reading.get(target)?.declared.values() ?? []) this.into({ path: target, node })
    }
  }
}

/** Under which name a part of a function waits, members with a dot before it; null for what is walked at once. */
function keyOf(one: Node): string | null {
  const isMember = one.type === 'Property' && one.inPattern !== true && (isFunction(one.value) || one.shorthand)
  if (isMember) return `.${nameOf(one.key)}`
  if (one.type === 'VariableDeclarator' && isFunction(one.init)) return nameOf(one.id)
  return one.type === 'FunctionDeclaration' ? nameOf(one.id) : null
}

function namesIn(one: Node): string[] {
  if (one.type === 'MemberExpression') return [`.${nameOf(one.property)}`]
  if (one.type === 'JSXAttribute') return [`.${nameOf(one.name)}`]
  if (one.type === 'Identifier' || one.type === 'JSXIdentifier') return [nameOf(one)]
  if (one.type === 'ObjectPattern') return nodesIn(one.properties).map((property) => `.${nameOf(property.key)}`)
  return []
}

function isFunction(node: unknown): boolean {
  return /^(ArrowFunction|Function)Expression$/.test((node as Node | null)?.type ?? '')
}

function nameOf(node: unknown): string {
  const { name, value } = (node ?? {}) as { name?: unknown; value?: unknown }
  return typeof name === 'string' ? name : typeof value === 'string' ? value : ''
}

function nodesIn(list: unknown): Node[] {
  return Array.isArray(list) ? list.filter((one): one is Node => typeof one === 'object' && one !== null) : []
}

/** Into a node and all below it, types left out; `enter` answers whether to go on below. */
export function everyNode(node: unknown, enter: (node: Node) => boolean): void {
  if (Array.isArray(node)) {
    for (const one of node) everyNode(one, enter)
    return
  }
  if (typeof node !== 'object' || node === null || !('type' in node)) return
  const one = node as Node
  if (/^TS(Type|Interface)/.test(one.type)) return
  if (one.type === 'ObjectPattern') for (const property of nodesIn(one.properties)) property.inPattern = true
  if (!enter(one)) return
  for (const [key, inside] of Object.entries(one)) {
    // names of members are no names of the file
    const isMemberName = (one.type === 'MemberExpression' || one.type === 'Property') && !one.computed
    if (isMemberName && (key === 'property' || (key === 'key' && !one.shorthand))) continue
    everyNode(inside, enter)
  }
}
