import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const client = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(tsx?|css)$/.test(path) && !/\.test\.|gallery|testing/.test(path))
  .map((path) => ({ path: join('client', path), text: readFileSync(join('client', path), 'utf8') }))
const those = (holds: RegExp) => client.filter(({ text }) => holds.test(text)).map(({ path }) => path)

test('[L46] every dialog of the product is made of the one part that traps and returns focus', () => {
  expect(those(/kobalte\/core\/(dialog|alert-dialog)/)).toEqual([
    // what fills the whole screen has a shape of its own, and the same trap
    'client/facilitation/big-screen.tsx',
    'client/ui/dialog.tsx',
  ])
  expect(those(/(?<!\[)role="(alert)?dialog"|<dialog\b|aria-modal/)).toEqual(['client/ui/dialog.tsx'])
})

test('[L59] what moves asks first whether that is wanted, or is stopped by the one rule for all styles', () => {
  const base = client.find(({ path }) => path.endsWith('styles/base.css'))?.text ?? ''
  const stills =
    /@media \(prefers-reduced-motion: reduce\) \{\s*\*,\s*\*::before,\s*\*::after \{([\s\S]*?)\n {4}\}/.exec(base)
  for (const what of [
    'animation-duration: 1ms',
    'animation-iteration-count: 1',
    'transition-duration: 1ms',
    'scroll-behavior: auto',
  ])
    expect(stills?.[1]).toContain(`${what} !important`)
  const moves = those(/behavior: .*'smooth'|\.animate\(|duration: \d{2,}/).filter((path) => !path.endsWith('.css'))
  const asks = new Set(those(/prefers-reduced-motion|reducedMotion/))
  expect(moves.filter((path) => !asks.has(path))).toEqual([])
  expect(moves).toContain('client/outline/show-in-list.ts')
})
