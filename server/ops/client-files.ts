import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { answersIn, headFor, type Manifest } from './page-heads'

type Encoding = 'br' | 'gzip' | 'identity'
export type Served = { bytes: Uint8Array; type: string; encoding: Encoding; cacheControl: string }

/** The built pages. What is not listed at the start is not there: no path from a request ever reaches the disk. */
export interface ClientFiles {
  /** A file by its path, such as `/assets/main-abc.js`; undefined when there is none. */
  file(path: string, acceptEncoding: string): Promise<Served | undefined>
  /**
   * The one page that every address of the product starts with; undefined when nothing was built. Its head names what the
   * page at `path` will need, and holds the `answers` that it begins with.
   */
  page(path: string, acceptEncoding: string, answers?: Record<string, unknown>): Promise<Served | undefined>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}
const COMPRESSED = /^(text\/|application\/(json|manifest)|image\/svg)/

const PAGE = '/index.html'
/** Beside each file of the build lies the same, made as small as it goes. */
const SQUEEZED = '.br'
/** Vite names what lies here after its content. */
const NAMED_BY_CONTENT = /^\/assets\//

export async function openClientFiles(folder: string): Promise<ClientFiles> {
  const paths = new Set(await listed(folder))
  const manifest = await manifestIn(folder)
  /** Each file in each encoding, made once. A few megabytes in all. */
  const made = new Map<string, Promise<Uint8Array>>()

  function bytesOf(path: string, encoding: Encoding): Promise<Uint8Array> {
    const key = `${encoding} ${path}`
    const isSqueezed = encoding === 'br' && paths.has(path + SQUEEZED)
    const read = () => readFile(join(folder, isSqueezed ? path + SQUEEZED : path))
    const bytes = made.get(key) ?? read().then((found) => (isSqueezed ? found : encoded(found, encoding)))
    made.set(key, bytes)
    bytes.catch(() => made.delete(key))
    return bytes
  }

  async function serve(path: string, acceptEncoding: string): Promise<Served | undefined> {
    if (!paths.has(path) || path.endsWith(SQUEEZED)) return undefined
    const type = TYPES[extname(path)] ?? 'application/octet-stream'
    const encoding = COMPRESSED.test(type) ? preferred(acceptEncoding) : 'identity'
    return { bytes: await bytesOf(path, encoding), type, encoding, cacheControl: cacheFor(path) }
  }

  async function page(
    path: string,
    acceptEncoding: string,
    answers: Record<string, unknown> = {},
  ): Promise<Served | undefined> {
    const plain = await serve(PAGE, '')
    if (!plain) return undefined
    const html = Buffer.from(plain.bytes)
      .toString()
      .replace('</head>', () => `${headFor(path, manifest)}${answersIn(answers)}</head>`)
    const encoding = preferred(acceptEncoding)
    return { ...plain, encoding, bytes: await encoded(Buffer.from(html), encoding) }
  }

  return { file: async (path, accept) => (path === PAGE ? undefined : serve(path, accept)), page }
}

/** Where the build says which source became which file; without it pages have no more in their heads. */
async function manifestIn(folder: string): Promise<Manifest> {
  try {
    return JSON.parse(await readFile(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest
  } catch {
    return {}
  }
}

async function listed(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join('/'))
      .map((path) => (path.startsWith('/') ? path : `/${path}`))
      .filter((path) => !path.includes('/.'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function cacheFor(path: string): string {
  if (path === PAGE) return 'no-store'
  return NAMED_BY_CONTENT.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'
}

function preferred(acceptEncoding: string): Encoding {
  if (/\bbr\b/.test(acceptEncoding)) return 'br'
  return /\bgzip\b/.test(acceptEncoding) ? 'gzip' : 'identity'
}

function encoded(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> | Uint8Array {
  if (encoding === 'br') return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return encoding === 'gzip' ? zip(bytes, { level: 9 }) : bytes
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
