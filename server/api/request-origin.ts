import type { Config } from '../config'
import type { ApiEnv } from './api-env'

/** What is read of a request, whatever else its context carries. */
type Asked = { req: { header(name: string): string | undefined; url: string } }

type ProxyConfig = Pick<Config, 'publicUrl' | 'trustProxy'>

/** The origin that this person sees in their address bar: as configured, else as the request says. */
export function originOf(c: Asked, { publicUrl, trustProxy }: ProxyConfig): string {
  if (publicUrl !== undefined) return publicUrl
  const forwarded = trustProxy > 0 ? c.req.header('x-forwarded-proto') : undefined
  const host = c.req.header('host') ?? new URL(c.req.url).host
  return `${forwarded === 'https' ? 'https' : 'http'}://${host}`
}

/** Where a request came from, for limits on how often. Proxies in front append to the header, so the last ones are theirs. */
export function senderOf(c: Asked & { env: ApiEnv['Bindings'] | undefined }, { trustProxy }: ProxyConfig): string {
  const direct = c.env?.incoming?.socket.remoteAddress ?? 'unknown'
  if (trustProxy === 0) return direct
  const hops = c.req.header('x-forwarded-for')?.split(',') ?? []
  return hops.at(-trustProxy)?.trim() || direct
}
