import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { parseSync } from 'vite'

export type SourceFile = { path: string; text: string }

/** One import: of a file of ours (`path`, from the root of the repository) or of a package. */
export type Import = { from: string; typeOnly: boolean; specifier: string } & ({ path: string } | { package: string })

/** Every import of a file: static, of types, re-exports, `import()` as a value and `import()` as a type. */
export function importsOf(file: SourceFile, known: ReadonlySet<string>): Import[] {
  const { program, module, errors } = parseSync(file.path, file.text)
  if (errors.length > 0) throw new Error(`${file.path} cannot be read: ${errors[0]?.message}`)
  const isTypeOnly = (start: number) => /^(import|export)\s+type\b/.test(file.text.slice(start, start + 20))
  const found = [
    ...module.staticImports.map((one) => ({ specifier: one.moduleRequest.value, typeOnly: isTypeOnly(one.start) })),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) =>
        entry.moduleRequest ? [{ specifier: entry.moduleRequest.value, typeOnly: isTypeOnly(one.start) }] : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
      specifier: /^(['"`])([^$]*)\1$/.exec(file.text.slice(start, end))?.[2] ?? '',
      typeOnly: false,
    })),
    ...importTypesIn(program).map((specifier) => ({ specifier, typeOnly: true })),
  ]
  return found.map((one) => ({ from: file.path, ...one, ...targetOf(file.path, one.specifier, known) }))
}

export function sourceFiles(root: string): SourceFile[] {
  return ['shared', 'server', 'client', 'e2e'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.d)\.tsx?$/.test(name) && !name.includes('node_modules'))
      .map((name) => ({ path: `${room}/${name}`, text: readFileSync(join(root, room, name), 'utf8') })),
  )
}

function importTypesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(importTypesIn)
  if (typeof node !== 'object' || node === null) return []
  const inside = Object.values(node).flatMap(importTypesIn)
  return 'type' in node && node.type === 'TSImportType' ? [...inside, importTypeSource(node)] : inside
}

function importTypeSource(node: object): string {
  return 'source' in node && typeof node.source === 'object' && node.source && 'value' in node.source
    ? String(node.source.value)
    : ''
}

function targetOf(from: string, specifier: string, known: ReadonlySet<string>): { path: string } | { package: string } {
  if (!specifier.startsWith('.')) return { package: specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/') }
  const path = normalize(join(dirname(from), specifier.replace(/\?.*$/, '')))
  const endings = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
  return { path: endings.map((ending) => path + ending).find((candidate) => known.has(candidate)) ?? path }
}
