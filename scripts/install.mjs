import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run } from './run.mjs'

const LOCK = join(ROOT, 'package-lock.json')
const PACKAGE = join(ROOT, 'package.json')
const MODULES = join(ROOT, 'node_modules')
/** What npm itself writes down about the packages it has put into node_modules. */
const INSTALLED = join(MODULES, '.package-lock.json')
const STAMP = join(MODULES, '.concordat-installed')

/** Installs the packages unless node_modules already holds what the lock file asks for. */
export async function ensureInstalled() {
  checkNode()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted()) return
  if (!agreesWithLock()) {
    const first = !existsSync(MODULES)
    console.log(first ? 'Installing packages (first time, about a minute)…' : 'Installing packages that changed…')
    if ((await install(first)) !== 0) throw new Error('The packages could not be installed: see the lines above.')
  }
  writeFileSync(STAMP, wanted())
}

async function install(first) {
  const quiet = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  // `npm ci` begins by deleting node_modules: right for a fresh clone, slow where a few packages changed.
  if (first && (await run('npm', ['ci', ...quiet])) === 0) return 0
  return run('npm', ['install', ...quiet])
}

function wanted() {
  const { dependencies, devDependencies, optionalDependencies, overrides } = readJson(PACKAGE)
  return createHash('sha256')
    .update(existsSync(LOCK) ? readFileSync(LOCK) : '')
    .update(JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]))
    .update(`${process.platform} ${process.arch}`)
    .digest('hex')
}

/** Somebody may have installed by hand; then there is nothing to do. Optional packages are for other machines. */
function agreesWithLock() {
  if (!existsSync(LOCK) || !existsSync(INSTALLED)) return false
  const asked = readJson(PACKAGE)
  const lock = readJson(LOCK).packages
  const installed = readJson(INSTALLED).packages
  const lockIsCurrent = ['dependencies', 'devDependencies', 'optionalDependencies'].every(
    (kind) => JSON.stringify(sorted(asked[kind])) === JSON.stringify(sorted(lock[''][kind])),
  )
  const everyOneIsThere = Object.entries(lock).every(
    ([path, locked]) =>
      path === '' || locked.optional || locked.devOptional || installed[path]?.version === locked.version,
  )
  return lockIsCurrent && everyOneIsThere
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 20)) return
  throw new Error(
    `Concordat needs Node.js 20.20 or newer, and this is ${process.versions.node}: see https://nodejs.org`,
  )
}

function sorted(record = {}) {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
