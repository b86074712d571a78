import { createReadStream } from 'node:fs'
import { AddressTableBuilder } from './address-table.js'
import { readAddress, type AddressWords } from './address-words.js'
import type { GeoRecord } from './geo-record.js'
import { inTurns } from './in-turns.js'

const ORGANISATION_MAX = 200
/** Of a line that has no end. */
const LINE_MAX = 4_096
/** A small part of a second's turn. */
const CHUNK_BYTES = 64 * 1_024
/** A file of which more lines than this share cannot be read is not the one that we know. */
const BAD_MAX = 0.01

/** Lines `first,last,number,organisation` of ip-location-db: addresses as text, or as numbers where they are IPv4. */
export interface AsnLine {
  readonly first: AddressWords
  readonly last: AddressWords
  readonly asn: number
  readonly organisation: string
}

/** undefined: it is none. */
export function readAsnLine(line: string): AsnLine | undefined {
  const one = line.indexOf(',')
  const two = line.indexOf(',', one + 1)
  const three = line.indexOf(',', two + 1)
  if (one < 0 || two < 0 || three < 0) return undefined
  const first = readEnd(line.slice(0, one))
  const last = readEnd(line.slice(one + 1, two))
  const asn = Number(line.slice(two + 1, three))
  if (first === undefined || last === undefined || !Number.isInteger(asn) || asn < 0 || typeof first !== typeof last) return undefined
  return { first, last, asn, organisation: unquoted(line.slice(three + 1)).slice(0, ORGANISATION_MAX) }
}

const readEnd = (text: string): AddressWords | undefined =>
  /^\d{1,10}$/.test(text) ? (Number(text) <= 0xffff_ffff ? Number(text) : undefined) : readAddress(text)

const unquoted = (field: string): string => (field.startsWith('"') ? field.replace(/^"|"$/g, '').replaceAll('""', '"') : field)

/** Which autonomous system an address is of: half a million ranges in some 30 MB. */
export interface AsnTable {
  readonly count: number
  find(words: AddressWords): Pick<GeoRecord, 'asn' | 'organisation'> | undefined
}

class Systems {
  private numbers = new Uint32Array(1_024)
  private names = new Uint32Array(1_024)

  set(index: number, number: number, name: number): void {
    if (index >= this.numbers.length) {
      this.numbers = doubled(this.numbers)
      this.names = doubled(this.names)
    }
    this.numbers[index] = number
    this.names[index] = name
  }

  get(index: number): { number: number; name: number } {
    return { number: this.numbers[index] ?? 0, name: this.names[index] ?? 0 }
  }
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(array.length * 2)
  longer.set(array)
  return longer
}

/**
 * Reads the files in small pieces, so that the thread is never kept for long.
 * @throws when a file cannot be read, or holds something else
 */
export async function loadAsnTable(files: readonly string[], signal: AbortSignal): Promise<AsnTable> {
  const builder = new AddressTableBuilder()
  const systems = { 4: new Systems(), 6: new Systems() }
  const organisations: string[] = []
  const known = new Map<string, number>()
  for (const file of files) {
    let [good, bad] = [0, 0]
    for await (const lines of linesOf(file, signal))
      for (const line of lines) {
        const read = readAsnLine(line)
        if (!read) {
          bad += 1
          continue
        }
        good += 1
        let name = known.get(read.organisation)
        if (name === undefined) {
          // A piece of a string keeps the whole alive: here that would be the file.
          const kept = Buffer.from(read.organisation).toString()
          name = organisations.push(kept) - 1
          known.set(kept, name)
        }
        systems[typeof read.first === 'number' ? 4 : 6].set(builder.add(read), read.asn, name)
      }
    if (good === 0 || bad > good * BAD_MAX) throw new Error(`${file} does not hold lines first,last,number,organisation`)
  }
  const table = await inTurns(builder.build(), signal)
  return {
    count: table.count,
    find: words => {
      const found = table.find(words)
      if (found < 0) return undefined
      const { number, name } = systems[typeof words === 'number' ? 4 : 6].get(found)
      return number === 0 ? undefined : { asn: number, organisation: organisations[name] || undefined }
    },
  }
}

async function* linesOf(file: string, signal: AbortSignal): AsyncGenerator<readonly string[]> {
  let rest = ''
  for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: CHUNK_BYTES, signal })) {
    const lines = (rest + String(chunk)).split('\n')
    rest = (lines.pop() ?? '').slice(0, LINE_MAX)
    yield lines
  }
  if (rest !== '') yield [rest]
}
