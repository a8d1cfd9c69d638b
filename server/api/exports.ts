import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { reportToMarkdown } from '../../shared/export/markdown'
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
      const report = take(await reports.report(workshop.id, everything ? 'everything' : 'signed'))
      const { format } = c.req.valid('query')
      return new Response(format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : reportToMarkdown(report), {
        headers: {
          'content-type': format === 'json' ? 'application/json; charset=utf-8' : 'text/markdown; charset=utf-8',
          'content-disposition': `attachment; filename="${fileName(report)}.${format === 'json' ? 'json' : 'md'}"`,
          'cache-control': 'no-store',
        },
      })
    },
  )
  routes.get('/schemas/report.json', (c) => c.json(z.toJSONSchema(reportSchema)))
  return routes
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
