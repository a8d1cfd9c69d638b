import { Hono } from 'hono'
import type { ClientFiles, Served } from '../ops/client-files'
import type { ApiEnv } from './api-env'
import { type Ask, broughtAnswers } from './brought-answers'

/** The addresses of pages; whatever else is asked for gets the same page with 404, which says that there is nothing. */
const PAGES =
  /^\/(new|join|join\/[^/]+|w\/[^/]+(\/(list|sort|results|agreement|plan|record|copies(\/[^/]+)?|show))?|review\/[^/]+|privacy|accessibility|help)?\/?$/

/** The built client: its files, and its one page for every address of the product, with the answers that it begins with. */
export function pageRoutes(files: ClientFiles, ask: Ask) {
  return new Hono<ApiEnv>().get('*', async (c) => {
    const accept = c.req.header('accept-encoding') ?? ''
    const file = await files.file(c.req.path, accept)
    if (file) return answer(file, 200)
    if (c.req.path.startsWith('/assets/')) return c.text('Not found', 404)
    const isPage = PAGES.test(c.req.path)
    const { answers, cookies } = isPage ? await broughtAnswers(c, ask) : { answers: {}, cookies: [] }
    const page = await files.page(c.req.path, accept, answers)
    if (!page) return c.text('The pages are not built yet. Run: npm run build', 503)
    const response = answer(page, isPage ? 200 : 404)
    for (const cookie of cookies) response.headers.append('set-cookie', cookie)
    return response
  })
}

function answer({ bytes, type, encoding, cacheControl }: Served, status: number): Response {
  const headers = new Headers({ 'content-type': type, 'cache-control': cacheControl, vary: 'accept-encoding' })
  if (encoding !== 'identity') headers.set('content-encoding', encoding)
  return new Response(bytes as Uint8Array<ArrayBuffer>, { status, headers })
}
