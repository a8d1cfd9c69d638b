import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Config } from '../config'

/**
 * The server's secret, which signs join links. Made once and kept in a file that only this account can read; a new one
 * would make every link shown before useless. With no file to keep it in, it lives as long as the process.
 */
export async function secretOf({ secret, secretFile }: Pick<Config, 'secret' | 'secretFile'>): Promise<string> {
  if (secret !== undefined) return secret
  const made = randomBytes(32).toString('base64url')
  if (secretFile === undefined) return made
  await mkdir(dirname(secretFile), { recursive: true, mode: 0o700 })
  try {
    await writeFile(secretFile, `${made}\n`, { mode: 0o600, flag: 'wx' })
    return made
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const kept = (await readFile(secretFile, 'utf8')).trim()
    if (kept.length < 32) throw new Error(`${secretFile} holds no usable secret. Put the right one back from a backup.`)
    return kept
  }
}
