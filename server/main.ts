import { fileURLToPath } from 'node:url'
import { createApp, listen } from './app'
import { BadSetting, type Config, readConfig, withoutEffect } from './config'
import { openClientFiles } from './ops/client-files'
import { createLog, type Log } from './ops/log'
import { secretOf } from './ops/secret'
import { stopOnFault } from './ops/stop-on-fault'
import { openDatabase } from './storage/database'

/** Built, the pages lie beside this file; from source, where the build puts them. */
const CLIENT = fileURLToPath(new URL(import.meta.url.endsWith('.js') ? './client' : '../dist/client', import.meta.url))

/** Starts everything, and hands back how to stop it, in reverse order. */
async function start(config: Config, log: Log, onCrash: (error: Error) => void): Promise<() => Promise<void>> {
  const database = await openDatabase({ ...config.database, onCrash })
  try {
    const secret = await secretOf(config)
    const app = await createApp({ config, database, secret, files: await openClientFiles(CLIENT), log })
    const server = await listen(app, config)
    for (const warning of withoutEffect(config)) process.stderr.write(`${warning}\n`)
    say(`Concordat is ready at ${config.publicUrl ?? localAddress(config, server.port)}`)
    return async () => {
      const closed = server.close()
      await app.close()
      await closed
      await database.close()
    }
  } catch (error) {
    await database.close()
    throw error
  }
}

function localAddress({ host }: Config, port: number): string {
  const isHere = ['127.0.0.1', '0.0.0.0', '::1', '::', 'localhost'].includes(host)
  return `http://${isHere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}

/** One plain sentence for the person who runs it. */
function inPlainWords(error: unknown, config: Config | undefined): string {
  const { code, name, message } = error as NodeJS.ErrnoException
  if (error instanceof BadSetting || name === 'StorageError') return message
  if (code === 'EADDRINUSE') {
    return `Port ${config?.port} is taken by another program. Stop that one, or set PORT to another number.`
  }
  if (code === 'EACCES')
    return `This account may not open port ${config?.port} on ${config?.host}. Set PORT to 1024 or more.`
  if (code === 'EADDRNOTAVAIL') return `HOST is ${config?.host}, which is not an address of this computer.`
  return message
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function main(): Promise<void> {
  let config: Config | undefined
  try {
    config = readConfig(process.env)
    const log = createLog(config.logLevel)
    const stop = await start(config, log, (error) => {
      process.stderr.write(`Storage stopped, so nothing can be saved: ${error.message}\n`)
      process.exit(1)
    })
    stopOnFault(process, { log, stop, exit: (code) => process.exit(code) })
    let stopping = false
    const onSignal = () => {
      // A second signal means that somebody does not want to wait.
      if (stopping) process.exit(1)
      stopping = true
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    }
    process.on('SIGTERM', onSignal)
    process.on('SIGINT', onSignal)
  } catch (error) {
    process.stderr.write(`Concordat could not start. ${inPlainWords(error, config)}\n`)
    process.exit(1)
  }
}

await main()
