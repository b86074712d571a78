import type { LookupProviderId, ObservableKind } from '@sallyport/shared'
import { answersAbout, isReady, PROVIDER_PROFILES, type ProviderSettings, type ReputationSettings } from './provider-settings.js'
import type { Access, Asker, Finding } from './providers/asker.js'
import { ProviderFault, type LookupAnswer, type LookupProvider, type Observable, type ProviderPace } from '../enrichment/index.js'
import type { SecretBox } from '../../platform/secret-box.js'

/** What may be told to the outside (OutsidePolicy of enrichment). */
export interface AskingPolicy {
  /** undefined: it may be asked about. */
  reasonNotToAsk(observable: Observable): Promise<string | undefined>
}

/** Purpose that keys are sealed for. */
export const REPUTATION_API_KEY = 'reputation.apiKey'

/** "Knows nothing" may be over soon: those who attack today were unknown yesterday. */
const UNKNOWN_CACHE_MAX_SECONDS = 6 * 3_600

export interface ReputationProviderDeps {
  readonly asker: Asker
  readonly settings: Pick<ReputationSettings, 'of'>
  readonly policy: AskingPolicy
  readonly secrets: Pick<SecretBox, 'open'>
}

/** A reputation provider as enrichment asks it: settings, key and cache times around the question itself. */
export class ReputationProvider implements LookupProvider {
  readonly id: LookupProviderId
  readonly kinds: readonly ObservableKind[]
  readonly batchSize = 1

  constructor(private readonly deps: ReputationProviderDeps) {
    this.id = deps.asker.type
    this.kinds = PROVIDER_PROFILES[deps.asker.type].kinds
  }

  /** 0 in the settings is no limit. */
  async pace(): Promise<ProviderPace | undefined> {
    const settings = await this.deps.settings.of(this.deps.asker.type)
    if (!isReady(settings)) return undefined
    return {
      concurrency: PROVIDER_PROFILES[settings.type].concurrency,
      perMinute: settings.perMinute || undefined,
      perDay: settings.dailyQuota || undefined,
    }
  }

  async accepts(observable: Observable, wanted: 'alert' | 'person'): Promise<boolean> {
    if (!answersAbout(this.deps.asker.type, observable)) return false
    if (wanted === 'alert' && needsPerson(observable)) return false
    return (await this.deps.policy.reasonNotToAsk(observable)) === undefined
  }

  async ask(observables: readonly Observable[], signal: AbortSignal): Promise<readonly LookupAnswer[]> {
    const settings = await this.deps.settings.of(this.deps.asker.type)
    const access = accessOf(settings, this.deps.secrets)
    const answers: LookupAnswer[] = []
    for (const observable of observables) answers.push(toAnswer(await this.deps.asker.ask(observable, access, signal), settings))
    return answers
  }
}

/** A URL may hold secrets, such as tokens and names: it is told to others only when a person wants to know. */
export const needsPerson = ({ kind }: Observable): boolean => kind === 'URL'

/** @throws ProviderFault CREDENTIALS when the stored key cannot be opened */
export function accessOf(settings: ProviderSettings, secrets: Pick<SecretBox, 'open'>): Access {
  const { name, defaultBaseUrl } = PROVIDER_PROFILES[settings.type]
  const baseUrl = settings.baseUrl ?? defaultBaseUrl ?? ''
  if (settings.apiKeySealed === null) return { baseUrl, apiKey: undefined }
  try {
    return { baseUrl, apiKey: secrets.open(REPUTATION_API_KEY, settings.apiKeySealed) }
  } catch (error) {
    throw new ProviderFault('CREDENTIALS', `The API key of ${name} cannot be read with this server's secret key: enter it again`, {
      cause: error,
    })
  }
}

function toAnswer(finding: Finding, { cacheSeconds }: ProviderSettings): LookupAnswer {
  switch (finding.kind) {
    case 'known':
      return { kind: 'known', facts: finding.facts, score: finding.score, expiresInSeconds: cacheSeconds }
    case 'unknown':
      return { kind: 'unknown', facts: finding.facts, expiresInSeconds: Math.min(cacheSeconds, UNKNOWN_CACHE_MAX_SECONDS) }
    case 'later':
    case 'failed':
      return finding
  }
}
