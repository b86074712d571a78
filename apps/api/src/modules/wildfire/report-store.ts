import { gunzip, gzip } from 'node:zlib'
import { promisify } from 'node:util'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { REPORT_BYTES_MAX } from './wildfire-client.js'
import { storedReport, type ReportContent } from './wildfire-report.js'

const compress = promisify(gzip)
const decompress = promisify(gunzip)

export interface StoredReport {
  readonly hash: string
  readonly fetchedAt: Date
  readonly content: ReportContent
}

/** Reports as they came, and what was read from them; the newest of each file. */
export class ReportStore {
  constructor(private readonly deps: { readonly prisma: Pick<PrismaClient, 'wildfireReport'> }) {}

  async save({ hash, fetchedAt, content }: StoredReport, xml: Buffer): Promise<void> {
    const data = { xml: new Uint8Array(await compress(xml)), parsed: content, fetchedAt }
    await this.deps.prisma.wildfireReport.upsert({ where: { hash }, create: { hash, ...data }, update: data })
  }

  /** What was read from the reports of these files. */
  async find(hashes: readonly string[]): Promise<StoredReport[]> {
    const rows = await this.deps.prisma.wildfireReport.findMany({
      where: { hash: { in: [...hashes] } },
      select: { hash: true, parsed: true, fetchedAt: true },
    })
    return rows.flatMap(({ hash, parsed, fetchedAt }) => {
      const content = storedReport(parsed)
      return content ? [{ hash, fetchedAt, content }] : []
    })
  }

  async has(hash: string): Promise<boolean> {
    return (await this.deps.prisma.wildfireReport.count({ where: { hash } })) > 0
  }

  /** The XML as WildFire sent it; undefined: there is no report. */
  async xml(hash: string): Promise<Buffer | undefined> {
    const row = await this.deps.prisma.wildfireReport.findUnique({ where: { hash }, select: { xml: true } })
    return row ? decompress(row.xml, { maxOutputLength: REPORT_BYTES_MAX }) : undefined
  }
}
