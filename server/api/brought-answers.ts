import type { Context } from 'hono'
import type { ApiEnv } from './api-env'

/** What a page asks the server for as soon as its code runs. */
type Question = { method: 'GET' | 'POST'; path: string; body?: unknown }

/** The product as it answers a browser, limits and all. */
export type Ask = (request: Request, env: ApiEnv['Bindings']) => Response | Promise<Response>

/** By the address of the page. Ids are of these letters; nothing else is asked for. */
const QUESTIONS: readonly (readonly [RegExp, (id: string) => Question[]])[] = [
  [/^\/join\/([A-Za-z0-9_.-]+)\/?$/, (token) => [{ method: 'POST', path: '/api/join/look', body: { token } }]],
  [
    /^\/w\/([A-Za-z0-9_-]+)(\/|$)/,
    (id) => [
      { method: 'GET', path: '/api/config' },
      { method: 'GET', path: `/api/workshops/${id}` },
    ],
  ],
]

/** What tells who asks, and from where; not from which page, which is nobody's but the browser's to say. */
const PASSED_ON = ['cookie', 'host', 'x-forwarded-for', 'x-forwarded-proto']

export type Brought = { answers: Record<string, unknown>; cookies: string[] }

/**
 * The answers that a page begins with, so that they come with it: on a slow line to ask for them costs half a second. By what
 * is asked (`client/connection/brought.ts` knows them by the same words). A refusal is not brought: the page asks, and hears it.
 */
export async function broughtAnswers(c: Context<ApiEnv>, ask: Ask): Promise<Brought> {
  const brought: Brought = { answers: {}, cookies: [] }
  for (const question of questionsOf(c.req.path)) {
    const answer = await ask(requestFor(question, c), c.env)
    if (answer.status !== 200) continue
    const { method, path, body } = question
    const asked = body === undefined ? `${method} ${path}` : `${method} ${path} ${JSON.stringify(body)}`
    brought.answers[asked] = await answer.json()
    brought.cookies.push(...answer.headers.getSetCookie())
  }
  return brought
}

function questionsOf(path: string): Question[] {
  for (const [pattern, questions] of QUESTIONS) {
    const [, id] = pattern.exec(path) ?? []
    if (id !== undefined) return questions(id)
  }
  return []
}

function requestFor({ method, path, body }: Question, c: Context<ApiEnv>): Request {
  const headers = new Headers()
  for (const name of PASSED_ON) {
    const value = c.req.header(name)
    if (value !== undefined) headers.set(name, value)
  }
  if (body !== undefined) headers.set('content-type', 'application/json')
  return new Request(new URL(path, c.req.url), {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  })
}
