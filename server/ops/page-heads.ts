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

/** Lines for the head of the page at an address: the files that it begins with. */
export function headFor(path: string, manifest: Manifest): string {
  const sources = SOURCES.find(([pattern]) => pattern.test(path))?.[1] ?? []
  const known = filesOf([Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? ''], manifest)
  const files = [...filesOf(sources, manifest)].filter((file) => !known.has(file))
  return files.map(linkTo).join('')
}

/** Answers as something that a page only reads: no script, which the policy would not let run. Nothing in it ends the element. */
export function answersIn(answers: Record<string, unknown>): string {
  if (Object.keys(answers).length === 0) return ''
  const json = JSON.stringify(answers).replaceAll('<', '\\u003c')
  return `<script type="application/json" id="brought">${json}</script>`
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
  return `<link rel="modulepreload" crossorigin href="${address}">`
}
