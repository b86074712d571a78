import type { LookupProviderId, ObservableKind } from '@sallyport/shared'

/** A value that something can be known of, in canonical form (canonicalObservable). */
export interface Observable {
  readonly kind: ObservableKind
  readonly value: string
}

/** How a provider may be asked now. */
export interface ProviderPace {
  /** Calls at a time, per replica. */
  readonly concurrency: number
  /** Calls a minute, over all replicas; undefined: as many as come. */
  readonly perMinute?: number | undefined
  /** Calls a UTC day, over all replicas; undefined: no quota. */
  readonly perDay?: number | undefined
}

/** What a provider said of one value. */
export type LookupAnswer =
  /** It knows the value. `facts` is JSON of at most 64 KB, in a shape that only the provider's module reads. */
  | {
      readonly kind: 'known'
      readonly facts: unknown
      readonly score?: number | undefined
      readonly expiresInSeconds: number
      readonly askAgainInSeconds?: number | undefined
    }
  /** It answered, and knows nothing of it. */
  | {
      readonly kind: 'unknown'
      readonly facts?: unknown
      readonly expiresInSeconds: number
      readonly askAgainInSeconds?: number | undefined
    }
  /** It has no answer yet (WildFire: 404 'not ready'). Asked again after a pause that grows with the attempts, up to `giveUpAfter` attempts. */
  | { readonly kind: 'later'; readonly reason: string; readonly pauseSeconds: number; readonly giveUpAfter: number }
  /** It refused this value for good: a wrong argument. Not asked again until somebody wants it. */
  | { readonly kind: 'failed'; readonly reason: string }

/** Why a provider could not be asked at all; thrown by ask(). `message` is for the settings page and never holds a secret. */
export class ProviderFault extends Error {
  constructor(
    /**
     * QUOTA: used up until `retryAt` (next UTC midnight when undefined). CREDENTIALS: nobody is asked until the settings change.
     * RATE: too fast, pause until `retryAt`. UNAVAILABLE: counts for the circuit breaker.
     */
    readonly fault: 'QUOTA' | 'CREDENTIALS' | 'RATE' | 'UNAVAILABLE',
    message: string,
    readonly options: ErrorOptions & { readonly retryAt?: number | undefined } = {},
  ) {
    super(message, options)
    this.name = 'ProviderFault'
  }
}

/** Somebody who is asked over the network about single values. Implemented by directories, reputation and wildfire. */
export interface LookupProvider {
  readonly id: LookupProviderId
  readonly kinds: readonly ObservableKind[]
  /** Largest number of values in one call of ask(); 1 for most. */
  readonly batchSize: number
  /** Whose usage its calls are counted with, where two share a quota (verdicts and reports of WildFire); its own unless told. */
  readonly usageOf?: LookupProviderId | undefined
  /** undefined: switched off or not set up; nothing is asked then. Cheap: asked before every call. */
  pace(): Promise<ProviderPace | undefined>
  /** Whether this value may be asked about when an alert names it (wanted: 'alert') or a person wants to know ('person'). */
  accepts(observable: Observable, wanted: 'alert' | 'person'): Promise<boolean>
  /** One answer per value, in their order. @throws ProviderFault when it could not be asked */
  ask(observables: readonly Observable[], signal: AbortSignal): Promise<readonly LookupAnswer[]>
  /**
   * Something that differs whenever what the provider asks with has changed: versions of its settings, never a secret. After wrong
   * CREDENTIALS it is asked again when this differs; without it, an hour after any settings of enrichment changed.
   */
  settingsVersion?(): Promise<string>
  /**
   * After an answer was stored, in no transaction: a place for consequences, such as a verdict that turned malicious. Must be
   * idempotent: it is called at least once per answer. When it fails it is tried again; when it goes on failing, or the server dies
   * before it has returned, the value is asked about again, and `before` is then the answer that is stored already.
   */
  answered?(changes: readonly LookupChange[]): Promise<void>
}

export interface LookupChange {
  readonly observable: Observable
  /** Facts stored before; undefined: none. */
  readonly before: unknown
  readonly answer: LookupAnswer
}
