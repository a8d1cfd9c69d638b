/** What Vite's manifest says of one source file. */
type Entry = { file: string; css?: string[]; imports?: string[]; isEntry?: boolean }
export type Manifest = Readonly<Record<string, Entry>>

const WORKSHOP = 'routes/workshop/workshop-page.tsx'

/**
 * The sources that the page at an address begins with. Without being told, a browser learns of them only from the code that
 * it fetches first, a round trip later; on a slow line that is half a second.
 */
const SOURCES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/$/, ['routes/home.tsx']],
  [/^\/join(\/|$)/, ['routes/join.tsx']],
  [/^\/new\/?$/, ['routes/new.tsx']],
  [/^\/w\/[^/]+\/show\/?$/, ['routes/workshop/show.tsx']],
  [/^\/w\/[^/]+\/?$/, [WORKSHOP, 'routes/workshop/board.tsx']],
  [/^\/w\/[^/]+\/[a-z]+/, [WORKSHOP, 'routes/workshop/list.tsx']],
]

/** What a workshop's page asks the server for before it shows anything. Ids are of these letters; others are not repeated. */
const ASKED = /^\/w\/([A-Za-z0-9_-]+)(\/|$)/

/** Lines for the head of the page at an address: the files that it begins with, and the answers that it will ask for. */
export function headFor(path: string, manifest: Manifest): string {
  const sources = SOURCES.find(([pattern]) => pattern.test(path))?.[1] ?? []
  const known = filesOf([Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? ''], manifest)
  const files = [...filesOf(sources, manifest)].filter((file) => !known.has(file))
  const [, workshop] = ASKED.exec(path) ?? []
  const asked = workshop === undefined ? [] : ['/api/config', `/api/workshops/${workshop}`]
  return [...files.map(linkTo), ...asked.map((address) => linkTo(address))].join('')
}

function filesOf(sources: readonly string[], manifest: Manifest): Set<string> {
  const seen = new Set(sources)
  const files = new Set<string>()
  for (const source of seen) {
    const entry = manifest[source]
    for (const style of entry?.css ?? []) files.add(`/${style}`)
    for (const imported of entry?.imports ?? []) seen.add(imported)
    if (entry) files.add(`/${entry.file}`)
  }
  return files
}

function linkTo(address: string): string {
  if (address.endsWith('.css')) return `<link rel="stylesheet" crossorigin href="${address}">`
  if (address.endsWith('.js')) return `<link rel="modulepreload" crossorigin href="${address}">`
  return `<link rel="preload" as="fetch" crossorigin href="${address}">`
}
