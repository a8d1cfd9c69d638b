type Answers = Record<string, unknown>

/** Read once, and less with each answer that is taken. */
const read = new WeakMap<Element, Answers>()

/**
 * An answer that came with the page, by what is asked (`server/api/brought-answers.ts`); for the first who asks, since it was
 * true as the page was sent. Undefined where there is none: then the server is asked.
 */
export function takeBrought(method: string, path: string, body: unknown): { body: unknown } | undefined {
  const asked = body === undefined ? `${method} ${path}` : `${method} ${path} ${JSON.stringify(body)}`
  const answers = brought()
  if (!Object.hasOwn(answers, asked)) return undefined
  const answer = answers[asked]
  delete answers[asked]
  return { body: answer }
}

/** The same without taking it from who asks. */
export function peekBrought<T>(method: string, path: string): T | undefined {
  return brought()[`${method} ${path}`] as T | undefined
}

function brought(): Answers {
  const element = globalThis.document?.getElementById('brought')
  if (!element) return {}
  const answers = read.get(element) ?? (JSON.parse(element.textContent ?? '') as Answers)
  read.set(element, answers)
  return answers
}
