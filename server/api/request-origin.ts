import { isIPv6 } from 'node:net'
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

/**
 * Where a request came from, for limits on how often: the address, of IPv6 the network, since whoever has one address
 * there has all of its 2^64. Proxies in front append to the header, so the last ones are theirs.
 */
export function senderOf(c: Asked & { env: ApiEnv['Bindings'] | undefined }, { trustProxy }: ProxyConfig): string {
  const direct = c.env?.incoming?.socket.remoteAddress ?? 'unknown'
  if (trustProxy === 0) return networkOf(direct)
  const hops = c.req.header('x-forwarded-for')?.split(',') ?? []
  return networkOf(hops.at(-trustProxy)?.trim() || direct)
}

/** `2001:db8:7:9::1` and `2001:db8:7:9:a:b:c:d` are of one network; an IPv4 address in IPv6 clothes is itself. */
export function networkOf(address: string): string {
  const [bare = address] = address.split('%')
  const [, inside] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare) ?? []
  if (inside !== undefined) return inside
  if (!isIPv6(bare)) return address
  const [head = [], tail = []] = bare.split('::').map((half) => half.split(':').filter((group) => group !== ''))
  const left = bare.includes('::')
    ? [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail]
    : head
  return left
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
