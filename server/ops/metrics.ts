import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** Numbers for machines. Labels are route patterns and statuses, never anything a person wrote. */
export interface Metrics {
  observeRequest(request: { method: string; route: string; status: number; seconds: number }): void
  /** A number read whenever somebody asks. */
  gauge(name: string, help: string, read: () => number): void
  text(): Promise<string>
  contentType: string
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'concordat_http_request_seconds',
    help: 'How long HTTP requests took.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
    registers: [registry],
  })
  return {
    observeRequest: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers: [registry],
        collect() {
          this.set(read())
        },
      })
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
