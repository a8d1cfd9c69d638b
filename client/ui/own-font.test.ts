import { afterEach, expect, test, vi } from 'vitest'
import { useOwnFont } from './own-font'

afterEach(() => vi.restoreAllMocks())

/** A page whose code began to run so many ms after it was asked for. */
function startedAfter(ms: number) {
  vi.spyOn(performance, 'now').mockReturnValue(ms)
  const html = document.createElement('html')
  let comes: () => void = () => undefined
  useOwnFont(html, (run) => (comes = run))
  return { html, pageComes: () => comes() }
}

test('words are in the product’s own font from the start', () => {
  expect(startedAfter(300).html.dataset.font).toBe('own')
})

test('on a slow line the font waits for what one came for', () => {
  const { html, pageComes } = startedAfter(2_200)
  expect(html.dataset.font).toBeUndefined()
  pageComes()
  expect(html.dataset.font).toBe('own')
})
