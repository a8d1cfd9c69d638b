import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { ensureInstalled } from './install.mjs'
import { isMain, main, ROOT, runNode } from './run.mjs'

const DIST = join(ROOT, 'dist')
const STAMP = join(DIST, '.built-from')
const WORK = join(ROOT, '.cache')
const MIGRATIONS = join(ROOT, 'server/storage/migrations')

/** All that can change what is built. Tests are left out: editing one must not make the next start slow. */
const SOURCES = [
  'client',
  'server',
  'shared',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
  'scripts/build.mjs',
]
const NOT_BUILT = /\.(test|contract|bench)\.tsx?$|\.md$/

const SQUEEZED = /^assets\/.*\.(js|css)$/
const brotli = promisify(brotliCompress)

/** Builds unless dist/ was made from exactly these sources. */
export async function ensureBuilt() {
  const sources = hashOfSources()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return
  console.log('Building…')
  await build(sources)
}

/** Builds beside dist/ and then changes places, so that a build that fails leaves the last good one as it was. */
async function build(sources = hashOfSources()) {
  mkdirSync(WORK, { recursive: true })
  const next = join(WORK, `build-${process.pid}`)
  const last = join(WORK, `last-${process.pid}`)
  try {
    await vite('client', ['build', '--outDir', join(next, 'client')])
    await squeeze(join(next, 'client'))
    await vite('server', ['build', '--ssr', '--outDir', next])
    if (existsSync(MIGRATIONS)) cpSync(MIGRATIONS, join(next, 'migrations'), { recursive: true })
    writeFileSync(join(next, '.built-from'), sources)
    if (existsSync(DIST)) renameSync(DIST, last)
    renameSync(next, DIST)
  } finally {
    rmSync(next, { recursive: true, force: true })
    rmSync(last, { recursive: true, force: true })
  }
}

/** As small as it goes, which takes seconds: once here, instead of at the first request. */
async function squeeze(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => SQUEEZED.test(name))
  await Promise.all(
    files.map(async (name) =>
      writeFileSync(`${join(folder, name)}.br`, await brotli(readFileSync(join(folder, name)))),
    ),
  )
}

async function vite(part, viteArguments) {
  const code = await runNode('node_modules/vite/bin/vite.js', [...viteArguments, '--logLevel', 'warn'])
  if (code !== 0) throw new Error(`The ${part} could not be built: see the lines above.`)
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(filesUnder)) hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)))
  return hash.digest('hex')
}

function filesUnder(path) {
  const file = (name) => statSync(join(ROOT, name), { throwIfNoEntry: false })?.isFile()
  if (file(path)) return [path]
  if (!existsSync(join(ROOT, path))) return []
  return readdirSync(join(ROOT, path), { recursive: true })
    .map((name) => `${path}/${name}`)
    .filter((name) => !NOT_BUILT.test(name) && file(name))
    .sort()
}

if (isMain(import.meta.url)) {
  await main(async () => {
    await ensureInstalled()
    await build()
    return 0
  })
}
