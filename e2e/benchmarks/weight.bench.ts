import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createWorkshop, Device, linkOf } from '../actors/device'
import { openProduct } from '../fixtures/product'
import { machine, openChromium, print } from './chromium'

/** What each page loads, as gzip; the goal: join page ≤ 70 kB of JavaScript and CSS, the board's own part ≤ 420 kB. */
const product = await openProduct()
const browser = await openChromium()
print(`Weight of pages, gzip -9 of what was loaded. ${machine()}`)
try {
  const facilitator = new Device(product.url)
  const created = await createWorkshop(facilitator)
  const join_ = await loadedBy(`/join/${linkOf(created, 'everyone').token}`)
  report('join page', join_)
  report('home', await loadedBy('/'))
  const list = await loadedBy(`/w/${created.workshop.id}/list`, facilitator)
  report('list', list)
  const board = await loadedBy(`/w/${created.workshop.id}`, facilitator)
  report('board', board)
  const own = [...board].filter((path) => !list.has(path))
  report('board, beyond the list', new Set(own))
  const forbidden = [...join_, ...list].filter((path) => /tldraw|react/i.test(path) || /tldraw/i.test(textOf(path)))
  print(`tldraw or React on join page or list: ${forbidden.length === 0 ? 'none' : forbidden.join(', ')}`)
} finally {
  await browser.close()
  await product.close()
}

/** Paths of scripts and styles that a fresh browser loads for an address, until nothing more comes. */
async function loadedBy(path: string, as?: Device): Promise<Set<string>> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  if (as) {
    const [name = '', value = ''] = as.cookie.split('=')
    await context.addCookies([{ name, value, url: product.url }])
  }
  const page = await context.newPage()
  const loaded = new Set<string>()
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    if (/\.(js|css)$/.test(pathname)) loaded.add(pathname)
  })
  await page.goto(product.url + path, { waitUntil: 'networkidle' })
  await context.close()
  return loaded
}

function textOf(path: string): string {
  return path.endsWith('.js') ? readFileSync(fileOf(path), 'utf8') : ''
}

function fileOf(path: string): string {
  return join(import.meta.dirname, '../../dist/client', path)
}

function report(name: string, paths: ReadonlySet<string>): void {
  const size = (ending: string) =>
    [...paths]
      .filter((path) => path.endsWith(ending))
      .reduce((sum, path) => sum + gzipSync(readFileSync(fileOf(path)), { level: 9 }).length, 0) / 1000
  const [script, style] = [size('.js'), size('.css')]
  print(
    `${name.padEnd(24)} ${paths.size} files · JS ${script.toFixed(1)} kB · CSS ${style.toFixed(1)} kB · together ${(script + style).toFixed(1)} kB`,
  )
}
