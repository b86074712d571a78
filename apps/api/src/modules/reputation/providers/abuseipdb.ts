import { z } from 'zod'
import type { Access, Asker, Finding } from './asker.js'
import { askJson, strange, tooMany } from './json-question.js'
import { toDetails } from '../reputation-facts.js'
import type { Observable } from '../../enrichment/index.js'
import type { Clock } from '../../../platform/clock.js'
import type { HttpClient } from '../../../platform/http-client.js'

const NAME = 'AbuseIPDB'
const MAX_AGE_DAYS = 90
const MAX_BYTES = 65_536

const text = z.string().nullish().catch(null)
const count = z.number().int().nonnegative()

const checkAnswer = z.object({
  data: z.object({
    abuseConfidenceScore: z.number().min(0).max(100),
    totalReports: count,
    numDistinctUsers: count.nullish().catch(null),
    isWhitelisted: z.boolean().nullish().catch(null),
    isTor: z.boolean().nullish().catch(null),
    lastReportedAt: text,
    usageType: text,
    isp: text,
    domain: text,
    countryCode: text,
  }),
})

/** Reads the body of `GET /api/v2/check`; undefined: it is none. No report within 90 days is no knowledge, neither good nor bad. */
export function readAnswer(json: unknown, address: string): Finding | undefined {
  const answer = checkAnswer.safeParse(json).data?.data
  if (answer === undefined) return undefined
  const { totalReports: reports, isWhitelisted } = answer
  const confidence = Math.round(answer.abuseConfidenceScore)
  const listed = isWhitelisted === true ? 'on the white list, ' : ''
  const facts = {
    summary:
      reports === 0 ? `${listed}no reports in ${MAX_AGE_DAYS} days` : `${listed}${plural(reports, 'report')}, confidence ${confidence} %`,
    details: toDetails({
      Reports: reports === 0 ? undefined : reports,
      Reporters: answer.numDistinctUsers === 0 ? undefined : answer.numDistinctUsers,
      'Last report': /^\d{4}-\d\d-\d\d/.exec(answer.lastReportedAt ?? '')?.[0],
      Usage: answer.usageType,
      Provider: answer.isp,
      Domain: answer.domain,
      Country: answer.countryCode,
      'Tor exit': answer.isTor === true ? true : undefined,
    }),
    link: `https://www.abuseipdb.com/check/${encodeURIComponent(address)}`,
    certainty: 100,
  }
  if (reports === 0 && confidence === 0 && isWhitelisted !== true) return { kind: 'unknown', facts }
  return { kind: 'known', score: confidence, facts }
}

const plural = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`

/** AbuseIPDB v2: reports of abuse by address. */
export class AbuseIpdb implements Asker {
  readonly type = 'ABUSEIPDB'

  constructor(private readonly deps: { readonly http: HttpClient; readonly clock: Clock }) {}

  async ask({ value }: Observable, { baseUrl, apiKey = '' }: Access, signal: AbortSignal): Promise<Finding> {
    const query = new URLSearchParams({ ipAddress: value, maxAgeInDays: String(MAX_AGE_DAYS) })
    const url = `${baseUrl}/api/v2/check?${query.toString()}`
    const answer = await askJson(this.deps.http, { name: NAME, url, headers: { key: apiKey }, maxBytes: MAX_BYTES, signal })
    if (answer.status === 429) throw tooMany(NAME, answer, this.deps.clock.now())
    if (isRefusal(answer.json) && (answer.status === 422 || answer.status === 400)) {
      return { kind: 'failed', reason: `${NAME} does not take this address (HTTP ${answer.status})` }
    }
    const finding = answer.status === 200 ? readAnswer(answer.json, value) : undefined
    if (finding === undefined) throw strange(NAME, answer)
    return finding
  }
}

const isRefusal = (json: unknown): boolean => z.object({ errors: z.array(z.unknown()).min(1) }).safeParse(json).success
