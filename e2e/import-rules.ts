import { isBuiltin } from 'node:module'
import { type Import, importsOf, type SourceFile } from './imports-of'

/**
 * Who may import what. A linter that compares the text of a path cannot see which folder `../board` is,
 * so paths are resolved here. Types count like values: a folder that knows another's types knows the other.
 */

type Rule = { name: string; forbids: (one: Import) => boolean }

const CORES = ['access', 'workshops', 'rooms', 'facilitation', 'ballots', 'records']
const FEATURES = [
  'join',
  'board',
  'outline',
  'facilitation',
  'voting',
  'agreement',
  'review',
  'export',
  'plan',
  'seats',
  'show',
  'copies',
  'sorting',
]

const GROUND = ['shared/result', 'shared/domain']
const SHARED = [...GROUND, ...under('shared', ['document', 'layout', 'protocol', 'export', 'templates'])]
const SERVER = under('server', [...CORES, 'api', 'storage', 'fanout', 'ops', 'config'])
const SHELL = [...SHARED, ...under('client', ['workshop', 'connection', 'ui', 'text'])]
const PAGES = [...SHELL, ...under('client', FEATURES)]

/** Each place of the house, and the places it may import beside itself. What is not a key is no place. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'shared/result': [],
  'shared/domain': ['shared/result'],
  'shared/document': GROUND,
  'shared/layout': GROUND,
  'shared/protocol': GROUND,
  'shared/export': GROUND,
  'shared/templates': GROUND,
  'shared/testing': SHARED,

  ...Object.fromEntries(under('server', CORES).map((core) => [core, SHARED])),
  'server/api': [...SHARED, ...under('server', [...CORES, 'ops', 'config'])],
  'server/storage': SHARED,
  'server/fanout': SHARED,
  'server/ops': [...SHARED, 'server/config'],
  'server/config': SHARED,
  'server/services': [...SHARED, ...SERVER],
  'server/app': [...SHARED, ...SERVER, 'server/services'],
  'server/main': [...SHARED, ...SERVER, 'server/app'],
  'server/testing': [...SHARED, ...SERVER, 'server/app', 'shared/testing'],

  'client/ui': [],
  'client/text': SHARED,
  'client/connection': SHARED,
  'client/workshop': SHELL,
  ...Object.fromEntries(under('client', FEATURES).map((feature) => [feature, SHELL])),
  'client/routes': PAGES,
  'client/app': [...PAGES, 'client/routes'],
  'client/main': [...PAGES, 'client/routes', 'client/app'],

  e2e: [...SHARED, 'shared/testing'],
}

/** What a test may import beyond what its place may. */
const TESTS_MAY_IMPORT: Record<string, readonly string[]> = {
  shared: ['shared/testing', 'shared/templates'],
  server: ['shared/testing', 'server/testing', 'server/app', 'server/config'],
  client: ['shared/testing'],
}

const YJS = /^(yjs|y-protocols|y-websocket)$/
const REACT = /^(react|react-dom|tldraw|@tldraw\/.*)$/
const SOLID = /^(solid-js|@solidjs\/.*|@solid-primitives\/.*|@kobalte\/.*|@dnd-kit\/solid|lucide-solid)$/
const HONO = /^(hono|hono-.*|@hono\/.*)$/
const DATABASE = /^(drizzle-orm|drizzle-kit|libsql|@libsql\/.*)$/
const REDIS = /^(ioredis|redis|iovalkey)$/
const TEST_TOOLS =
  /^(vitest|fast-check|jsdom|@playwright\/.*|@axe-core\/.*|@testing-library\/.*|@solidjs\/testing-library)$/

export const RULES = [
  {
    name: 'every file lies in a place of the house',
    forbids: (one) => !(placeOf(one.from) in MAY_IMPORT),
  },
  {
    name: 'an import is a relative path or the name of a package, written out',
    forbids: ({ specifier }) => specifier === '' || /^([/~#]|@\/)/.test(specifier),
  },
  {
    name: '1: shared imports only shared',
    forbids: (one) => roomOf(one.from) === 'shared' && 'path' in one && roomOf(one.path) !== 'shared',
  },
  {
    name: '1: in shared, domain knows only result; document, layout, protocol, export and templates only these two',
    forbids: (one) => roomOf(one.from) === 'shared' && staysInRoom(one) && !mayImport(one),
  },
  {
    name: '1: shared runs anywhere: nothing of Node, of a framework, of a database or of the network',
    forbids: (one) =>
      roomOf(one.from) === 'shared' &&
      !isForTests(one.from) &&
      (isBuiltin(one.specifier) || isPackage(one, REACT, SOLID, HONO, DATABASE, REDIS, /^ws$/)),
  },
  {
    name: '2: client and server never import each other, but for types of the routes in client/connection/api.ts',
    forbids: (one) =>
      'path' in one &&
      [roomOf(one.from), roomOf(one.path)].sort().join() === 'client,server' &&
      !(one.from === 'client/connection/api.ts' && one.typeOnly && /^server\/(api|app)\b/.test(one.path)),
  },
  {
    name: '2: the client takes nothing of Node, the server nothing of a page',
    forbids: (one) =>
      (roomOf(one.from) === 'client' && !isForTests(one.from) && isBuiltin(one.specifier)) ||
      (roomOf(one.from) === 'server' && isPackage(one, REACT, SOLID)),
  },
  {
    name: '3: a server core imports shared and itself; storage and fanout see of a core its ports; api calls the cores',
    forbids: (one) => roomOf(one.from) === 'server' && staysInRoom(one) && !mayImport(one) && !seesPorts(one),
  },
  {
    name: '4: a client feature imports workshop, connection, ui, text and shared, never another feature; ui only itself',
    forbids: (one) =>
      roomOf(one.from) === 'client' && 'path' in one && isOurs(one.path, 'shared', 'client') && !mayImport(one),
  },
  {
    name: '5: React and tldraw only in client/board/*.react.ts(x)',
    forbids: (one) => isPackage(one, REACT) && !isReactFile(one.from),
  },
  {
    name: '5: Solid never in client/board/*.react.ts(x)',
    forbids: (one) => isPackage(one, SOLID) && isReactFile(one.from),
  },
  {
    name: '6: Yjs only in shared/document, server/rooms, server/storage, client connection, workshop and board',
    forbids: (one) =>
      isPackage(one, YJS) &&
      !/^(shared\/(document|testing)|server\/(rooms|storage|testing)|client\/(connection|workshop|board)|e2e)\//.test(
        one.from,
      ),
  },
  {
    name: '6: drizzle and libSQL only in server/storage',
    forbids: (one) => isPackage(one, DATABASE) && placeOf(one.from) !== 'server/storage',
  },
  {
    name: '6: Redis only in server/fanout',
    forbids: (one) => isPackage(one, REDIS) && placeOf(one.from) !== 'server/fanout',
  },
  {
    name: '6: Hono only in api, rooms/entrance, app and main; its client in client/connection/api.ts',
    forbids: (one) =>
      isPackage(one, HONO) &&
      !/^server\/(api\/|rooms\/entrance\b|app\b|main\b)/.test(one.from) &&
      !(one.from === 'client/connection/api.ts' && (one.typeOnly || one.specifier === 'hono/client')),
  },
  {
    name: '7: e2e uses the product from outside',
    forbids: (one) => 'path' in one && [one.from, one.path].some((path) => roomOf(path) === 'e2e') && !mayImport(one),
  },
  {
    name: 'what is for tests stays in tests',
    forbids: (one) => !isForTests(one.from) && (isPackage(one, TEST_TOOLS) || ('path' in one && isForTests(one.path))),
  },
] as const satisfies readonly Rule[]

export type Violation = { rule: string; import: string }

export function violationsIn(files: readonly SourceFile[]): Violation[] {
  const known = new Set(files.map((file) => file.path))
  return files
    .flatMap((file) => importsOf(file, known))
    .flatMap((one) =>
      RULES.filter((rule) => rule.forbids(one)).map(({ name }) => ({
        rule: name,
        import: `${one.from} imports ${one.specifier || 'a path that is computed'}`,
      })),
    )
}

/** One way round for each knot of files that import each other. */
export function circlesIn(files: readonly SourceFile[]): string[][] {
  const known = new Set(files.map((file) => file.path))
  const graph = new Map(
    files.map((file) => [
      file.path,
      importsOf(file, known).flatMap((one) => ('path' in one && known.has(one.path) ? [one.path] : [])),
    ]),
  )
  const circles: string[][] = []
  const done = new Set<string>()
  const way: string[] = []
  const walk = (path: string): void => {
    if (way.includes(path)) {
      circles.push([...way.slice(way.indexOf(path)), path])
      return
    }
    if (done.has(path)) return
    way.push(path)
    for (const next of graph.get(path) ?? []) walk(next)
    way.pop()
    done.add(path)
  }
  for (const path of graph.keys()) walk(path)
  return circles
}

/** `server/rooms` for all that lies in it, `server/app` for server/app.ts and its tests, `e2e` as a whole. */
function placeOf(path: string): string {
  const [room = '', name = ''] = path.split('/')
  return room === 'e2e' ? room : `${room}/${name.replace(/\..*$/, '')}`
}

function roomOf(path: string): string {
  return path.split('/', 1).join()
}

function isOurs(path: string, ...rooms: string[]): boolean {
  return rooms.includes(roomOf(path))
}

/** Inside its own room or in shared: what lies elsewhere is another rule's concern. */
function staysInRoom(one: Import): one is Import & { path: string } {
  return 'path' in one && isOurs(one.path, 'shared', roomOf(one.from))
}

function mayImport(one: Import & { path: string }): boolean {
  const [from, to] = [placeOf(one.from), placeOf(one.path)]
  if (from === to || MAY_IMPORT[from]?.includes(to)) return true
  return isForTests(one.from) && (TESTS_MAY_IMPORT[roomOf(one.from)]?.includes(to) ?? false)
}

/** A core owns its ports; who implements them has to know them, and the suite that every implementation must pass. */
function seesPorts(one: Import & { path: string }): boolean {
  const port = /^server\/(\w+)\/(ports|[\w-]+\.contract)\b/.exec(one.path)
  if (!port || !CORES.includes(port[1] ?? '')) return false
  return ['server/storage', 'server/fanout', 'server/ops'].includes(placeOf(one.from))
}

function isPackage(one: Import, ...names: RegExp[]): boolean {
  return 'package' in one && names.some((name) => name.test(one.package))
}

function isReactFile(path: string): boolean {
  return /^client\/board\/.*\.react(\.test)?\.tsx?$/.test(path)
}

function isForTests(path: string): boolean {
  return /\.(test|contract|bench|spec)(\.tsx?)?$/.test(path) || /\/testing\/|^e2e\//.test(path)
}

function under(room: string, names: readonly string[]): string[] {
  return names.map((name) => `${room}/${name}`)
}
