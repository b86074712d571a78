import { createHash } from 'node:crypto'
import type { ObservableKind } from '@sallyport/shared'
import { z } from 'zod'
import type { Access, Asker, Finding } from './asker.js'
import { askJson, strange, type JsonAnswer } from './json-question.js'
import { cleanText, dayOf, toDetails, type ReputationFacts } from '../reputation-facts.js'
import { ProviderFault, type Observable } from '../../enrichment/index.js'
import type { Clock } from '../../../platform/clock.js'
import type { HttpClient } from '../../../platform/http-client.js'

const NAME = 'VirusTotal'
/** Objects of files and URLs hold the answers of all engines and what was found inside. */
const MAX_BYTES = 8_388_608

const text = z.string().nullish().catch(null)
const count = z.number().int().nonnegative().max(100_000).catch(0)
const seconds = z.number().nullish().catch(null)
const texts = z.array(z.string()).nullish().catch(null)

const objectAnswer = z.object({
  data: z.object({
    attributes: z.object({
      last_analysis_stats: z.object({ malicious: count, suspicious: count, harmless: count, undetected: count }).nullish().catch(null),
      last_analysis_date: seconds,
      first_submission_date: seconds,
      creation_date: seconds,
      as_owner: text,
      country: text,
      registrar: text,
      title: text,
      meaningful_name: text,
      type_description: text,
      tags: texts,
      threat_names: texts,
      categories: z.record(z.string(), z.string()).nullish().catch(null),
      popular_threat_classification: z.object({ suggested_threat_label: text }).nullish().catch(null),
    }),
  }),
})

type Attributes = z.infer<typeof objectAnswer>['data']['attributes']

/** Reads an object of the API (address, domain, URL or file); undefined: it is none. */
export function readAnswer(json: unknown, observable: Observable): Finding | undefined {
  const attributes = objectAnswer.safeParse(json).data?.data.attributes
  if (attributes === undefined) return undefined
  const { malicious = 0, suspicious = 0, harmless = 0, undetected = 0 } = attributes.last_analysis_stats ?? {}
  const engines = malicious + suspicious + harmless + undetected
  const facts = { details: detailsOf(attributes, suspicious), link: linkOf(observable) }
  if (engines === 0) return { kind: 'unknown', facts: { ...facts, summary: 'never analysed', certainty: 100 } }
  const found = malicious + suspicious
  return {
    kind: 'known',
    score: scoreOfStats({ malicious, suspicious }),
    facts: { ...facts, summary: `${found} of ${engines} engines`, certainty: found > 0 ? 100 : CERTAINTY_OF_NOTHING[observable.kind] },
  }
}

/** That nothing was found says much of a file, which engines have looked into, and little of an address that few have an opinion on. */
const CERTAINTY_OF_NOTHING: Readonly<Record<ObservableKind, number>> = {
  FILE_HASH: 80,
  URL: 30,
  DOMAIN: 20,
  ADDRESS: 20,
  USER: 0,
  HOST: 0,
}

/** Each engine takes a fifth of the doubt that is left, one that only suspects half of that: 1 → 20, 3 → 49, 5 → 67, 10 → 89. */
export const scoreOfStats = ({ malicious, suspicious }: { readonly malicious: number; readonly suspicious: number }): number =>
  Math.round(100 * (1 - 0.8 ** (malicious + suspicious / 2)))

const detailsOf = (attributes: Attributes, suspicious: number): ReputationFacts['details'] =>
  toDetails({
    Threat: attributes.popular_threat_classification?.suggested_threat_label ?? attributes.threat_names,
    'Only suspicious': suspicious > 0 ? suspicious : undefined,
    Name: attributes.meaningful_name,
    Type: attributes.type_description,
    Title: attributes.title,
    Categories: attributes.categories && [...new Set(Object.values(attributes.categories).slice(0, 50))],
    Tags: attributes.tags,
    Organisation: attributes.as_owner,
    Country: attributes.country,
    Registrar: attributes.registrar,
    Registered: dayOf(attributes.creation_date),
    'First seen': dayOf(attributes.first_submission_date),
    'Last analysis': dayOf(attributes.last_analysis_date),
  })

/**
 * URLs of alerts have no scheme, VirusTotal's have one: http, as what firewalls see in full is rarely encrypted. One question a
 * value, so that https is not asked as well.
 */
export const fullUrl = (value: string): string => {
  const path = value.search(/[/?]/)
  return path < 0 ? `http://${value}/` : `http://${value}`
}

const base64 = (value: string): string => Buffer.from(value).toString('base64url')

/** Path of the object; undefined for kinds that VirusTotal does not know. */
export function pathOf({ kind, value }: Observable): string | undefined {
  const collections: Partial<Record<ObservableKind, string>> = {
    ADDRESS: `ip_addresses/${encodeURIComponent(value)}`,
    DOMAIN: `domains/${encodeURIComponent(value)}`,
    FILE_HASH: `files/${encodeURIComponent(value)}`,
    URL: `urls/${base64(fullUrl(value))}`,
  }
  return collections[kind]
}

function linkOf({ kind, value }: Observable): string | null {
  const pages: Partial<Record<ObservableKind, string>> = {
    ADDRESS: `ip-address/${encodeURIComponent(value)}`,
    DOMAIN: `domain/${encodeURIComponent(value)}`,
    FILE_HASH: `file/${encodeURIComponent(value)}`,
    URL: `url/${createHash('sha256').update(fullUrl(value)).digest('hex')}`,
  }
  const page = pages[kind]
  return page === undefined ? null : `https://www.virustotal.com/gui/${page}`
}

const errorAnswer = z.object({ error: z.object({ code: z.string() }) })
const RATE_PAUSE_MS = 60_000
const QUOTA_PAUSE_MS = 3_600_000

/** VirusTotal v3: what some 90 engines say. */
export class VirusTotal implements Asker {
  readonly type = 'VIRUSTOTAL'
  /** Since when answers say that a quota is used up: they do not say which, that of the minute or that of the day or month. */
  private usedUpSince: number | undefined

  constructor(private readonly deps: { readonly http: HttpClient; readonly clock: Clock }) {}

  async ask(observable: Observable, { baseUrl, apiKey = '' }: Access, signal: AbortSignal): Promise<Finding> {
    const path = pathOf(observable)
    if (path === undefined) return { kind: 'failed', reason: `${NAME} knows nothing of this kind` }
    const url = `${baseUrl}/api/v3/${path}`
    const answer = await askJson(this.deps.http, { name: NAME, url, headers: { 'x-apikey': apiKey }, maxBytes: MAX_BYTES, signal })
    if (answer.status === 429) throw this.tooMany(answer)
    this.usedUpSince = undefined
    const finding = answer.status === 200 ? readAnswer(answer.json, observable) : readError(answer)
    if (finding === undefined) throw strange(NAME, answer)
    return finding
  }

  private tooMany({ json }: JsonAnswer): ProviderFault {
    const now = this.deps.clock.now()
    const isQuota = errorAnswer.safeParse(json).data?.error.code === 'QuotaExceededError'
    if (isQuota) this.usedUpSince ??= now
    // Still so after a minute: the quota of the day or the month.
    if (isQuota && now - (this.usedUpSince ?? now) >= RATE_PAUSE_MS) {
      return new ProviderFault('QUOTA', `The quota of ${NAME} is used up`, { retryAt: now + QUOTA_PAUSE_MS })
    }
    return new ProviderFault('RATE', `${NAME} is asked too fast`, { retryAt: now + RATE_PAUSE_MS })
  }
}

function readError({ status, json }: JsonAnswer): Finding | undefined {
  const code = errorAnswer.safeParse(json).data?.error.code
  if (code === undefined) return undefined
  if (status === 404) return { kind: 'unknown' }
  // Its own word for "analysed just now".
  if (code === 'NotAvailableYet') return { kind: 'later', reason: `${NAME} is not done with it`, pauseSeconds: 300, giveUpAfter: 5 }
  if (status === 400 || status === 422) return { kind: 'failed', reason: `${NAME} does not take this value (${cleanText(code, 60)})` }
  return undefined
}
