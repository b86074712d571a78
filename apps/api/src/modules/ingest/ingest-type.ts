import { Field, Int, ObjectType } from 'type-graphql'
import { BigIntScalar, DateTimeScalar } from '../../graphql/scalars.js'
import { Transport } from '../../graphql/shared-enums.js'
import { OutcomeCountType, SourceType } from '../sources/index.js'

@ObjectType('SourceHealth', { simpleResolvers: true, description: 'What has arrived, and what became of it.' })
export class SourceHealthType {
  @Field(() => DateTimeScalar, { nullable: true })
  firstAlertAt!: Date | null

  @Field(() => DateTimeScalar, { nullable: true })
  lastAlertAt!: Date | null

  @Field(() => BigIntScalar, { description: 'Alerts stored since the source exists.' })
  alertCount!: string

  @Field(() => [Int], { description: 'Alerts of the last 60 minutes, oldest first, one number a minute.' })
  alertsPerMinute!: number[]

  @Field(() => [OutcomeCountType], {
    description: 'Lines by outcome and detail (log type or reason) of the last 24 hours; ALERT included.',
  })
  outcomes!: OutcomeCountType[]

  @Field(() => Int, { description: 'Lines now waiting in memory, and bytes and batches waiting on disk for the database.' })
  queuedLines!: number

  @Field(() => BigIntScalar)
  spooledBytes!: number

  @Field(() => Int)
  spooledBatches!: number
}

@ObjectType('Listener', { simpleResolvers: true, description: 'A syslog socket of this server.' })
export class ListenerType {
  @Field(() => Transport)
  transport!: Transport

  @Field(() => String, { nullable: true, description: 'Address and port really bound; null while it is not listening.' })
  address!: string | null

  @Field(() => Int, { nullable: true })
  port!: number | null

  @Field(() => Int, { description: 'Port that was asked for; differs from port when that needed a right the server does not have.' })
  wantedPort!: number

  @Field(() => Boolean)
  listening!: boolean

  @Field(() => String, { nullable: true, description: 'Why it is not listening, or why another port was taken.' })
  notice!: string | null

  @Field(() => String, { nullable: true, description: 'SHA-256 of the TLS certificate, colon-separated hex; null unless TLS.' })
  certificateFingerprint!: string | null

  @Field(() => String, { nullable: true, description: "The certificate in PEM, for the firewall's trust store; null unless TLS." })
  certificatePem!: string | null
}

@ObjectType('IngestStatus', { simpleResolvers: true, description: 'How this server receives syslog.' })
export class IngestStatusType {
  @Field(() => [ListenerType])
  listeners!: ListenerType[]

  @Field(() => String, { description: 'Address that firewalls should send to, as far as the server can tell.' })
  syslogAddress!: string

  @Field(() => [OutcomeCountType], {
    description: 'Lines of the last 24 hours that belong to no firewall: unreadable, dropped, or without a source.',
  })
  outcomes!: OutcomeCountType[]

  @Field(() => BigIntScalar, { description: 'Whether lines arrive although there is no source that takes them.' })
  linesWithoutSource!: bigint

  @Field(() => Boolean)
  databaseAvailable!: boolean

  @Field(() => Int)
  spooledBatches!: number
}

@ObjectType('SourceHealthChanged', { simpleResolvers: true })
export class SourceHealthChangedType {
  @Field(() => [SourceType])
  sources!: SourceType[]

  @Field(() => IngestStatusType)
  ingestStatus!: IngestStatusType
}
