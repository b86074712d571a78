import {
  severityRank,
  sourceCreateInput,
  sourceUpdateInput,
  SourceType,
  DEFAULT_LINK_KEYS,
  type SourceCreateInput,
  type SourceUpdateInput,
} from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Actor } from '../../platform/actor.js'
import { assertMay, UserFaultsError } from '../../platform/errors.js'
import type { HintSink } from '../../platform/hints.js'
import { inTransaction } from '../../platform/in-transaction.js'
import type { PrismaClient, Source } from '../../platform/prisma/client.js'
import type { SecretBox } from '../../platform/secret-box.js'
import { assertStorable } from '../../platform/storable.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import { newSourceToken, sourceTokenHash } from './source-tokens.js'

/** A source as somebody saw it: a change of anything newer is refused. */
export interface SeenSource {
  readonly id: number
  readonly expectedVersion: number
}

/** As it came from outside: the service's zod schema decides. */
export type Unparsed<Input> = { readonly [Key in keyof Input]?: unknown }

export interface SourceServiceDeps {
  readonly prisma: PrismaClient
  readonly pool: Pool
  readonly secrets: Pick<SecretBox, 'seal'>
  readonly hints: Pick<HintSink, 'publish'>
  /** Tells ingest to read settings again. */
  readonly settingsChanged: () => void
}

/** Purpose that the key is sealed for. */
export const WILDFIRE_API_KEY = 'source.wildfireApiKey'

/** Settings that decide whether and where WildFire is asked. */
const WILDFIRE_SETTINGS: readonly (keyof SourceUpdateInput)[] = [
  'enabled',
  'wildfireApiEnabled',
  'wildfireApiKey',
  'wildfireApiUrl',
  'wildfireDailyQuota',
]

/** WildFire verdicts that open incidents unless the source says otherwise. */
const DEFAULT_INCIDENT_VERDICTS = ['MALICIOUS', 'PHISHING']

export class SourceService {
  constructor(private readonly deps: SourceServiceDeps) {}

  /** Throws TAKEN when there is one of this type: the database holds the rule, also in a race. */
  async create(actor: Actor, input: Unparsed<SourceCreateInput>): Promise<Source> {
    assertMay(actor, 'source:write')
    assertStorable(input)
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null))
    const { type, name, ...settings } = sourceCreateInput.parse(given)
    const data = {
      linkKeys: [...DEFAULT_LINK_KEYS],
      incidentVerdicts: DEFAULT_INCIDENT_VERDICTS,
      ...this.columnsOf(settings),
      type,
      name,
    }
    const source = await this.deps.prisma.source.create({ data }).catch((error: unknown) => {
      if (isUniqueViolation(error)) throw taken(type)
      throw error
    })
    await this.tellOthers(settings)
    return source
  }

  /** undefined leaves a field as it is; wildfireApiKey null clears the key. */
  async update(actor: Actor, { id, expectedVersion, ...input }: SeenSource & Unparsed<SourceUpdateInput>): Promise<Source> {
    assertMay(actor, 'source:write')
    assertStorable(input)
    const settings = sourceUpdateInput.parse(input)
    const data = { ...this.columnsOf(settings), version: { increment: 1 } }
    const { count } = await this.deps.prisma.source.updateMany({ where: { id, version: expectedVersion }, data })
    const source = await this.deps.prisma.source.findUnique({ where: { id } })
    if (source === null) throw missing()
    if (count === 0) throw stale(source)
    await this.tellOthers(settings)
    return source
  }

  /** Gives a JSON source a new token; the one before opens nothing any more. @returns the token, which nobody can read again */
  async rotateToken(actor: Actor, id: number): Promise<{ readonly source: Source; readonly token: string }> {
    assertMay(actor, 'source:write')
    const known = await this.deps.prisma.source.findUnique({ where: { id } })
    if (known === null) throw missing()
    if (known.type !== SourceType.JSON)
      throw new UserFaultsError([{ code: 'NOT_ALLOWED_NOW', field: ['id'], message: 'Only a source of JSON events has a URL' }], known)
    const token = newSourceToken()
    const { count } = await this.deps.prisma.source.updateMany({ where: { id }, data: { tokenHash: sourceTokenHash(token) } })
    if (count === 0) throw missing()
    await this.tellOthers()
    return { source: await this.deps.prisma.source.findUniqueOrThrow({ where: { id } }), token }
  }

  /** Deletes the source and all that came from it. Needs its name as confirmation once it has alerts. */
  async delete(
    actor: Actor,
    { id, expectedVersion, confirmName }: SeenSource & { readonly confirmName: string | undefined },
  ): Promise<void> {
    assertMay(actor, 'source:write')
    const source = await this.deps.prisma.source.findUnique({ where: { id } })
    if (source === null) throw missing()
    if (source.version !== expectedVersion) throw stale(source)
    if (confirmName !== source.name && (await this.hasAlerts(id))) {
      throw new UserFaultsError(
        [
          {
            code: 'INVALID',
            field: ['confirmName'],
            message: 'Alerts and incidents would be deleted too: confirm with the name of the source',
          },
        ],
        source,
      )
    }
    if (!(await this.deleteAll(id, expectedVersion))) throw stale(source)
    await this.tellOthers()
  }

  private async hasAlerts(sourceId: number): Promise<boolean> {
    const firewall = await this.deps.prisma.firewall.findFirst({ where: { sourceId, alertCount: { gt: 0 } }, select: { id: true } })
    return firewall !== null
  }

  /**
   * One transaction without a time limit, as millions of alerts take a while. Firewalls and incidents go with the source.
   * false: the source was changed or deleted meanwhile.
   */
  private async deleteAll(id: number, version: number): Promise<boolean> {
    return inTransaction(this.deps.pool, async client => {
      const { rowCount } = await client.query('SELECT 1 FROM source WHERE id = $1 AND version = $2 FOR UPDATE', [id, version])
      const ofFirewalls = 'firewall_id IN (SELECT id FROM firewall WHERE source_id = $1)'
      if (rowCount === 1) {
        // Batches that ingest is storing now are waited for, so that their alerts are deleted too.
        await client.query('SELECT 1 FROM firewall WHERE source_id = $1 ORDER BY id FOR UPDATE', [id])
        await client.query(`DELETE FROM alert WHERE ${ofFirewalls}`, [id])
        await client.query(`DELETE FROM ingest_counter WHERE ${ofFirewalls}`, [id])
        await client.query('DELETE FROM source WHERE id = $1', [id])
      }
      return rowCount === 1
    })
  }

  private columnsOf({ incidentMinSeverity, wildfireApiKey, ...settings }: SourceUpdateInput) {
    return {
      ...withoutUndefined(settings),
      ...(incidentMinSeverity !== undefined && { incidentMinSeverity: severityRank(incidentMinSeverity) }),
      ...(wildfireApiKey !== undefined && {
        wildfireApiKeySealed: wildfireApiKey === null ? null : this.deps.secrets.seal(WILDFIRE_API_KEY, wildfireApiKey),
      }),
    }
  }

  private async tellOthers(changed: SourceUpdateInput = {}): Promise<void> {
    this.deps.settingsChanged()
    await this.deps.hints.publish('sources', {})
    if (!WILDFIRE_SETTINGS.some(name => changed[name] !== undefined)) return
    // A key that was refused, or a server that did not answer, is tried again at once.
    await this.deps.prisma.providerHealth.deleteMany({ where: { provider: { in: ['WILDFIRE_VERDICT', 'WILDFIRE_REPORT'] } } })
    await this.deps.hints.publish('enrichmentSettings', {})
  }
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> }

const withoutUndefined = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>

const missing = () => new UserFaultsError([{ code: 'NOT_FOUND', field: ['id'], message: 'The source was not found' }])

const TYPE_WORDS: Readonly<Record<SourceType, string>> = {
  PALO_ALTO_NETWORKS: 'Palo Alto Networks event source',
  JSON: 'source of JSON events',
}

const taken = (type: SourceType) =>
  new UserFaultsError([{ code: 'TAKEN', field: ['type'], message: `Only one ${TYPE_WORDS[type]} may exist` }])

const stale = (current: Source) =>
  new UserFaultsError([{ code: 'CONFLICT', field: ['expectedVersion'], message: 'Somebody else changed the source meanwhile' }], current)
