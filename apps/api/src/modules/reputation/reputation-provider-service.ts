import {
  reputationProviderTestInput,
  reputationProviderUpdateInput,
  type ReputationProviderTestInput,
  type ReputationProviderType,
  type ReputationProviderUpdateInput,
} from '@sallyport/shared'
import type { Pool } from 'pg'
import { PROVIDER_PROFILES, toSettings, type ProviderSettings, type ReputationSettings } from './provider-settings.js'
import type { Access, Finding } from './providers/asker.js'
import type { Askers } from './providers/askers.js'
import { accessOf, REPUTATION_API_KEY } from './reputation-provider.js'
import { ProviderFault } from '../enrichment/index.js'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay, UserFaultsError } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import type { Prisma, PrismaClient, ReputationProvider as ProviderRow } from '../../platform/prisma/client.js'
import { readRows } from '../../platform/read-rows.js'
import type { SecretBox } from '../../platform/secret-box.js'
import { sql } from '../../platform/sql.js'

/** As it came from outside: the service's zod schema decides. */
export type Unparsed<Input> = { readonly [Key in keyof Input]?: unknown }

export interface SeenProvider {
  readonly type: ReputationProviderType
  /** 0: nothing was ever set. */
  readonly expectedVersion: number
}

export interface ProviderTestResult {
  readonly ok: boolean
  readonly message: string
  readonly milliseconds: number
}

export interface ReputationProviderServiceDeps {
  readonly prisma: PrismaClient
  readonly pool: Pool
  readonly secrets: SecretBox
  readonly hints: Pick<HintSink, 'publish'>
  readonly settings: Pick<ReputationSettings, 'forget'>
  readonly askers: Askers
  readonly clock: Clock
}

/** A resolver of everybody's: asking about it tells nothing. */
const HARMLESS = { kind: 'ADDRESS', value: '1.1.1.1' } as const
const TEST_TIMEOUT_MS = 15_000

export class ReputationProviderService {
  constructor(private readonly deps: ReputationProviderServiceDeps) {}

  /** As they are stored now, not as they are remembered. */
  async settingsOf(type: ReputationProviderType): Promise<ProviderSettings> {
    return toSettings(type, await this.deps.prisma.reputationProvider.findUnique({ where: { type } }))
  }

  /**
   * undefined leaves a field as it is, null brings baseUrl back to the public one and clears the key. Any change ends the pauses that
   * faults have caused, so that it is tried at once.
   */
  async update(
    actor: Actor,
    { type, expectedVersion, ...input }: SeenProvider & Unparsed<ReputationProviderUpdateInput>,
  ): Promise<ProviderSettings> {
    assertMay(actor, 'enrichment:write')
    const given = reputationProviderUpdateInput.parse(withoutNull(input))
    const current = await this.settingsOf(type)
    if (current.version !== expectedVersion) throw stale(current)
    const data = this.columnsOf(given)
    assertConsistent(current, { ...current, ...data }, given)
    if (!(await this.store(current, data))) throw stale(await this.settingsOf(type))
    this.deps.settings.forget()
    await this.deps.hints.publish('enrichmentSettings', {})
    return this.settingsOf(type)
  }

  /** Asks about a harmless value with the settings given; saves nothing but that a question of the day was used. */
  async test(
    actor: Actor,
    { type, ...input }: { readonly type: ReputationProviderType } & Unparsed<ReputationProviderTestInput>,
  ): Promise<ProviderTestResult> {
    assertMay(actor, 'enrichment:write')
    const given = reputationProviderTestInput.parse(
      Object.fromEntries(Object.entries(input).filter(([key, value]) => value !== null || key === 'baseUrl')),
    )
    const settings = await this.settingsOf(type)
    const started = performance.now()
    const done = (ok: boolean, message: string) => ({ ok, message, milliseconds: Math.round(performance.now() - started) })
    try {
      const access = this.testAccess(settings, given)
      if (!(await this.countQuestion(settings, typeof given.apiKey === 'string'))) {
        return done(false, `The quota of the day (${settings.dailyQuota}) is used up; it begins anew at 00:00 UTC`)
      }
      const finding = await this.deps.askers[type].ask(HARMLESS, access, AbortSignal.timeout(TEST_TIMEOUT_MS))
      return done(finding.kind === 'known' || finding.kind === 'unknown', messageOf(PROVIDER_PROFILES[type].name, finding))
    } catch (error) {
      if (error instanceof ProviderFault) return done(false, error.message)
      if (error instanceof Error && error.name === 'TimeoutError') return done(false, `No answer within ${TEST_TIMEOUT_MS / 1_000} seconds`)
      throw error
    }
  }

  private testAccess(settings: ProviderSettings, { apiKey, baseUrl }: ReputationProviderTestInput): Access {
    assertConsistent(settings, { ...settings, ...(baseUrl !== undefined && { baseUrl }) }, { apiKey, baseUrl })
    const target = { ...settings, ...(baseUrl !== undefined && { baseUrl }) }
    if (typeof apiKey === 'string') return { ...accessOf({ ...target, apiKeySealed: null }, this.deps.secrets), apiKey }
    if (PROVIDER_PROFILES[settings.type].needsKey && settings.apiKeySealed === null) throw invalid('apiKey', 'Enter the API key')
    return accessOf(target, this.deps.secrets)
  }

  /** One more question of the day. false: there is none left, and none was counted; a key of its own is tried all the same. */
  private async countQuestion({ type, dailyQuota }: ProviderSettings, hasOwnKey: boolean): Promise<boolean> {
    const day = new Date(this.deps.clock.now()).toISOString().slice(0, 10)
    const rows = await readRows(
      this.deps.pool,
      sql`INSERT INTO provider_usage (provider, day, asked) VALUES (${type}, ${day}::date, 1)
        ON CONFLICT (provider, day) DO UPDATE SET asked = provider_usage.asked + 1
        WHERE ${dailyQuota === 0 || hasOwnKey}::boolean OR provider_usage.asked < ${dailyQuota}::int
        RETURNING asked`,
    )
    return rows.length > 0
  }

  private columnsOf({ apiKey, ...settings }: ReputationProviderUpdateInput): Partial<Omit<ProviderRow, 'type' | 'version'>> {
    return {
      ...withoutUndefined(settings),
      ...(apiKey !== undefined && { apiKeySealed: apiKey === null ? null : this.deps.secrets.seal(REPUTATION_API_KEY, apiKey) }),
    }
  }

  /** false: somebody else was faster. */
  private async store({ type, version }: ProviderSettings, data: Partial<Omit<ProviderRow, 'type' | 'version'>>): Promise<boolean> {
    return this.deps.prisma.$transaction(async transaction => {
      const count = version === 0 ? await create(transaction, type, data) : await change(transaction, type, version, data)
      if (count === 0) return false
      // What was wrong (a refused key, a host that was away) may be mended.
      await transaction.providerHealth.deleteMany({ where: { provider: type } })
      return true
    })
  }
}

async function create(
  transaction: Prisma.TransactionClient,
  type: ReputationProviderType,
  data: Partial<Omit<ProviderRow, 'type' | 'version'>>,
): Promise<number> {
  const { count } = await transaction.reputationProvider.createMany({
    data: { ...toSettings(type, undefined), ...data, version: 1 },
    skipDuplicates: true,
  })
  return count
}

async function change(
  transaction: Prisma.TransactionClient,
  type: ReputationProviderType,
  version: number,
  data: Partial<Omit<ProviderRow, 'type' | 'version'>>,
): Promise<number> {
  const { count } = await transaction.reputationProvider.updateMany({
    where: { type, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count
}

/** Rules that take more than one field. */
function assertConsistent(
  before: ProviderSettings,
  after: Omit<ProviderSettings, 'version'>,
  given: Pick<ReputationProviderUpdateInput, 'apiKey' | 'baseUrl'>,
): void {
  const { needsKey, defaultBaseUrl } = PROVIDER_PROFILES[before.type]
  if (after.baseUrl !== null && defaultBaseUrl === null) throw invalid('baseUrl', 'It is asked by the name servers of this system')
  if (after.baseUrl !== null && !URL.canParse(after.baseUrl)) throw invalid('baseUrl', 'Not the URL of a server')
  if (typeof given.apiKey === 'string' && !needsKey) throw invalid('apiKey', 'It needs no key')
  // A stored key goes to where it was entered for: else whoever may edit settings could have it sent to a host of theirs.
  const isElsewhere = originOf(before.baseUrl ?? defaultBaseUrl) !== originOf(after.baseUrl ?? defaultBaseUrl)
  if (isElsewhere && before.apiKeySealed !== null && given.apiKey === undefined) {
    throw invalid('apiKey', 'Enter the API key again: it would go to another host')
  }
  if (after.enabled && needsKey && after.apiKeySealed === null) throw invalid('apiKey', 'Enter the API key')
}

const originOf = (url: string | null): string => (url === null ? '' : new URL(url).origin)

function messageOf(name: string, finding: Finding): string {
  switch (finding.kind) {
    case 'known':
      return `${name} answers for ${HARMLESS.value}: ${'names' in finding.facts ? finding.facts.names.join(', ') : finding.facts.summary}`
    case 'unknown':
      return `${name} answers: it knows nothing of ${HARMLESS.value}`
    case 'later':
    case 'failed':
      return finding.reason
  }
}

/** null clears what may be empty, and leaves the rest as it is. */
const CLEARABLE = new Set(['apiKey', 'baseUrl'])
const withoutNull = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([key, value]) => value !== null || CLEARABLE.has(key)))

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

const withoutUndefined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>

const invalid = (field: string, message: string) => new UserFaultsError([{ code: 'INVALID', field: [field], message }])

const stale = (current: ProviderSettings) =>
  new UserFaultsError([{ code: 'CONFLICT', field: ['expectedVersion'], message: 'Somebody else changed the provider meanwhile' }], current)
