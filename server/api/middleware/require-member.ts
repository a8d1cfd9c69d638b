import { createMiddleware } from 'hono/factory'
import type { WorkshopId } from '../../../shared/domain/ids'
import type { Access } from '../../access/access'
import type { Command } from '../../access/permissions'
import type { ApiEnv, MemberEnv } from '../api-env'
import { take } from '../respond'

/**
 * The guard of every address under `/api/workshops/{id}`: lets through who is a member there and whose role may give this
 * command. What it lets through finds the caller's seat in `c.var.seat`.
 */
export function requireMember(access: Access, command: Command) {
  return createMiddleware<ApiEnv & MemberEnv>(async (c, next) => {
    const workshopId = (c.req.param('id') ?? '') as WorkshopId
    c.set('seat', take(await access.admit(c.var.session?.hash, workshopId, command)))
    await next()
  })
}
