import { mkdir, open, readdir, readFile, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { Logger } from '../../platform/logger.js'
import { decodeRecord, encodeRecord, estimateRecords } from './spool-record.js'
import type { LineBatch } from './syslog-line.js'

interface SpoolDeps {
  readonly directory: string
  readonly maxBytes: number
  /** A segment that has reached this size is followed by a new one. */
  readonly segmentBytes: number
  readonly logger: Logger
}

interface Segment {
  readonly file: string
  bytes: number
}

interface Reading {
  readonly segment: Segment
  readonly bytes: Buffer
  offset: number
}

const SEGMENT_NAME = /^(\d{12})\.spool$/

/**
 * Batches that wait for the database, on disk, in the order of their arrival. A batch is on the disk when append()
 * resolves; a crash in the middle leaves a torn tail that reading passes over. Segments are deleted when all their
 * batches are stored; after a restart the oldest one is replayed from its beginning, which is harmless since batches
 * are known by their keys. One reader and any number of appenders.
 */
export class Spool {
  #segments: Segment[] = []
  #nextNumber = 1
  #writing: { readonly segment: Segment; readonly handle: FileHandle } | undefined
  #reading: Reading | undefined
  #batches = 0
  #appending = 0
  #tail: Promise<unknown> = Promise.resolve()

  constructor(private readonly deps: SpoolDeps) {}

  /** Finds what an earlier run left. */
  async open(): Promise<void> {
    await mkdir(this.deps.directory, { recursive: true, mode: 0o700 })
    const names = (await readdir(this.deps.directory)).filter(name => SEGMENT_NAME.test(name)).sort((a, b) => (a < b ? -1 : 1))
    for (const name of names) {
      const file = path.join(this.deps.directory, name)
      this.#segments.push({ file, bytes: (await stat(file)).size })
      this.#nextNumber = Number(SEGMENT_NAME.exec(name)?.[1] ?? 0) + 1
      this.#batches += estimateRecords(await readFile(file))
    }
  }

  async close(): Promise<void> {
    await this.#exclusive(async () => {
      await this.#writing?.handle.close()
      this.#writing = undefined
      this.#reading = undefined
    })
  }

  get isEmpty(): boolean {
    return this.#segments.length === 0 && this.#appending === 0
  }

  /** After damage on the disk this is an estimate until the spool is empty. */
  get batches(): number {
    return this.#batches
  }

  get bytes(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.bytes, 0)
  }

  /**
   * Writes the batch to the disk. False when it does not fit, or the disk refuses it; `beyondLimit` is for the last
   * batches of a process that ends.
   */
  async append(batch: LineBatch, options: { readonly beyondLimit?: boolean } = {}): Promise<boolean> {
    this.#appending += 1
    try {
      return await this.#exclusive(async () => {
        const record = encodeRecord(batch)
        if (!options.beyondLimit && this.bytes + record.length > this.deps.maxBytes) return false
        const { segment, handle } = await this.#writable()
        // At the offset of the last whole record: what a failed write left is overwritten.
        await handle.write(record, 0, record.length, segment.bytes)
        await handle.datasync()
        segment.bytes += record.length
        this.#batches += 1
        return true
      })
    } catch (error) {
      this.deps.logger.error({ err: error }, 'The spool cannot be written')
      return false
    } finally {
      this.#appending -= 1
    }
  }

  /** Up to `count` of the oldest batches; call advance() when they are stored. No batches: nothing waits. */
  oldest(count: number): Promise<{ readonly batches: LineBatch[]; readonly advance: () => Promise<void> }> {
    return this.#exclusive(async () => {
      for (let segment = this.#segments[0]; segment; segment = this.#segments[0]) {
        const reading = await this.#read(segment)
        const { batches, offset, skipped } = take(reading, count)
        if (skipped > 0) this.deps.logger.warn({ file: segment.file, skipped }, 'The spool is damaged: bytes were passed over')
        const advance = () => this.#exclusive(() => this.#advance(reading, offset, batches.length))
        if (batches.length > 0) return { batches, advance }
        await this.#remove(segment)
      }
      this.#batches = 0
      return { batches: [], advance: async () => undefined }
    })
  }

  async #advance(reading: Reading, offset: number, batches: number): Promise<void> {
    reading.offset = offset
    this.#batches = Math.max(this.#batches - batches, 0)
    const exhausted = reading.bytes.length === reading.segment.bytes && !decodeRecord(reading.bytes, offset)
    if (exhausted) await this.#remove(reading.segment)
  }

  /** One at a time: a segment must not be deleted while it is appended to. */
  #exclusive<T>(use: () => Promise<T>): Promise<T> {
    const done = this.#tail.then(use)
    this.#tail = done.catch(() => undefined)
    return done
  }

  async #read(segment: Segment): Promise<Reading> {
    const reading = this.#reading
    if (reading?.segment === segment && (reading.bytes.length >= segment.bytes || decodeRecord(reading.bytes, reading.offset)))
      return reading
    // The newest segment grows while it is read.
    const offset = reading?.segment === segment ? reading.offset : 0
    this.#reading = { segment, bytes: (await readFile(segment.file)).subarray(0, segment.bytes), offset }
    return this.#reading
  }

  async #writable(): Promise<{ segment: Segment; handle: FileHandle }> {
    if (this.#writing && this.#writing.segment.bytes < this.deps.segmentBytes) return this.#writing
    await this.#writing?.handle.close()
    this.#writing = undefined
    const file = path.join(this.deps.directory, `${String(this.#nextNumber).padStart(12, '0')}.spool`)
    this.#nextNumber += 1
    const handle = await open(file, 'wx', 0o600)
    const segment = { file, bytes: 0 }
    this.#segments.push(segment)
    this.#writing = { segment, handle }
    return this.#writing
  }

  async #remove(segment: Segment): Promise<void> {
    if (this.#writing?.segment === segment) {
      await this.#writing.handle.close()
      this.#writing = undefined
    }
    this.#segments = this.#segments.filter(other => other !== segment)
    this.#reading = undefined
    await rm(segment.file, { force: true })
  }
}

function take(reading: Reading, count: number): { batches: LineBatch[]; offset: number; skipped: number } {
  const batches: LineBatch[] = []
  let { offset } = reading
  let skipped = 0
  while (batches.length < count) {
    const record = decodeRecord(reading.bytes, offset)
    if (!record) break
    skipped += record.skippedBytes
    batches.push(record.batch)
    offset = record.end
  }
  return { batches, offset, skipped }
}
