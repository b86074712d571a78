import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { CounterSheet } from './counters.js'
import type { IngestGauges } from './ingest-status.js'

/** What ingest tells Prometheus. */
export class IngestMetrics {
  readonly #lines: Counter<'outcome' | 'detail'>
  readonly #batchSeconds: Histogram

  constructor(registry: Registry, gauges: () => IngestGauges) {
    const registers = [registry]
    this.#lines = new Counter({
      name: 'sallyport_ingest_lines_total',
      help: 'Syslog lines by outcome; detail is the log type of lines set aside, and the reason of unreadable and dropped ones',
      labelNames: ['outcome', 'detail'],
      registers,
    })
    this.#batchSeconds = new Histogram({
      name: 'sallyport_ingest_batch_seconds',
      help: 'Time to store a batch',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    })
    const gauge = (name: string, help: string, read: (now: IngestGauges) => number) =>
      new Gauge({
        name,
        help,
        registers,
        collect() {
          this.set(read(gauges()))
        },
      })
    gauge('sallyport_ingest_queued_lines', 'Lines that wait in memory', now => now.queuedLines)
    gauge('sallyport_ingest_spooled_batches', 'Batches that wait on disk for the database', now => now.spooledBatches)
    gauge('sallyport_ingest_spooled_bytes', 'Size of the spool on disk', now => now.spooledBytes)
    gauge('sallyport_ingest_database_available', '1 while batches can be stored', now => (now.databaseAvailable ? 1 : 0))
  }

  count(counts: CounterSheet): void {
    // Counts below zero take back what was counted before; a counter of Prometheus only grows.
    counts.forEach(({ outcome, detail }, count) => this.#lines.inc({ outcome, detail }, Math.max(count, 0)))
  }

  /** Call the result when the batch is stored. */
  startBatch(): () => void {
    return this.#batchSeconds.startTimer()
  }
}
