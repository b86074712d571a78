import { ReputationProviderType, type ObservableKind } from '@sallyport/shared'
import type { Observable } from '../enrichment/index.js'
import type { Clock } from '../../platform/clock.js'
import type { HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { PrismaClient, ReputationProvider as ProviderRow } from '../../platform/prisma/client.js'

/** What is fixed about a provider, and what holds until an administrator says otherwise. */
export interface ProviderProfile {
  /** As people know it. */
  readonly name: string
  readonly needsKey: boolean
  /** null: it is no HTTP server. */
  readonly defaultBaseUrl: string | null
  readonly kinds: readonly ObservableKind[]
  /** Calls at a time, per replica. */
  readonly concurrency: number
  readonly defaults: Pick<ProviderRow, 'dailyQuota' | 'perMinute' | 'cacheSeconds' | 'weight'>
}

const DAY = 86_400

/** Quotas are those of the free plans. */
export const PROVIDER_PROFILES: Readonly<Record<ReputationProviderType, ProviderProfile>> = {
  ABUSEIPDB: {
    name: 'AbuseIPDB',
    needsKey: true,
    defaultBaseUrl: 'https://api.abuseipdb.com',
    kinds: ['ADDRESS'],
    concurrency: 4,
    defaults: { dailyQuota: 1_000, perMinute: 60, cacheSeconds: DAY, weight: 60 },
  },
  VIRUSTOTAL: {
    name: 'VirusTotal',
    needsKey: true,
    defaultBaseUrl: 'https://www.virustotal.com',
    kinds: ['ADDRESS', 'DOMAIN', 'URL', 'FILE_HASH'],
    concurrency: 2,
    defaults: { dailyQuota: 500, perMinute: 4, cacheSeconds: DAY, weight: 70 },
  },
  GREYNOISE: {
    name: 'GreyNoise',
    needsKey: true,
    defaultBaseUrl: 'https://api.greynoise.io',
    kinds: ['ADDRESS'],
    concurrency: 2,
    defaults: { dailyQuota: 50, perMinute: 30, cacheSeconds: DAY, weight: 50 },
  },
  REVERSE_DNS: {
    name: 'Reverse DNS',
    needsKey: false,
    defaultBaseUrl: null,
    kinds: ['ADDRESS'],
    concurrency: 8,
    defaults: { dailyQuota: 0, perMinute: 600, cacheSeconds: DAY, weight: 0 },
  },
}

/** In the order in which they are shown. */
export const PROVIDER_TYPES: readonly ReputationProviderType[] = Object.values(ReputationProviderType)

/** Whether the provider has an opinion on such values at all. GreyNoise watches IPv4 alone. */
export const answersAbout = (type: ReputationProviderType, { kind, value }: Observable): boolean =>
  PROVIDER_PROFILES[type].kinds.includes(kind) && !(type === 'GREYNOISE' && value.includes(':'))

/** Settings as they hold now; version 0 where nothing was ever set. */
export interface ProviderSettings extends Omit<ProviderRow, 'type'> {
  readonly type: ReputationProviderType
}

export const toSettings = (type: ReputationProviderType, row: ProviderRow | undefined | null): ProviderSettings =>
  row ? { ...row, type } : { type, enabled: false, apiKeySealed: null, baseUrl: null, version: 0, ...PROVIDER_PROFILES[type].defaults }

/** Switched on, and with the key that it needs. */
export const isReady = (settings: ProviderSettings): boolean =>
  settings.enabled && (settings.apiKeySealed !== null || !PROVIDER_PROFILES[settings.type].needsKey)

/** Hints tell of changes at once; should one get lost, this is how old settings get. */
const FRESH_MS = 30_000

/** The settings of all providers, in memory: they are asked for before every call. */
export class ReputationSettings implements Service {
  readonly name = 'reputation settings'
  private readonly undo: (() => void)[] = []
  private cached: { readonly at: number; readonly settings: Promise<readonly ProviderSettings[]> } | undefined

  constructor(private readonly deps: { readonly prisma: PrismaClient; readonly hints: HintSource; readonly clock: Clock }) {}

  async start(): Promise<void> {
    this.undo.push(
      this.deps.hints.on('enrichmentSettings', () => this.forget()),
      this.deps.hints.on('resync', () => this.forget()),
    )
  }

  async stop(): Promise<void> {
    for (const undo of this.undo.splice(0)) undo()
  }

  /** Whoever changes settings says so; other replicas hear it by the hint. */
  forget(): void {
    this.cached = undefined
  }

  /** One for each type, whether it was ever set or not. */
  async all(): Promise<readonly ProviderSettings[]> {
    const now = this.deps.clock.now()
    if (this.cached === undefined || now - this.cached.at > FRESH_MS) {
      const settings = this.read()
      this.cached = { at: now, settings }
      settings.catch(() => {
        if (this.cached?.settings === settings) this.cached = undefined
      })
    }
    return this.cached.settings
  }

  async of(type: ReputationProviderType): Promise<ProviderSettings> {
    return (await this.all()).find(settings => settings.type === type) ?? toSettings(type, undefined)
  }

  private async read(): Promise<readonly ProviderSettings[]> {
    const rows = new Map((await this.deps.prisma.reputationProvider.findMany()).map(row => [row.type, row]))
    return PROVIDER_TYPES.map(type => toSettings(type, rows.get(type)))
  }
}
