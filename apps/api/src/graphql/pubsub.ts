import { Repeater, SlidingBuffer } from '@repeaterjs/repeater'
import type { HintSource } from '../platform/hints.js'
import type { Service } from '../platform/lifecycle.js'
import type { PubSub } from 'type-graphql'

/** Root value of a subscription event: what its @Root() gets. Hints of the last 200 ms (enforcement, enrichment, jobs: 500, sources: second) in one. */
export interface TopicMap {
  /** Batches after `fromBatch` up to and with `toBatch` (numbers of ingest_batch) were stored. */
  alerts: { readonly fromBatch: string; readonly toBatch: string; readonly resync: boolean }
  /** Ids (keys, not global ids) of incidents that were made or changed. */
  incidents: { readonly ids: readonly string[]; readonly resync: boolean }
  sources: { readonly resync: boolean }
  /** Keys of lists and devices that changed. */
  enforcement: { readonly listIds: readonly number[]; readonly deviceIds: readonly number[]; readonly resync: boolean }
  /** Values of which something new is known, as `KIND value`; whether settings changed. */
  enrichment: { readonly ids: readonly string[]; readonly settings: boolean; readonly resync: boolean }
  /** Keys of bulk jobs that got on. */
  jobs: { readonly ids: readonly string[]; readonly resync: boolean }
}
export type Topic = keyof TopicMap

const COALESCE_MS: Readonly<Record<Topic, number>> = {
  alerts: 200,
  incidents: 200,
  sources: 1_000,
  enforcement: 500,
  enrichment: 500,
  jobs: 500,
}
const TOPICS = Object.keys(COALESCE_MS) as Topic[]
/** More changed incidents or values in one event than this, and readers had better ask for all again. */
const IDS_MAX = 500
/** Events that a reader may lag behind; then it loses the oldest. */
const BUFFERED_EVENTS = 16

/**
 * The PubSub of type-graphql, fed by hints: `@Subscription(() => …, { topics: 'alerts' })`. Nothing is published
 * through it by hand. Its buffers slide, so that neither a burst nor a slow reader can grow them.
 */
export class HintPubSub implements PubSub, Service {
  readonly name = 'graphql-pubsub'
  private readonly listeners = new Map<string, Set<(event: unknown) => void>>()
  private readonly timers = new Map<Topic, NodeJS.Timeout>()
  private undo: (() => void)[] = []
  private alerts: { from: bigint; to: bigint } | undefined
  private newestBatch = 0n
  private readonly incidentIds = new Set<string>()
  private readonly listIds = new Set<number>()
  private readonly deviceIds = new Set<number>()
  private readonly observableIds = new Set<string>()
  private readonly jobIds = new Set<string>()
  private enrichmentSettings = false
  private readonly resync = new Set<Topic>()

  constructor(private readonly deps: { hints: HintSource }) {}

  async start(): Promise<void> {
    const { hints } = this.deps
    this.undo = [
      hints.on('alerts', ({ batch }) => this.addBatch(BigInt(batch))),
      hints.on('incidents', ({ ids }) => {
        for (const id of ids) this.incidentIds.add(id)
        this.schedule('incidents')
      }),
      hints.on('sources', () => this.schedule('sources')),
      hints.on('lists', ({ ids }) => this.addEnforced(this.listIds, ids)),
      hints.on('devices', ({ ids }) => this.addEnforced(this.deviceIds, ids)),
      hints.on('lookups', ({ ids }) => this.addObservables(ids)),
      hints.on('enrichmentSettings', () => {
        this.enrichmentSettings = true
        this.schedule('enrichment')
      }),
      hints.on('jobs', ({ ids }) => {
        for (const id of ids) this.jobIds.add(id)
        this.schedule('jobs')
      }),
      hints.on('resync', () => {
        for (const topic of TOPICS) {
          this.resync.add(topic)
          this.schedule(topic)
        }
      }),
    ]
  }

  async stop(): Promise<void> {
    for (const undo of this.undo.splice(0)) undo()
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
  }

  publish(topic: string, event: unknown): void {
    for (const listener of this.listeners.get(topic) ?? []) listener(event)
  }

  subscribe(topic: string): AsyncIterable<unknown> {
    return new Repeater<unknown>(async (push, stop) => {
      const listener = (event: unknown) => void push(event)
      const listeners = this.listeners.get(topic) ?? new Set()
      this.listeners.set(topic, listeners.add(listener))
      await stop
      listeners.delete(listener)
    }, new SlidingBuffer(BUFFERED_EVENTS))
  }

  private addBatch(batch: bigint): void {
    // Numbers become visible in order, but some are never used: begin where the last event ended.
    this.alerts ??= { from: this.newestBatch === 0n ? batch - 1n : this.newestBatch, to: batch }
    if (batch > this.alerts.to) this.alerts.to = batch
    this.schedule('alerts')
  }

  private addEnforced(changed: Set<number>, ids: readonly number[]): void {
    for (const id of ids) changed.add(id)
    this.schedule('enforcement')
  }

  private addObservables(ids: readonly string[]): void {
    // Very many are told of as none. What is too much for one event is not gathered either.
    if (ids.length === 0 || this.observableIds.size > IDS_MAX) this.resync.add('enrichment')
    else for (const id of ids) this.observableIds.add(id)
    this.schedule('enrichment')
  }

  private schedule(topic: Topic): void {
    if (this.timers.has(topic)) return
    this.timers.set(
      topic,
      setTimeout(() => this.emit(topic), COALESCE_MS[topic]),
    )
  }

  private emit(topic: Topic): void {
    this.timers.delete(topic)
    this.publish(topic, this.take(topic, this.resync.delete(topic)))
  }

  private take(topic: Topic, resync: boolean): TopicMap[Topic] {
    if (topic === 'sources') return { resync }
    if (topic === 'incidents') {
      const ids = [...this.incidentIds]
      this.incidentIds.clear()
      return ids.length > IDS_MAX ? { ids: [], resync: true } : { ids, resync }
    }
    if (topic === 'enforcement') {
      const event = { listIds: [...this.listIds], deviceIds: [...this.deviceIds], resync }
      this.listIds.clear()
      this.deviceIds.clear()
      return event
    }
    if (topic === 'enrichment') return this.takeEnrichment(resync)
    if (topic === 'jobs') {
      const ids = [...this.jobIds]
      this.jobIds.clear()
      return { ids, resync }
    }
    const { from, to } = this.alerts ?? { from: this.newestBatch, to: this.newestBatch }
    this.alerts = undefined
    this.newestBatch = to
    return { fromBatch: String(from), toBatch: String(to), resync }
  }

  private takeEnrichment(resync: boolean): TopicMap['enrichment'] {
    const ids = [...this.observableIds]
    const settings = this.enrichmentSettings
    this.observableIds.clear()
    this.enrichmentSettings = false
    return resync || ids.length > IDS_MAX ? { ids: [], settings, resync: true } : { ids, settings, resync: false }
  }
}
