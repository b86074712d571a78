import type { Client } from 'pg'
import type { ApiClient } from '../support/api-client.js'
import { startHttpServer } from '../support/http-server.js'
import type { Receiver } from './receivers.js'

/** The same server with and without somebody who is asked about what its alerts name. */
export interface Enrichment {
  /** On before off: their ratio is what is left of the rate. */
  readonly receivers: readonly Receiver[]
  /** Of the last trial with enrichment: questions asked, and addresses that alerts named. */
  counts(): Promise<{ readonly asked: number; readonly distinct: number }>
  stop(): Promise<void>
}

export interface EnrichmentOptions {
  readonly client: ApiClient
  readonly database: Client
  readonly receiver: Receiver
}

/** Ten questions a second, far more than such providers allow over a day. */
const PER_MINUTE = 600
const REPORT = {
  data: { ipAddress: '', abuseConfidenceScore: 40, totalReports: 3, numDistinctUsers: 2, isWhitelisted: false, countryCode: 'NL' },
}

/** A stand-in for AbuseIPDB on this machine that answers at once: questions are asked all the while lines arrive. */
export async function startEnrichment({ client, database, receiver }: EnrichmentOptions): Promise<Enrichment> {
  let asked = 0
  const provider = await startHttpServer(() => {
    asked += 1
    provider.requests.length = 0
    return { body: REPORT }
  })
  const prepare = (enabled: boolean) => async () => {
    await switchProvider(client, { enabled, baseUrl: provider.url })
    await database.query('TRUNCATE lookup, provider_usage, provider_health')
    asked = 0
  }
  const like = (name: string, enabled: boolean): Receiver => ({ ...receiver, name, prepare: prepare(enabled), stop: async () => undefined })
  let last = { asked: 0, distinct: 0 }
  const on = like('Sallyport, enrichment on', true)
  const off = like('Sallyport, enrichment off', false)
  const count = async () => {
    const { rows } = await database.query<{ distinct: number }>('SELECT count(*)::int AS distinct FROM lookup')
    if (asked > 0) last = { asked, distinct: rows[0]?.distinct ?? 0 }
  }
  return {
    receivers: [on, { ...off, prepare: async () => count().then(prepare(false)) }],
    counts: async () => count().then(() => last),
    stop: () => provider.stop(),
  }
}

async function switchProvider(client: ApiClient, settings: { readonly enabled: boolean; readonly baseUrl: string }): Promise<void> {
  const { reputationProviders } = await client.ask<{ reputationProviders: { type: string; version: number }[] }>(
    '{ reputationProviders { type version } }',
  )
  const version = reputationProviders.find(({ type }) => type === 'ABUSEIPDB')?.version ?? 0
  const { reputationProviderUpdate } = await client.ask<{ reputationProviderUpdate: { userErrors: unknown[] } }>(
    'mutation Switch($input: ReputationProviderUpdateInput!) { reputationProviderUpdate(input: $input) { userErrors { field message } } }',
    { input: { type: 'ABUSEIPDB', expectedVersion: version, apiKey: 'bench', dailyQuota: 0, perMinute: PER_MINUTE, ...settings } },
  )
  if (reputationProviderUpdate.userErrors.length > 0) throw new Error(JSON.stringify(reputationProviderUpdate.userErrors))
}
