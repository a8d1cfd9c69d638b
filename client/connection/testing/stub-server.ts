import { vi } from 'vitest'

type Answer = { status: number; body: unknown }
/** A promise keeps the asker waiting until the test settles it. */
type Answers = Answer | Promise<Answer> | typeof onItsWay
type Asked = { what: string; body: unknown }

/**
 * A server for component tests: answers what it was told to, "METHOD /path" by "METHOD /path", and keeps what it was
 * asked. A list answers one after another, its last for ever. What it was not told about does not answer at all.
 */
export function stubServer(answers: Record<string, Answers | Answers[]>): { asked: Asked[] } {
  const asked: Asked[] = []
  const left = new Map(Object.entries(answers).map(([what, answer]) => [what, [answer].flat()]))
  vi.stubGlobal('fetch', async (path: string, request: { method?: string; body?: string }) => {
    const what = `${request.method ?? 'GET'} ${path}`
    asked.push({ what, body: request.body === undefined ? undefined : JSON.parse(request.body) })
    const queue = left.get(what)
    const answer = queue && queue.length > 1 ? queue.shift() : queue?.[0]
    if (!answer) throw new TypeError('no connection')
    if (answer === onItsWay) return new Promise<Response>(() => {})
    const { body, status } = await answer
    return new Response(JSON.stringify(body), { status })
  })
  return { asked }
}

/** An answer that has not come yet. */
export const onItsWay = 'on its way'

export const answered = (body: unknown, status = 200): Answer => ({ status, body })
type More = { status?: number; field?: string; detail?: object }

export const refused = (refusal: string, { status = 400, ...more }: More = {}): Answer => ({
  status,
  body: { refusal, ...more },
})
