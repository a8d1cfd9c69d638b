import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { type Report, reportSchema } from '../../shared/export/report-schema'
import { exportQuery } from '../../shared/protocol/http'
import { may } from '../access/permissions'
import type { ApiEnv, ApiServices } from './api-env'
import { requireMember } from './middleware/require-member'
import { respondToInvalid, take } from './respond'
import { ofWorkshop } from './route'

/** What leaves the room. The JSON export is the report itself; its JSON Schema is served beside it. */
export function exportRoutes({ access, reports }: Pick<ApiServices, 'access' | 'reports'>) {
  const routes = new OpenAPIHono<ApiEnv>({ defaultHook: respondToInvalid }).openapi(
    createRoute({
      method: 'get',
      path: '/workshops/{id}/export',
      summary: 'The workshop as a file; observers get what is signed',
      middleware: [requireMember(access, 'export-signed')] as const,
      request: { params: ofWorkshop, query: exportQuery },
      responses: {
        200: {
          description: 'The file',
          content: { 'text/markdown': { schema: z.string() }, 'application/json': { schema: reportSchema } },
        },
      },
    }),
    async (c) => {
      const { member, workshop } = c.var.seat
      const everything = may(member.role, 'export-all', workshop.endedAt).ok
      const scope = everything ? 'everything' : 'signed'
      if (c.req.valid('query').format === 'json') {
        const report = take(await reports.report(workshop.id, scope))
        return asFile(`${JSON.stringify(report, null, 2)}\n`, 'application/json', `${fileName(report)}.json`)
      }
      const { report, text } = take(await reports.markdown(workshop.id, scope))
      return asFile(text, 'text/markdown', `${fileName(report)}.md`)
    },
  )
  routes.get('/schemas/report.json', (c) => c.json(z.toJSONSchema(reportSchema)))
  return routes
}

function asFile(text: string, type: string, name: string): Response {
  return new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}

/** "homelessness-funding-2026-03-04": letters and digits only, so that every system takes it. */
function fileName({ workshop, generatedAt }: Report): string {
  const words = workshop.title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${words || 'workshop'}-${generatedAt.slice(0, 10)}`
}
