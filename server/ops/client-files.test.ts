import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClientFiles, openClientFiles } from './client-files'

let folder: string
let files: ClientFiles
const SCRIPT = 'console.log("here");'.repeat(50)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concordat-client-'))
  await mkdir(join(folder, 'dist/assets'), { recursive: true })
  await mkdir(join(folder, 'dist/.vite'))
  await writeFile(join(folder, 'secret'), 'not to be served')
  await writeFile(join(folder, 'dist/index.html'), '<!doctype html><head></head><title>Concordat</title>')
  await writeFile(join(folder, 'dist/assets/main-abc123.js'), SCRIPT)
  await writeFile(join(folder, 'dist/favicon.svg'), '<svg/>')
  await writeFile(join(folder, 'dist/.vite/manifest.json'), '{"routes/join.tsx":{"file":"assets/join-1.js"}}')
  files = await openClientFiles(join(folder, 'dist'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('what is named by its content is kept for ever, other files for an hour, the page never', async () => {
  expect((await files.file('/assets/main-abc123.js', ''))?.cacheControl).toBe('public, max-age=31536000, immutable')
  expect((await files.file('/favicon.svg', ''))?.cacheControl).toBe('public, max-age=3600')
  expect(await files.page('/', '')).toMatchObject({ cacheControl: 'no-store', type: 'text/html; charset=utf-8' })
})

test('files go out as small as the browser can read', async () => {
  const brotli = await files.file('/assets/main-abc123.js', 'gzip, deflate, br')
  expect(brotli?.encoding).toBe('br')
  expect(brotliDecompressSync(brotli?.bytes ?? new Uint8Array()).toString()).toBe(SCRIPT)
  const zipped = await files.file('/assets/main-abc123.js', 'gzip')
  expect(gunzipSync(zipped?.bytes ?? new Uint8Array()).toString()).toBe(SCRIPT)
  expect((await files.file('/assets/main-abc123.js', ''))?.encoding).toBe('identity')
})

test('the page names in its head what the page at that address begins with', async () => {
  const { bytes, encoding } = (await files.page('/join/abc', 'br')) ?? { bytes: new Uint8Array(), encoding: '' }
  expect(encoding).toBe('br')
  expect(brotliDecompressSync(bytes).toString()).toBe(
    '<!doctype html><head><link rel="modulepreload" crossorigin href="/assets/join-1.js"></head><title>Concordat</title>',
  )
  expect(Buffer.from((await files.page('/help', ''))?.bytes ?? []).toString()).not.toContain('join-1.js')
})

test.each([
  '/../secret',
  '/assets/../../secret',
  '/assets',
  '/assets/',
  '/',
  '/.vite/manifest.json',
  '/none.js',
  '/index.html',
])('%s is no file', async (path) => expect(await files.file(path, '')).toBeUndefined())

test('before anything is built there is no page', async () => {
  const none = await openClientFiles(join(folder, 'nothing'))
  expect(await none.page('/', '')).toBeUndefined()
})
