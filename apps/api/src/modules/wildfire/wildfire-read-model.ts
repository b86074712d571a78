import DataLoader from 'dataloader'
import type { Context } from '../../graphql/context.js'
import { keyedLoader } from '../../platform/keyed-loader.js'
import { toLookupStatus, type Lookups, type LookupRow, type Observable } from '../enrichment/index.js'
import type { ReportStore, StoredReport } from './report-store.js'
import { readVerdictFacts } from './verdict-facts.js'
import { isBad } from './wildfire-verdict.js'
import type { WildfireAnalysisType } from './wildfire-type.js'

export interface WildfireReadModelDeps {
  readonly lookups: Pick<Lookups, 'lookupOf'>
  readonly reports: Pick<ReportStore, 'find'>
}

/** What is known of files from WildFire, by SHA-256 or MD5. */
export class WildfireReadModel {
  constructor(private readonly deps: WildfireReadModelDeps) {}

  /** Loader factories. */
  readonly analysisOf = (context: Context): DataLoader<string, WildfireAnalysisType> =>
    new DataLoader(hashes => Promise.all(hashes.map(hash => this.analysis(hash, context))))

  readonly reportOf = (): DataLoader<string, StoredReport | undefined> =>
    keyedLoader(
      (hashes: readonly string[]) => this.deps.reports.find(hashes),
      ({ hash }) => hash,
    )

  /**
   * What the report of a bad file names, the harmless left out: things to look for and to block. Of a benign file nothing,
   * since what it talks to is as good as itself.
   */
  readonly indicatorsOf = (context: Context): DataLoader<string, readonly Observable[]> =>
    new DataLoader(hashes => Promise.all(hashes.map(hash => this.indicators(hash, context))))

  private async analysis(hash: string, context: Context): Promise<WildfireAnalysisType> {
    const [verdict, report] = await Promise.all([this.row('WILDFIRE_VERDICT', hash, context), this.row('WILDFIRE_REPORT', hash, context)])
    const facts = readVerdictFacts(verdict.facts)
    return {
      hash,
      status: toLookupStatus(verdict),
      verdict: facts?.verdict ?? null,
      previousVerdict: facts?.previousVerdict ?? null,
      verdictChangedAt: facts?.verdictChangedAt === undefined ? null : new Date(facts.verdictChangedAt),
      reportStatus: toLookupStatus(report),
    }
  }

  private async indicators(hash: string, context: Context): Promise<readonly Observable[]> {
    const [report, row] = await Promise.all([context.load(this.reportOf).load(hash), this.row('WILDFIRE_VERDICT', hash, context)])
    if (!report) return []
    const verdict = readVerdictFacts(row.facts)?.verdict
    // The verdict counts where there is one: it may have been corrected since the report was written.
    if (verdict === undefined ? !report.content.malware : !isBad(verdict) && verdict !== 'GRAYWARE') return []
    return report.content.indicators.filter(indicator => indicator.verdict !== 'BENIGN').map(({ kind, value }) => ({ kind, value }))
  }

  private row(provider: 'WILDFIRE_VERDICT' | 'WILDFIRE_REPORT', value: string, context: Context): Promise<LookupRow> {
    return context.load(this.deps.lookups.lookupOf).load({ provider, kind: 'FILE_HASH', value })
  }
}
