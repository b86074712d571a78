import os from 'node:os'
import { DropReason, Severity as SeverityEnum } from '@sallyport/shared'
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Query, Resolver, Root, Subscription } from 'type-graphql'
import { Can } from '../../graphql/can.js'
import type { Context } from '../../graphql/context.js'
import { smallKey } from '../../graphql/global-id.js'
import { BigIntScalar } from '../../graphql/scalars.js'
import { Severity } from '../../graphql/shared-enums.js'
import { Payload, withUserErrors } from '../../graphql/user-errors.js'
import { assertMay, UserFaultsError } from '../../platform/errors.js'
import { mapLoader } from '../../platform/keyed-loader.js'
import {
  NO_FIREWALL,
  silentHour,
  SourceType,
  toSourceType,
  type AlertTotals,
  type IngestCounters,
  type OutcomeCountRow,
  type SourceReadModel,
} from '../sources/index.js'
import type { IngestControl, ListenerStatus } from './ingest-status.js'
import { syslogAddress } from './ingest-syslog-address.js'
import { IngestStatusType, SourceHealthChangedType, SourceHealthType, type ListenerType } from './ingest-type.js'

@InputType()
class SourceSendTestAlertInput {
  @Field(() => ID)
  id!: string

  @Field(() => Severity, { nullable: true })
  severity?: Severity | null
}

@ObjectType({ simpleResolvers: true })
class SourceSendTestAlertPayload extends Payload {
  @Field(() => BigIntScalar, { nullable: true, description: 'Sequence number in the packet: the alert to wait for.' })
  sequence!: string | null
}

@ObjectType({ simpleResolvers: true })
class UnreadableLinesRetryPayload extends Payload {
  @Field(() => Int)
  readAgain!: number

  @Field(() => Int)
  nowAlerts!: number

  @Field(() => Int)
  nowSetAside!: number

  @Field(() => Int)
  stillUnreadable!: number
}

export interface IngestResolverDeps {
  readonly ingest: IngestControl
  readonly counters: IngestCounters
  readonly sources: SourceReadModel
  /** As configured; tells the address that people reach this server by. */
  readonly publicUrl: string | undefined
}

const NOTHING_YET: AlertTotals = { firstAlertAt: null, lastAlertAt: null, alertCount: '0' }
/** Reasons of lines that no source took. */
const WITHOUT_SOURCE: readonly string[] = [DropReason.NO_SOURCE, DropReason.SOURCE_DISABLED]

@Can('source:read')
@Resolver(() => SourceType)
export class IngestResolver {
  constructor(private readonly deps: IngestResolverDeps) {}

  private readonly totals = () =>
    mapLoader(
      (ids: readonly number[]) => this.deps.counters.totalsOfSources(ids),
      () => NOTHING_YET,
    )
  private readonly charts = () => mapLoader((ids: readonly number[]) => this.deps.counters.alertsPerMinuteOfSources(ids), silentHour)
  private readonly outcomeCounts = () =>
    mapLoader<number, OutcomeCountRow[]>(
      ids => this.deps.counters.outcomesOfSources(ids),
      () => [],
    )

  @Query(() => IngestStatusType)
  async ingestStatus(): Promise<IngestStatusType> {
    const outcomes = (await this.deps.counters.outcomesOfFirewalls([NO_FIREWALL])).get(NO_FIREWALL) ?? []
    const withoutSource = outcomes.filter(({ outcome, detail }) => outcome === 'DROPPED' && WITHOUT_SOURCE.includes(detail))
    const listeners = this.deps.ingest.listeners()
    const { databaseAvailable, spooledBatches } = this.deps.ingest.gauges()
    return {
      listeners: listeners.map(toListenerType),
      syslogAddress: syslogAddress({
        publicUrl: this.deps.publicUrl,
        interfaces: os.networkInterfaces(),
        bound: listeners.flatMap(({ address }) => address ?? []),
      }),
      outcomes,
      linesWithoutSource: withoutSource.reduce((sum, { count }) => sum + BigInt(count), 0n),
      databaseAvailable,
      spooledBatches,
    }
  }

  @FieldResolver(() => SourceHealthType)
  async health(@Root() { sourceId }: SourceType, @Ctx() context: Context): Promise<SourceHealthType> {
    const [totals, alertsPerMinute, outcomes] = await Promise.all([
      context.load(this.totals).load(sourceId),
      context.load(this.charts).load(sourceId),
      context.load(this.outcomeCounts).load(sourceId),
    ])
    const { queuedLines, spooledBytes, spooledBatches } = this.deps.ingest.gauges()
    return { ...totals, alertsPerMinute, outcomes, queuedLines, spooledBytes, spooledBatches }
  }

  @Can('source:test')
  @Mutation(() => SourceSendTestAlertPayload, {
    description: 'Sends a real packet with a harmless made-up alert through the real UDP listener (or TCP when UDP is off).',
  })
  async sourceSendTestAlert(
    @Arg('input', () => SourceSendTestAlertInput) { id, severity }: SourceSendTestAlertInput,
    @Ctx() context: Context,
  ): Promise<SourceSendTestAlertPayload> {
    assertMay(context.requireActor(), 'source:test')
    return withUserErrors<Omit<SourceSendTestAlertPayload, 'userErrors'>>(
      async () => {
        await this.assertTakesAlerts(smallKey('Source', id), context)
        return { sequence: await this.deps.ingest.sendTestAlert(severity ?? SeverityEnum.HIGH) }
      },
      () => ({ sequence: null }),
    )
  }

  @Can('source:write')
  @Mutation(() => UnreadableLinesRetryPayload, {
    description: 'Reads every kept unreadable line again, oldest first; those that can be read now are stored and leave the ring.',
  })
  async unreadableLinesRetry(@Ctx() context: Context): Promise<UnreadableLinesRetryPayload> {
    assertMay(context.requireActor(), 'source:write')
    return { ...(await this.deps.ingest.retryUnreadable()), userErrors: [] }
  }

  @Subscription(() => SourceHealthChangedType, {
    topics: 'sources',
    description: 'At most once a second, when counters or settings of a source changed. Null: there is no source.',
  })
  async sourceHealthChanged(): Promise<SourceHealthChangedType> {
    const [sources, ingestStatus] = await Promise.all([this.deps.sources.sources(), this.ingestStatus()])
    return { sources: sources.map(toSourceType), ingestStatus }
  }

  private async assertTakesAlerts(sourceId: number, context: Context): Promise<void> {
    const source = await context.load(this.deps.sources.sourceById).load(sourceId)
    if (!source) throw new UserFaultsError([{ code: 'NOT_FOUND', field: ['id'], message: 'The source was not found' }])
    if (source.type !== 'PALO_ALTO_NETWORKS')
      throw new UserFaultsError([{ code: 'NOT_ALLOWED_NOW', field: null, message: 'Post an event to the URL of this source instead' }])
    if (!source.enabled)
      throw new UserFaultsError([{ code: 'NOT_ALLOWED_NOW', field: null, message: 'The source is disabled: enable it first' }])
  }
}

const toListenerType = (listener: ListenerStatus): ListenerType => ({
  transport: listener.transport,
  address: listener.address ?? null,
  port: listener.port ?? null,
  wantedPort: listener.wantedPort,
  listening: listener.port !== undefined,
  notice: listener.notice ?? null,
  certificateFingerprint: listener.certificateFingerprint ?? null,
  certificatePem: listener.certificatePem ?? null,
})
