import { z } from 'zod'
import type { Access, Asker, Finding } from './asker.js'
import { askJson, strange, tooMany } from './json-question.js'
import { toDetails } from '../reputation-facts.js'
import type { Observable } from '../../enrichment/index.js'
import type { Clock } from '../../../platform/clock.js'
import type { HttpClient } from '../../../platform/http-client.js'

const NAME = 'GreyNoise'
const MAX_BYTES = 65_536

const text = z.string().nullish().catch(null)

const communityAnswer = z.object({
  noise: z.boolean(),
  riot: z.boolean(),
  classification: text,
  name: text,
  last_seen: text,
})

/** Score and certainty of each class; riot: a service that everybody uses. */
const CLASSES = {
  malicious: { score: 85, certainty: 100, summary: 'seen attacking at random' },
  suspicious: { score: 60, certainty: 100, summary: 'seen scanning, suspicious' },
  benign: { score: 0, certainty: 100, summary: 'a known, harmless scanner' },
  riot: { score: 0, certainty: 100, summary: 'a common business service' },
  noise: { score: 40, certainty: 50, summary: 'seen scanning the internet' },
} as const

/** Reads the body of `GET /v3/community/{ip}`, of 200 as of 404; undefined: it is none. */
export function readAnswer(json: unknown, address: string): Finding | undefined {
  const answer = communityAnswer.safeParse(json).data
  if (answer === undefined) return undefined
  const seen = classOf(answer)
  if (seen === undefined) return { kind: 'unknown' }
  const { score, certainty, summary } = CLASSES[seen]
  return {
    kind: 'known',
    score,
    facts: {
      summary,
      details: toDetails({
        Name: answer.name?.toLowerCase() === 'unknown' ? undefined : answer.name,
        Classification: answer.classification?.toLowerCase() === 'unknown' ? undefined : answer.classification,
        'Scans the internet': answer.noise,
        'Common business service': answer.riot,
        'Last seen': answer.last_seen,
      }),
      link: `https://viz.greynoise.io/ip/${encodeURIComponent(address)}`,
      certainty,
    },
  }
}

/** What it is at worst: a business service that attacks is an attacker. undefined: neither seen nor known. */
function classOf({ noise, riot, classification }: z.infer<typeof communityAnswer>): keyof typeof CLASSES | undefined {
  const named = classification?.toLowerCase()
  if (named === 'malicious' || named === 'suspicious') return named
  if (riot) return 'riot'
  if (named === 'benign') return named
  return noise ? 'noise' : undefined
}

/** GreyNoise community v3: who scans the whole internet, and who is harmless. IPv4 alone. */
export class GreyNoise implements Asker {
  readonly type = 'GREYNOISE'

  constructor(private readonly deps: { readonly http: HttpClient; readonly clock: Clock }) {}

  async ask({ value }: Observable, { baseUrl, apiKey = '' }: Access, signal: AbortSignal): Promise<Finding> {
    const url = `${baseUrl}/v3/community/${encodeURIComponent(value)}`
    const answer = await askJson(this.deps.http, { name: NAME, url, headers: { key: apiKey }, maxBytes: MAX_BYTES, signal })
    if (answer.status === 429) throw tooMany(NAME, answer, this.deps.clock.now())
    if (answer.status === 400 && hasMessage(answer.json)) return { kind: 'failed', reason: `${NAME} does not take this address (HTTP 400)` }
    const finding = answer.status === 200 || answer.status === 404 ? readAnswer(answer.json, value) : undefined
    if (finding === undefined) throw strange(NAME, answer)
    return answer.status === 404 ? { kind: 'unknown' } : finding
  }
}

const hasMessage = (json: unknown): boolean => z.object({ message: z.string() }).safeParse(json).success
