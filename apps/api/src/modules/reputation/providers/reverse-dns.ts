import { Resolver } from 'node:dns/promises'
import type { Access, Asker, Finding } from './asker.js'
import { ProviderFault, type Observable } from '../../enrichment/index.js'

const NAMES_MAX = 10
const TIMEOUT_MS = 3_000
const TRIES = 2
const PAUSE_SECONDS = 120
const ATTEMPTS = 3

/** Labels as they occur in DNS, underscores included; at least two. */
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)+$/

/**
 * Names as they may be shown. Whoever owns an address decides what its reverse zone says, so that anything else than a host name,
 * and more than ten of them, are left out. undefined: none is left.
 */
export function readNames(answered: readonly string[]): readonly string[] | undefined {
  const names = new Set<string>()
  for (const answer of answered.slice(0, 1_000)) {
    const name = answer.length > 255 ? '' : answer.replace(/\.$/, '').toLowerCase()
    if (HOST_NAME.test(name)) names.add(name)
    if (names.size === NAMES_MAX) break
  }
  return names.size === 0 ? undefined : [...names]
}

/** The zone of one address may be broken, by mistake or on purpose: that must not look like a resolver that is away. */
const OF_THE_ZONE: Readonly<Record<string, string>> = {
  ESERVFAIL: 'The name server of the address fails',
  EREFUSED: 'The name server of the address refuses to answer',
  ETIMEOUT: 'The name server of the address does not answer',
  EFORMERR: 'The name server of the address answers nonsense',
  EBADRESP: 'The name server of the address answers nonsense',
}
const NOT_THERE = new Set(['ENOTFOUND', 'ENODATA'])

/** What a failure of the resolver means. @throws ProviderFault when it is the resolver that cannot be asked */
export function readFailure(error: unknown): Finding {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code !== undefined && NOT_THERE.has(code)) return { kind: 'unknown' }
  const reason = code === undefined ? undefined : OF_THE_ZONE[code]
  if (reason !== undefined) return { kind: 'later', reason, pauseSeconds: PAUSE_SECONDS, giveUpAfter: ATTEMPTS }
  if (code === 'EBADNAME' || code === 'EINVAL') return { kind: 'failed', reason: 'Not an address that has a reverse name' }
  if (code === undefined) throw error
  throw new ProviderFault('UNAVAILABLE', `The name servers of this server cannot be asked (${code})`, { cause: error })
}

export interface ReverseResolver {
  reverse(address: string): Promise<string[]>
  cancel(): void
}

/** Names of addresses by the resolvers of this server's system. */
export class ReverseDns implements Asker {
  readonly type = 'REVERSE_DNS'
  private readonly makeResolver: () => ReverseResolver

  constructor({
    makeResolver = () => new Resolver({ timeout: TIMEOUT_MS, tries: TRIES }),
  }: { readonly makeResolver?: (() => ReverseResolver) | undefined } = {}) {
    this.makeResolver = makeResolver
  }

  async ask({ value }: Observable, _access: Access, signal: AbortSignal): Promise<Finding> {
    signal.throwIfAborted()
    // One each, as cancelling ends all that a resolver is asked.
    const resolver = this.makeResolver()
    const cancel = () => resolver.cancel()
    signal.addEventListener('abort', cancel, { once: true })
    try {
      const names = readNames(await resolver.reverse(value))
      return names === undefined ? { kind: 'unknown' } : { kind: 'known', facts: { names } }
    } catch (error) {
      signal.throwIfAborted()
      return readFailure(error)
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }
}
