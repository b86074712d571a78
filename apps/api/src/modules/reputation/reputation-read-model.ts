import DataLoader from 'dataloader'
import type { LookupProviderId, LookupState } from '@sallyport/shared'
import { answersAbout, isReady, PROVIDER_PROFILES, type ProviderSettings, type ReputationSettings } from './provider-settings.js'
import { readFacts, type Detail } from './reputation-facts.js'
import { needsPerson, type AskingPolicy } from './reputation-provider.js'
import { scoreOf, sharesOf } from './score.js'
import type { LookupKey, LookupRow, Observable } from '../enrichment/index.js'
import type { Context, LoaderFactory } from '../../graphql/context.js'

/** What one source says, or why it says nothing. */
export interface ReputationEvidence {
  /** Name of the feed or provider. */
  readonly source: string
  /** null: a feed. */
  readonly provider: LookupProviderId | null
  readonly state: LookupState
  readonly score: number | null
  /** Share in the whole, 0 … 100. */
  readonly weight: number
  readonly summary: string | null
  readonly reason: string | null
  readonly answeredAt: Date | null
  readonly expiresAt: Date | null
  readonly refreshing: boolean
  readonly link: string | null
  readonly details: readonly Detail[]
}

export interface ReputationView {
  /** null: nobody knows. */
  readonly score: number | null
  readonly evidence: readonly ReputationEvidence[]
}

/** An entry of a feed that covers a value. */
export interface ListedBy {
  readonly name: string
  readonly score: number
  readonly weight: number
  /** As the feed has it: the value itself or something wider. */
  readonly entry: string
  /** When the feed was last fetched well. */
  readonly succeededAt: Date | null
}

export interface ReputationReadModelDeps {
  readonly settings: Pick<ReputationSettings, 'all'>
  /** Lookups of enrichment. */
  readonly lookups: { readonly lookupOf: LoaderFactory<LookupKey, LookupRow> }
  /** FeedIndex of the feeds: from memory. */
  readonly feeds: { hits(observable: Observable): readonly ListedBy[] }
  readonly policy: AskingPolicy
}

/** How bad a value is, by all feeds and providers that are in use. */
export class ReputationReadModel {
  constructor(private readonly deps: ReputationReadModelDeps) {}

  /** Loader factory, one loader per request; stored answers are read by enrichment's loader of the same request. */
  readonly reputationOf = (context: Context): DataLoader<Observable, ReputationView, string> =>
    new DataLoader(
      async observables => {
        const settings = (await this.deps.settings.all()).filter(one => isReady(one) && one.type !== 'REVERSE_DNS')
        const lookups = context.load(this.deps.lookups.lookupOf)
        return Promise.all(observables.map(observable => this.viewOf(observable, settings, lookups)))
      },
      { cacheKeyFn: ({ kind, value }) => `${kind} ${value}` },
    )

  private async viewOf(
    observable: Observable,
    settings: readonly ProviderSettings[],
    lookups: DataLoader<LookupKey, LookupRow>,
  ): Promise<ReputationView> {
    const asked = settings.filter(({ type }) => answersAbout(type, observable))
    const rows = await Promise.all(asked.map(async one => ({ one, row: await lookups.load({ provider: one.type, ...observable }) })))
    const isMissing = rows.some(({ row }) => row.state === 'NOT_ASKED')
    const reason = isMissing ? await this.reasonNotAsked(observable) : null
    return toView([
      ...this.deps.feeds.hits(observable).map(hit => ofFeed(hit, observable)),
      ...rows.map(({ one, row }) => ofProvider(one, row, reason)),
    ])
  }

  private async reasonNotAsked(observable: Observable): Promise<string | null> {
    const reason = await this.deps.policy.reasonNotToAsk(observable)
    return reason ?? (needsPerson(observable) ? 'A URL may hold secrets: it is asked about only when somebody wants to know' : null)
  }
}

/** The score, and each weight as its share in the whole. */
export function toView(evidence: readonly ReputationEvidence[]): ReputationView {
  const shares = sharesOf(evidence)
  return { score: scoreOf(evidence), evidence: evidence.map((one, index) => ({ ...one, weight: shares[index] ?? 0 })) }
}

function ofFeed({ name, score, weight, entry, succeededAt }: ListedBy, { value }: Observable): ReputationEvidence {
  return {
    source: name,
    provider: null,
    state: 'KNOWN',
    score,
    weight,
    summary: entry === value ? 'On the list' : `On the list as ${entry}`,
    reason: null,
    answeredAt: succeededAt,
    expiresAt: null,
    refreshing: false,
    link: null,
    details: [{ name: 'Entry', value: entry }],
  }
}

/** The last answer counts as long as there is none newer, also when asking again failed. */
function ofProvider({ type, weight }: ProviderSettings, row: LookupRow, reasonNotAsked: string | null): ReputationEvidence {
  const facts = readFacts(row.facts)
  const certainty = facts?.certainty ?? 100
  return {
    source: PROVIDER_PROFILES[type].name,
    provider: type,
    state: row.state,
    score: row.score,
    weight: row.score === null ? 0 : (weight * certainty) / 100,
    summary: facts?.summary ?? null,
    reason: row.reason ?? (row.state === 'NOT_ASKED' ? reasonNotAsked : null),
    answeredAt: row.answeredAt,
    expiresAt: row.expiresAt,
    refreshing: row.refreshing,
    link: facts?.link ?? null,
    details: facts?.details ?? [],
  }
}
