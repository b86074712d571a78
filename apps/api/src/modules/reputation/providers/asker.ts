import type { ReputationProviderType } from '@sallyport/shared'
import type { ReputationFacts } from '../reputation-facts.js'
import type { Observable } from '../../enrichment/index.js'

/** What a provider said; how long that holds is a matter of settings. */
export type Finding =
  | { readonly kind: 'known'; readonly facts: ReputationFacts; readonly score: number }
  | { readonly kind: 'known'; readonly facts: { readonly names: readonly string[] }; readonly score?: undefined }
  | { readonly kind: 'unknown'; readonly facts?: ReputationFacts | undefined }
  | { readonly kind: 'later'; readonly reason: string; readonly pauseSeconds: number; readonly giveUpAfter: number }
  | { readonly kind: 'failed'; readonly reason: string }

/** With what a provider is asked. */
export interface Access {
  /** Without a slash at the end; empty for those that are no HTTP server. */
  readonly baseUrl: string
  /** undefined: the provider needs none. */
  readonly apiKey: string | undefined
}

/** Puts one question to a provider. */
export interface Asker {
  readonly type: ReputationProviderType
  /** @throws ProviderFault when it could not be asked; the reason of the signal when that was aborted */
  ask(observable: Observable, access: Access, signal: AbortSignal): Promise<Finding>
}
