import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

/** The folder of the repository: every command runs from here, wherever it was called. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

const running = new Set()
let stopping = false

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopping = true
    if (running.size === 0) process.exit(128 + constants.signals[signal])
    for (const child of running) child.kill(signal)
  })
}

/** Thrown when a command ended because the script was asked to stop: nothing after it may begin. */
export class Stopped extends Error {
  constructor(code) {
    super('Stopped.')
    this.code = code
  }
}

/** Runs a command as a direct child on the same terminal, hands signals on to it, and resolves to its exit code. */
export function run(command, commandArguments, { environment = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArguments, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
      // On Windows npm and npx are scripts, which only a shell can start.
      shell: process.platform === 'win32' && command !== process.execPath,
    })
    running.add(child)
    child.on('error', (error) => {
      running.delete(child)
      reject(error)
    })
    child.on('close', (code, signal) => {
      running.delete(child)
      const result = code ?? 128 + constants.signals[signal]
      if (stopping) reject(new Stopped(result))
      else resolve(result)
    })
  })
}

/** The same for a script of this repository or of a package in it. */
export function runNode(script, scriptArguments = [], options = {}) {
  return run(process.execPath, [script, ...scriptArguments], options)
}

/** Asks everything that `run` started to stop, unless a signal has told it already: being told twice makes some kill. */
export function stopAll() {
  if (stopping) return
  for (const child of running) child.kill('SIGTERM')
}

/** Runs a script's main function; what goes wrong ends as one plain line, not as a stack. */
export async function main(script) {
  try {
    process.exitCode = await script()
  } catch (error) {
    if (!(error instanceof Stopped)) console.error(error instanceof Error ? error.message : error)
    process.exitCode = error instanceof Stopped ? error.code : 1
  }
}

/** Whether a module is what `node` was asked to run, and not only imported. */
export function isMain(moduleUrl) {
  return process.argv[1] !== undefined && fileURLToPath(moduleUrl) === process.argv[1]
}
