import { ProviderFault } from '../enrichment/index.js'
import type { ReportStore } from './report-store.js'
import type { WildfireClient } from './wildfire-client.js'
import type { WildfireSettings } from './wildfire-settings.js'
import type { WildfireUsage } from './wildfire-usage.js'

/** A report as a file to take away, or why there is none; the reason is for the person who asked. */
export type ReportFile =
  | { readonly kind: 'file'; readonly body: Buffer; readonly contentType: string }
  | { readonly kind: 'missing'; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly reason: string }

export interface ReportFilesDeps {
  readonly reports: Pick<ReportStore, 'has' | 'xml'>
  readonly client: Pick<WildfireClient, 'report'>
  readonly settings: Pick<WildfireSettings, 'access' | 'dailyQuota'>
  readonly usage: Pick<WildfireUsage, 'take'>
}

const NO_REPORT: ReportFile = { kind: 'missing', reason: 'There is no WildFire report on this file here' }

/** A page of clicks on one report is one question. */
const KEPT_MAX = 8
const KEPT_MS = 10 * 60_000

/** XML reports as they were stored, and PDF reports, which are fetched when somebody wants one. */
export class ReportFiles {
  private readonly kept = new Map<string, { readonly file: Promise<ReportFile>; readonly until: number }>()

  constructor(private readonly deps: ReportFilesDeps) {}

  async xml(hash: string): Promise<ReportFile> {
    const body = await this.deps.reports.xml(hash)
    return body ? { kind: 'file', body, contentType: 'application/xml; charset=utf-8' } : NO_REPORT
  }

  /** One question of the quota, unless the same PDF was wanted within the last minutes. */
  async pdf(hash: string): Promise<ReportFile> {
    const now = performance.now()
    for (const [key, { until }] of this.kept) if (until < now) this.kept.delete(key)
    const known = this.kept.get(hash)
    if (known) return known.file
    const file = this.fetchPdf(hash)
    this.kept.set(hash, { file, until: now + KEPT_MS })
    const [oldest] = this.kept.keys()
    if (this.kept.size > KEPT_MAX && oldest !== undefined) this.kept.delete(oldest)
    const forget = () => void (this.kept.get(hash)?.file === file && this.kept.delete(hash))
    file.then(({ kind }) => kind === 'file' || forget(), forget)
    return file
  }

  private async fetchPdf(hash: string): Promise<ReportFile> {
    // Files without a report here have none there, or nobody wanted it: guesses must not use up the quota.
    if (!(await this.deps.reports.has(hash))) return NO_REPORT
    try {
      const access = await this.deps.settings.access()
      await this.spend()
      const reply = await this.deps.client.report(access, { hash, format: 'pdf' })
      if (reply.kind === 'not-found') return { kind: 'missing', reason: 'WildFire has no report on this file (yet)' }
      if (reply.kind === 'refused') return { kind: 'missing', reason: reply.reason }
      const isPdf = reply.body.subarray(0, 1024).includes('%PDF-')
      return isPdf
        ? { kind: 'file', body: reply.body, contentType: 'application/pdf' }
        : { kind: 'unavailable', reason: 'WildFire answered with something that is no PDF' }
    } catch (error) {
      if (error instanceof ProviderFault) return { kind: 'unavailable', reason: error.message }
      throw error
    }
  }

  private async spend(): Promise<void> {
    const quota = (await this.deps.settings.dailyQuota()) ?? 0
    if (!(await this.deps.usage.take(quota)))
      throw new ProviderFault('QUOTA', 'The quota of WildFire questions of today is used up; it begins anew at 00:00 UTC')
  }
}
