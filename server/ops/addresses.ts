import { networkInterfaces } from 'node:os'

/** Origins of this machine in its networks, to suggest where links reach only this computer. */
export function networkOrigins(port: number): string[] {
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return own
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'))
    .map(({ address }) => `http://${address}:${port}`)
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?|0\.0\.0\.0)$/

/** Do links with this origin open on other devices? */
export function reachOf(origin: string): 'this-computer' | 'network' {
  return LOOPBACK.test(new URL(origin).hostname) ? 'this-computer' : 'network'
}
