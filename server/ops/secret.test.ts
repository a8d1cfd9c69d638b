import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { secretOf } from './secret'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concordat-secret-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('a secret is made once, for this account only, and kept', async () => {
  const secretFile = join(folder, 'data/secret')
  const made = await secretOf({ secret: undefined, secretFile })
  expect(made).toMatch(/^[\w-]{43}$/)
  expect((await stat(secretFile)).mode & 0o777).toBe(0o600)
  expect(await secretOf({ secret: undefined, secretFile })).toBe(made)
  expect((await readFile(secretFile, 'utf8')).trim()).toBe(made)
})

test('a secret that is set is used, and nothing written', async () => {
  const secretFile = join(folder, 'secret')
  expect(await secretOf({ secret: 'set by the host, as it likes to', secretFile })).toBe(
    'set by the host, as it likes to',
  )
  await expect(stat(secretFile)).rejects.toThrow()
})

test('an emptied file is not taken for a secret, since every link would open for anybody', async () => {
  const secretFile = join(folder, 'secret')
  await writeFile(secretFile, '\n')
  await expect(secretOf({ secret: undefined, secretFile })).rejects.toThrow(/holds no usable secret/)
})
