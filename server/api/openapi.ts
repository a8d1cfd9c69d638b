import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from '@hono/zod-openapi'
import { refusalBody } from '../../shared/protocol/http-bodies'
import type { ApiEnv } from './api-env'

/** The document for machines, made from the routes. Every operation may be refused in the same form. */
export function openApiDocument(routes: OpenAPIHono<ApiEnv>) {
  const document = routes.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Concordat',
      version: '1',
      description: 'Commands and readings of a workshop. What people write together goes over WebSocket: see /sync.',
    },
  })
  const { $schema: _, ...schema } = z.toJSONSchema(refusalBody)
  const refused = {
    description: 'A refusal: what is not possible, as a code from one table, and the field at fault',
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
  }
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path)) {
      if (typeof operation === 'object' && operation !== null && 'responses' in operation) {
        Object.assign(operation.responses as object, { default: refused })
      }
    }
  }
  return {
    ...document,
    components: { ...document.components, schemas: { ...document.components?.schemas, Refusal: schema } },
  }
}
