import { stat } from 'node:fs/promises'
import type { Logger } from '../../platform/logger.js'
import type { AddressWords } from './address-words.js'
import { coalesced } from './coalesced.js'
import type { GeoRecord } from './geo-record.js'
import type { GeoDatabase, GeoSource } from './geo-source.js'

export interface GeoSlotDeps {
  /** The administrator's own file; undefined: the one that ships is used. */
  readonly ownFile: string | undefined
  readonly openOwn: (file: string, signal: AbortSignal) => Promise<GeoSource>
  readonly openShipped: (signal: AbortSignal) => Promise<GeoSource>
  /** How the one that ships is shown while there is nothing of it. */
  readonly shipped: Pick<GeoDatabase, 'attribution' | 'url' | 'kind' | 'file'>
  readonly logger: Logger
}

/**
 * The database for one question, in memory. The administrator's own file goes before the one that ships; when it is
 * replaced it is loaded anew, and one that cannot be read is told while the last good one is used on. Nothing here throws.
 */
export class GeoSlot {
  private source: GeoSource | undefined
  private ownError: string | null = null
  private shippedError: string | null = 'It is being loaded'
  /** Of the own file as it was last tried. */
  private tried: string | undefined
  private signal = new AbortController().signal

  constructor(private readonly deps: GeoSlotDeps) {}

  find(address: string, words: AddressWords): { readonly record: GeoRecord; readonly database: GeoDatabase } | undefined {
    const record = this.source?.find(address, words)
    return record && this.source ? { record, database: this.source.database } : undefined
  }

  /** The own one first, even if it cannot be used; then the one that ships, if it is used. */
  databases(): GeoDatabase[] {
    const { ownFile, shipped } = this.deps
    const inUse = this.source?.database
    if (ownFile === undefined) return [inUse ?? { ...shipped, builtAt: null, error: this.shippedError }]
    if (inUse?.file === ownFile) return [{ ...inUse, error: this.ownError }]
    const own: GeoDatabase = {
      attribution: 'A database of your own',
      url: null,
      builtAt: null,
      kind: shipped.kind,
      file: ownFile,
      error: this.ownError ?? 'It is being loaded',
    }
    return [own, inUse ?? { ...shipped, builtAt: null, error: this.shippedError }]
  }

  /** Loads what is new. Resolves when it has been tried, well or not. */
  refresh(signal: AbortSignal): Promise<void> {
    this.signal = signal
    return this.load()
  }

  private readonly load = coalesced(async () => {
    const { ownFile } = this.deps
    if (this.signal.aborted) return
    if (ownFile !== undefined) await this.loadOwn(ownFile)
    if (!this.source && !this.signal.aborted) await this.loadShipped()
  })

  private async loadOwn(file: string): Promise<void> {
    try {
      const stamp = await this.stampOf(file)
      if (stamp === this.tried) return
      this.tried = stamp
      const source = await this.deps.openOwn(file, this.signal)
      // Written while it was read: the next look finds it whole.
      if ((await this.stampOf(file)) !== stamp) this.tried = undefined
      this.source = source
      this.ownError = null
      this.deps.logger.info({ file, builtAt: source.database.builtAt }, `The ${source.database.kind} database has been loaded`)
    } catch (error) {
      if (this.signal.aborted) return
      const message = messageOf(error)
      if (message !== this.ownError) this.deps.logger.warn({ err: error, file }, 'A database of addresses cannot be used')
      this.ownError = message
    }
  }

  /** Changes with the file. One that has gone may come back as it was. */
  private async stampOf(file: string): Promise<string> {
    try {
      const { mtimeMs, size, ino } = await stat(file)
      return `${mtimeMs} ${size} ${ino}`
    } catch (error) {
      this.tried = undefined
      throw error
    }
  }

  private async loadShipped(): Promise<void> {
    try {
      this.source = await this.deps.openShipped(this.signal)
    } catch (error) {
      if (this.signal.aborted) return
      const message = messageOf(error)
      if (message !== this.shippedError) this.deps.logger.warn({ err: error }, 'The database of addresses that ships cannot be used')
      this.shippedError = message
    }
  }
}

function messageOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'There is no such file'
  if (code === 'EACCES') return 'The server may not read the file'
  if (code === 'EISDIR') return 'It is a folder'
  if (code === 'MODULE_NOT_FOUND') return 'It is not installed'
  return error instanceof Error ? error.message : String(error)
}
