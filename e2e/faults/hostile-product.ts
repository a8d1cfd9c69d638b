import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { openProduct, type Product } from '../fixtures/product'
import { PROBE } from './how-long'

const HOSTILE_PROBE = join(import.meta.dirname, 'hostile-probe.mjs')

/** Bytes; see hostile-probe.mjs. `most`: since it was last asked. */
export type Memory = { rss: number; heap: number; most: { rss: number; heap: number } }

/** The built product with the settings of a host, and somebody inside who can say what memory it holds. */
export function openWatched(): Promise<Product> {
  const probes = [PROBE, HOSTILE_PROBE].flatMap((probe) => ['--import', probe])
  return openProduct({ RATE_LIMITS: 'on', LOG_LEVEL: 'error' }, ['--expose-gc', ...probes])
}

export const memoryOf = (product: Product): Promise<Memory> => ask<Memory>(product, 'memory')

/** How long the server's turns were since it was last asked, ms. */
export const turnsOf = (product: Product) => ask<{ p99: number; most: number }>(product, 'loop-delay')

function ask<T>({ child }: Product, question: string): Promise<T> {
  return new Promise((resolve) => {
    child?.once('message', (answer) => resolve(answer as T))
    child?.send(question)
  })
}

/** How many WebSockets are in rooms. */
export async function connectionCount({ url }: Product): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/^concordat_connections (\d+)/m.exec(metrics)?.[1])
}

export async function untilConnected(product: Product, count: number): Promise<void> {
  // a question at a time, with room between them for what is waited for
  while ((await connectionCount(product)) !== count) await setTimeout(50)
}

/** Rejects when the server ends, for whoever would wait for its answers. */
export function theEndOf({ child, log }: Product): Promise<never> {
  return new Promise((_resolve, reject) => {
    child?.once('exit', (code, signal) => {
      reject(new Error(`the server has ended (${code ?? signal}):\n${log.slice(-20).join('\n')}`))
    })
  })
}

export const inMegabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`
