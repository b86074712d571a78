import { collectDefaultMetrics, Registry } from 'prom-client'

export type { Registry }

/** The registry of one server; parts register what they count. */
export function createMetrics(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'sallyport_' })
  return registry
}
