import { afterEach, expect, test, vi } from 'vitest'
import { call } from './call'

afterEach(() => {
  document.getElementById('brought')?.remove()
  vi.unstubAllGlobals()
})

/** As the server writes it into the page. */
function pageWith(answers: object): void {
  const element = document.createElement('script')
  element.type = 'application/json'
  element.id = 'brought'
  element.textContent = JSON.stringify(answers)
  document.head.append(element)
}

test('what came with the page is not asked for, but for the second time', async () => {
  const fetched = vi.fn(async () => Response.json({ board: false }))
  vi.stubGlobal('fetch', fetched)
  pageWith({ 'GET /api/config': { board: true } })
  expect(await call('GET', '/api/config')).toEqual({ ok: true, status: 200, body: { board: true } })
  expect(fetched).not.toHaveBeenCalled()
  expect(await call('GET', '/api/config')).toMatchObject({ body: { board: false } })
})

test('another link than the one that the page came for is asked about', async () => {
  const fetched = vi.fn(async () => Response.json({ workshop: 'Homes' }))
  vi.stubGlobal('fetch', fetched)
  pageWith({ 'POST /api/join/look {"token":"a"}': { workshop: 'Buses' } })
  expect(await call('POST', '/api/join/look', { body: { token: 'b' } })).toMatchObject({ body: { workshop: 'Homes' } })
  expect(await call('POST', '/api/join/look', { body: { token: 'a' } })).toMatchObject({ body: { workshop: 'Buses' } })
  expect(fetched).toHaveBeenCalledTimes(1)
})
