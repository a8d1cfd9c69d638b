import { z } from '@hono/zod-openapi'

/** One kind of answer. Refusals are thrown and described for every route at once, in openapi.ts. */
export function json<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } }
}

/** The body of a request. Required: without one the fields that are needed are said to be missing. */
export function body<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } }
}

export const ofWorkshop = z.object({ id: z.string().max(40) })
