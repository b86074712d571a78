import { WildfireVerdict } from '@sallyport/shared'
import { Field, Float, ObjectType } from 'type-graphql'
import { BigIntScalar, DateTimeScalar } from '../../graphql/scalars.js'
import { IndicatorType, LookupStatusType } from '../enrichment/index.js'
import type { StoredReport } from './report-store.js'

@ObjectType('WildfireFinding', { simpleResolvers: true, description: 'What an analysis noticed.' })
export class WildfireFindingType {
  @Field(() => String)
  text!: string

  @Field(() => String, { nullable: true })
  details!: string | null

  @Field(() => Float, { nullable: true, description: 'How much it speaks for malware, as the report tells: 0.0 is harmless.' })
  score!: number | null
}

@ObjectType('WildfireActivity', { simpleResolvers: true, description: 'What the file did, or holds.' })
export class WildfireActivityType {
  @Field(() => String, { description: "e.g. 'TCP', 'DNS A', 'HTTP GET', 'Process', 'Registry SetValueKey', 'Create'." })
  action!: string

  @Field(() => String)
  subject!: string

  @Field(() => String, { nullable: true })
  detail!: string | null
}

@ObjectType('WildfirePlatform', { simpleResolvers: true, description: 'One analysis: by a static analyzer, or in a sandbox.' })
export class WildfirePlatformType {
  @Field(() => String, { description: "WildFire's number of it." })
  platform!: string

  @Field(() => String, { nullable: true, description: "e.g. 'PDF Static Analyzer'." })
  software!: string | null

  @Field(() => Boolean)
  malware!: boolean

  @Field(() => [WildfireFindingType])
  summary!: WildfireFindingType[]

  @Field(() => [WildfireActivityType], { description: 'Processes, and what they did to the registry, services and mutexes.' })
  processes!: WildfireActivityType[]

  @Field(() => [WildfireActivityType])
  files!: WildfireActivityType[]

  @Field(() => [WildfireActivityType])
  network!: WildfireActivityType[]
}

@ObjectType('WildfireReport', {
  simpleResolvers: true,
  description: 'Report of the WildFire API on a file, within bounds: at most 300 activities of a kind and platform.',
})
export class WildfireReportType {
  @Field(() => DateTimeScalar)
  fetchedAt!: Date

  @Field(() => Boolean)
  malware!: boolean

  @Field(() => String, { nullable: true })
  fileType!: string | null

  @Field(() => BigIntScalar, { nullable: true, description: 'Bytes.' })
  size!: string | null

  @Field(() => String, { nullable: true })
  sha256!: string | null

  @Field(() => String, { nullable: true })
  sha1!: string | null

  @Field(() => String, { nullable: true })
  md5!: string | null

  @Field(() => String, { nullable: true, description: 'Of the file; null: unsigned.' })
  signer!: string | null

  @Field(() => [String], { description: 'Malware families, where the report names any.' })
  families!: string[]

  @Field(() => [WildfirePlatformType])
  platforms!: WildfirePlatformType[]

  @Field(() => [IndicatorType], { description: 'Addresses, domains, URLs and files that it names, at most 500.' })
  indicators!: IndicatorType[]

  @Field(() => String, { description: 'Path on this server, for signed-in people.' })
  xmlPath!: string

  @Field(() => String, { description: 'Path on this server, for signed-in people. Fetched when asked for: one question of the quota.' })
  pdfPath!: string
}

@ObjectType('WildfireAnalysis', { simpleResolvers: true, description: 'What the WildFire API says of a file.' })
export class WildfireAnalysisType {
  /** SHA-256 or MD5 that was asked about; not a field of the API. */
  hash!: string

  @Field(() => LookupStatusType, { description: 'Of the verdict.' })
  status!: LookupStatusType

  @Field(() => WildfireVerdict, { nullable: true, description: 'null: not asked, or not answered yet.' })
  verdict!: WildfireVerdict | null

  @Field(() => WildfireVerdict, { nullable: true })
  previousVerdict!: WildfireVerdict | null

  @Field(() => DateTimeScalar, { nullable: true })
  verdictChangedAt!: Date | null

  @Field(() => LookupStatusType)
  reportStatus!: LookupStatusType
}

export const toWildfireReportType = ({ hash, fetchedAt, content }: StoredReport): WildfireReportType => ({
  ...content,
  fetchedAt,
  xmlPath: `/wildfire/${hash}.xml`,
  pdfPath: `/wildfire/${hash}.pdf`,
})
