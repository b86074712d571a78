import { setTimeout as delay } from 'node:timers/promises'
import { AttemptLimiter } from '../../platform/attempt-limiter.js'
import type { Clock } from '../../platform/clock.js'
import { checkEvents, type EventFault } from '../json-events/index.js'
import type { SourceTokens } from '../sources/index.js'
import type { IngestService } from './ingest-service.js'

/** Wrong URLs of one address. */
const WRONG = { max: 30, windowMs: 60_000 } as const
/** Requests, each of which may hold 500 events. */
const REQUESTS = { max: 1_200, windowMs: 60_000 } as const
/** How long a sender waits for disk or database; the events may still be stored after that. */
const PATIENCE_MS = 15_000
const RETRY_SECONDS = 5

/** What a sender of events is told. */
export interface IntakeAnswer {
  readonly status: 202 | 400 | 403 | 404 | 429 | 503
  readonly retryAfterSeconds?: number
  readonly body: { readonly accepted: number } | { readonly errors: readonly EventFault[] }
}

export interface JsonEventIntakeDeps {
  readonly tokens: Pick<SourceTokens, 'find'>
  readonly ingest: Pick<IngestService, 'take'>
  readonly clock: Clock
}

/** Events that are posted to the URL of the JSON source. */
export class JsonEventIntake {
  readonly #wrong: AttemptLimiter
  readonly #requests: AttemptLimiter

  constructor(private readonly deps: JsonEventIntakeDeps) {
    this.#wrong = new AttemptLimiter(WRONG, deps.clock)
    this.#requests = new AttemptLimiter(REQUESTS, deps.clock)
  }

  /** Before the body is read: why it is not taken; undefined: it is. */
  async refuse(token: string, address: string): Promise<IntakeAnswer | undefined> {
    // Looked for first, in memory: whoever knows the URL is not kept out by others who share the address, behind a proxy.
    const source = await this.deps.tokens.find(token)
    if (!source) {
      const wrong = this.#wrong.waitSeconds(address)
      if (wrong !== undefined) return refusal(429, 'Too many requests to wrong URLs: try again later', wrong)
      this.#wrong.count(address)
      return refusal(404, 'There is no event source at this URL')
    }
    if (!source.enabled) return refusal(403, 'The event source is disabled')
    const wait = this.#requests.waitSeconds('')
    if (wait !== undefined) return refusal(429, `At most ${REQUESTS.max} requests a minute: send several events in one`, wait)
    this.#requests.count('')
    return undefined
  }

  /** All events of the request, or none. Answers when they are in the database or on disk. */
  async take(body: unknown, address: string): Promise<IntakeAnswer> {
    const checked = checkEvents(body)
    if (!checked.ok) return { status: 400, body: { errors: checked.errors } }
    const patience = new AbortController()
    const kept = await Promise.race([
      this.deps.ingest.take(checked.events, address),
      delay(PATIENCE_MS, false, { signal: patience.signal }),
    ]).finally(() => patience.abort())
    if (!kept)
      return refusal(
        503,
        'The events could not be stored just now: send them again, with event_id so that none is stored twice',
        RETRY_SECONDS,
      )
    return { status: 202, body: { accepted: checked.events.length } }
  }
}

const refusal = (status: IntakeAnswer['status'], message: string, retryAfterSeconds?: number): IntakeAnswer => ({
  status,
  ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  body: { errors: [{ index: null, field: null, message }] },
})
