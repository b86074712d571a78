import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { ListRow } from '../lists/index.js'
import { csvOf, entriesOfJson, jsonOf, type PublishedEntry } from './entry-formats.js'
import { panText } from './pan-text.js'
import { EXTENSIONS, type Extension, type StoredBodies } from './served-version.js'

const gzipped = promisify(gzip)
const gunzipped = promisify(gunzip)

export interface Rendering {
  readonly bodies: Readonly<Record<Extension, Buffer>>
  /** The most important first. */
  readonly values: readonly string[]
  /** Lines of the text that firewalls could choke on: left out. */
  readonly dropped: readonly string[]
}

/** The same entries and settings make the same bytes. */
export async function renderVersion(
  { kind, aggregate, trailingSlash }: Pick<ListRow, 'kind' | 'aggregate' | 'trailingSlash'>,
  entries: readonly PublishedEntry[],
): Promise<Rendering> {
  const values = entries.map(({ value }) => value)
  const { text, dropped } = await panText(values, { kind, aggregate, trailingSlash })
  const json = Buffer.from(await jsonOf(kind, entries))
  const csv = Buffer.from(await csvOf(entries))
  return { bodies: { txt: Buffer.from(text), json, csv }, values, dropped }
}

/** As it is stored. */
export async function compressed({ bodies }: Pick<Rendering, 'bodies'>): Promise<StoredBodies> {
  const [txt, json, csv] = await Promise.all([gzipped(bodies.txt), gzipped(bodies.json), gzipped(bodies.csv)])
  return { txt, json, csv }
}

/** Compares what firewalls get, as compressed bytes may differ for the same content. */
export async function isSameContent({ bodies }: Pick<Rendering, 'bodies'>, stored: StoredBodies): Promise<boolean> {
  for (const extension of EXTENSIONS) if (!bodies[extension].equals(await gunzipped(stored[extension]))) return false
  return true
}

export const storedEntries = async ({ json }: StoredBodies): Promise<PublishedEntry[]> =>
  entriesOfJson((await gunzipped(json)).toString('utf8'))
