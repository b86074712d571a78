import { crc32 } from 'node:zlib'
import { Transport } from '@sallyport/shared'
import { z } from 'zod'
import type { LineBatch } from './syslog-line.js'

/**
 * A record on disk: `SLPY`, length of the payload (u32 LE), CRC-32 of the payload (u32 LE), payload. The payload is
 * JSON, lines as tuples. The mark lets a reader find the next record after a damaged one.
 */
const MARK = Buffer.from('SLPY', 'latin1')
const HEADER_BYTES = 12
const PAYLOAD_MAX_BYTES = 256 * 1024 * 1024

const Payload = z.object({
  key: z.uuid(),
  lines: z.array(z.tuple([z.string(), z.number(), z.string(), z.enum(Transport), z.boolean()])),
})

export function encodeRecord(batch: LineBatch): Buffer {
  const lines = batch.lines.map(line => [line.text, line.receivedAt, line.sender, line.transport, line.cut])
  const payload = Buffer.from(JSON.stringify({ key: batch.key, lines }), 'utf8')
  const header = Buffer.alloc(HEADER_BYTES)
  MARK.copy(header)
  header.writeUInt32LE(payload.length, 4)
  header.writeUInt32LE(crc32(payload), 8)
  return Buffer.concat([header, payload])
}

export interface DecodedRecord {
  readonly batch: LineBatch
  /** Offset after the record. */
  readonly end: number
  /** Bytes before the record that belong to no intact one. */
  readonly skippedBytes: number
}

/** The first intact record at or after the offset; undefined when there is none: the end, a torn tail, or damage only. */
export function decodeRecord(bytes: Buffer, offset: number): DecodedRecord | undefined {
  for (let at = bytes.indexOf(MARK, offset); at !== -1; at = bytes.indexOf(MARK, at + 1)) {
    const batch = decodeAt(bytes, at)
    if (batch) return { ...batch, skippedBytes: at - offset }
  }
  return undefined
}

function decodeAt(bytes: Buffer, at: number): { batch: LineBatch; end: number } | undefined {
  if (at + HEADER_BYTES > bytes.length) return undefined
  const length = bytes.readUInt32LE(at + 4)
  const end = at + HEADER_BYTES + length
  if (length > PAYLOAD_MAX_BYTES || end > bytes.length) return undefined
  const payload = bytes.subarray(at + HEADER_BYTES, end)
  if (crc32(payload) !== bytes.readUInt32LE(at + 8)) return undefined
  const parsed = Payload.safeParse(JSON.parse(payload.toString('utf8')))
  if (!parsed.success) return undefined
  const lines = parsed.data.lines.map(([text, receivedAt, sender, transport, cut]) => ({
    text,
    receivedAt,
    sender,
    transport,
    cut,
    bytes: text.length,
  }))
  return { batch: { key: parsed.data.key, lines }, end }
}

/** Records by their lengths alone: exact unless the file is damaged. */
export function estimateRecords(bytes: Buffer): number {
  let count = 0
  for (let at = 0; at + HEADER_BYTES <= bytes.length && bytes.subarray(at, at + MARK.length).equals(MARK); count += 1)
    at += HEADER_BYTES + bytes.readUInt32LE(at + 4)
  return count
}
