import type { LookupProviderId } from '@sallyport/shared'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { ProviderHealth } from './provider-health.js'

/** What look-ups tell Prometheus. */
export class LookupMetrics {
  private readonly lookups: Counter<'provider' | 'outcome'>

  constructor(registry: Registry, health: Pick<ProviderHealth, 'waiting'>) {
    const registers = [registry]
    this.lookups = new Counter({
      name: 'sallyport_lookups_total',
      help: 'Values that providers were asked about, by outcome: known, unknown, later, failed, or the fault that kept them from being asked',
      labelNames: ['provider', 'outcome'],
      registers,
    })
    new Gauge({
      name: 'sallyport_lookups_waiting',
      help: 'Values that wait to be asked about',
      labelNames: ['provider'],
      registers,
      async collect() {
        // A database that is away must not take the other figures with it.
        const waiting = await health.waiting().catch(() => undefined)
        this.reset()
        for (const [provider, count] of waiting ?? []) this.set({ provider }, count)
      },
    })
  }

  count(provider: LookupProviderId, outcome: string, values: number): void {
    this.lookups.inc({ provider, outcome }, values)
  }
}
