import type { WildfireVerdict } from '@sallyport/shared'
import type { Pool } from 'pg'
import type { Clock } from '../../platform/clock.js'
import { readRows } from '../../platform/read-rows.js'
import { sql } from '../../platform/sql.js'
import { parseXml, XmlFault } from '../../platform/xml.js'
import type { LookupAnswer, LookupProvider, Observable, ProviderPace } from '../enrichment/index.js'
import { NotAReportError, readReport } from './read-report.js'
import type { Canonical } from './report-indicators.js'
import type { ReportStore } from './report-store.js'
import { readVerdictFacts } from './verdict-facts.js'
import type { WildfireClient } from './wildfire-client.js'
import type { ReportContent } from './wildfire-report.js'
import type { WildfireSettings } from './wildfire-settings.js'
import { quotaForReports, WILDFIRE_USAGE } from './wildfire-usage.js'
import { isBad, isSettled, isWildfireHash } from './wildfire-verdict.js'

const CONCURRENCY = 2
const GOOD_FOR_SECONDS = 30 * 86_400
/** Sandboxes need minutes; the first report may miss platforms that take longer. */
const NOT_READY: LookupAnswer = { kind: 'later', reason: 'WildFire has no report on the file yet', pauseSeconds: 300, giveUpAfter: 12 }
const BROKEN_PAUSE_SECONDS = 900
const BROKEN_TRIES = 4

/** What `facts` of WILDFIRE_REPORT hold; the report itself is in its own table. */
export interface ReportFacts {
  readonly fetchedAt: string
  readonly malware: boolean
  readonly families: readonly string[]
}

export interface ReportProviderDeps {
  readonly pool: Pick<Pool, 'query'>
  readonly client: Pick<WildfireClient, 'report'>
  readonly settings: Pick<WildfireSettings, 'dailyQuota' | 'access' | 'version'>
  readonly reports: Pick<ReportStore, 'save'>
  readonly canonical: Canonical
  readonly clock: Clock
}

/** Reports of WildFire on files, one question of the quota each: asked for where the verdict makes them worth it. */
export class WildfireReportProvider implements LookupProvider {
  readonly id = 'WILDFIRE_REPORT'
  readonly kinds = ['FILE_HASH'] as const
  readonly batchSize = 1
  readonly usageOf = WILDFIRE_USAGE

  constructor(private readonly deps: ReportProviderDeps) {}

  async pace(): Promise<ProviderPace | undefined> {
    const quota = await this.deps.settings.dailyQuota()
    return quota === undefined ? undefined : { concurrency: CONCURRENCY, perDay: quotaForReports(quota) }
  }

  async settingsVersion(): Promise<string> {
    return this.deps.settings.version()
  }

  /** For an alert where the verdict is bad or dubious, for a person also where the file is benign; never before there is a verdict. */
  async accepts({ value }: Observable, wanted: 'alert' | 'person'): Promise<boolean> {
    if (!isWildfireHash(value)) return false
    const verdict = await this.verdictOn(value)
    return wanted === 'person' ? isSettled(verdict) : isBad(verdict) || verdict === 'GRAYWARE'
  }

  async ask([observable]: readonly Observable[], signal: AbortSignal): Promise<readonly LookupAnswer[]> {
    if (!observable) return []
    const access = await this.deps.settings.access()
    const hash = observable.value
    const reply = await this.deps.client.report(access, { hash, format: 'xml' }, signal)
    if (reply.kind === 'not-found') return [NOT_READY]
    if (reply.kind === 'refused') return [{ kind: 'failed', reason: reply.reason }]
    const read = this.read(reply.body)
    if ('kind' in read) return [read]
    const fetchedAt = new Date(this.deps.clock.now())
    await this.deps.reports.save({ hash, fetchedAt, content: read }, reply.body)
    const facts: ReportFacts = { fetchedAt: fetchedAt.toISOString(), malware: read.malware, families: read.families }
    return [{ kind: 'known', facts, expiresInSeconds: GOOD_FOR_SECONDS }]
  }

  /** A broken answer may be whole the next time; one that declares entities or is too large is as it is meant to be. */
  private read(body: Buffer): ReportContent | LookupAnswer {
    try {
      return readReport(parseXml(body.toString('utf8')), this.deps.canonical)
    } catch (error) {
      if (!(error instanceof XmlFault || error instanceof NotAReportError)) throw error
      const reason = `The report of WildFire cannot be read: ${error.message}`
      const isFinal = error instanceof XmlFault && error.kind !== 'BROKEN'
      return isFinal ? { kind: 'failed', reason } : { kind: 'later', reason, pauseSeconds: BROKEN_PAUSE_SECONDS, giveUpAfter: BROKEN_TRIES }
    }
  }

  private async verdictOn(hash: string): Promise<WildfireVerdict | undefined> {
    const [row] = await readRows<{ facts: unknown }>(
      this.deps.pool,
      sql`SELECT facts FROM lookup WHERE provider = 'WILDFIRE_VERDICT' AND kind = 'FILE_HASH' AND value = ${hash}`,
    )
    return readVerdictFacts(row?.facts)?.verdict
  }
}
