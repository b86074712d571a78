/**
 * Hints tell that something changed, never what it is now: readers ask the database. They travel over
 * PostgreSQL NOTIFY, so every replica hears them, in the order of the commits. A lost connection is told as `resync`.
 */
export interface HintMap {
  /** Batch number (ingest_batch.id) that was committed. */
  alerts: { readonly batch: string }
  /** Ids of incidents that were made or changed. */
  incidents: { readonly ids: readonly string[] }
  /** A source, a firewall or the counters changed. */
  sources: Record<string, never>
  /** Ids of lists whose entries, settings or published versions changed. */
  lists: { readonly ids: readonly number[] }
  /** Ids of devices whose settings, mappings or runs changed. */
  devices: { readonly ids: readonly number[] }
  /** Values that are to be asked about, or of which something new is known, as `KIND value`; none: very many. */
  lookups: { readonly ids: readonly string[] }
  /** Settings of enrichment (directories, networks, providers, feeds) changed, or a feed has a new body. */
  enrichmentSettings: Record<string, never>
  /** Ids of match conditions that changed. */
  rules: { readonly ids: readonly number[] }
  /** Matches are due, or more was done about some. */
  ruleMatches: Record<string, never>
  /** Ids of bulk jobs that got on. */
  jobs: { readonly ids: readonly string[] }
  /** Deliveries are due. */
  deliveries: Record<string, never>
  sessionEnded: { readonly sessionId: string }
  /** Hints may have been missed: readers start over. */
  resync: Record<string, never>
}
export type HintTopic = keyof HintMap
export type HintListener<T extends HintTopic> = (hint: HintMap[T]) => void

/** PostgreSQL channel of all hints; the payload is JSON `{"topic": …, "hint": …}` of at most 7,900 bytes. */
export const HINT_CHANNEL = 'sallyport_hints'

export interface HintSource {
  /** Returns the undo. */
  on<T extends HintTopic>(topic: T, listener: HintListener<T>): () => void
}

export interface HintSink {
  publish<T extends Exclude<HintTopic, 'resync'>>(topic: T, hint: HintMap[T]): Promise<void>
}
