// Measures look-ups against feeds of a million entries in memory, as FeedIndex does them: no database, no network.
import 'reflect-metadata'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FeedKind } from '@sallyport/shared'
import { inTurns } from '../../apps/api/src/modules/places/index.js'
import { buildFeedTable } from '../../apps/api/src/modules/reputation/feeds/feed-table.js'

export interface PrefixBenchOptions {
  /** Of each feed. */
  readonly entries: number
  /** Of a round. */
  readonly lookups: number
  readonly repeats: number
}

export type PrefixResult = Readonly<Record<string, string | number>>

let state = 1
/** The same numbers in every run. */
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state
}

const dotted = (address: number): string => `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`
const ipv4 = (): number => ((20 + (random() % 180)) * 2 ** 24 + (random() >>> 8)) >>> 0
const ipv6 = (): string =>
  `2a00:${(random() >>> 16).toString(16)}:${(random() >>> 16).toString(16)}::${((random() >>> 16) | 1).toString(16)}`

/** As large feeds are: mostly single addresses, some networks that hold others. */
function prefix4(): string {
  const address = ipv4()
  const kind = random() >>> 24
  if (kind < 230) return dotted(address)
  const bits = kind < 250 ? 24 : 16
  return `${dotted((address & -(2 ** (32 - bits))) >>> 0)}/${bits}`
}
const prefix6 = (): string => (random() >>> 24 < 200 ? ipv6() : `${ipv6().split('::')[0]}::/48`)
const domain = (): string => `${(random() >>> 4).toString(36)}.${(random() >>> 22).toString(36)}.example`

interface Case {
  readonly name: string
  readonly feed: FeedKind
  readonly entry: () => string
  /** Every other one is an entry. */
  readonly asked: () => string
}

const CASES: readonly Case[] = [
  { name: 'IPv4 prefixes', feed: 'ADDRESS', entry: prefix4, asked: () => dotted(ipv4()) },
  { name: 'IPv6 prefixes', feed: 'ADDRESS', entry: prefix6, asked: ipv6 },
  { name: 'domains', feed: 'DOMAIN', entry: domain, asked: () => `www.${domain()}` },
]

async function measure({ name, feed, entry, asked }: Case, options: PrefixBenchOptions): Promise<PrefixResult> {
  const entries = Array.from({ length: options.entries }, entry)
  const body = Buffer.from(`${entries.join('\n')}\n`)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const start = performance.now()
  const table = await inTurns(buildFeedTable(feed, body))
  const buildMs = performance.now() - start
  delay.disable()
  const values = Array.from({ length: 200_000 }, (_, index) =>
    index % 2 === 0 ? asked() : (entries[random() % entries.length] ?? '').replace(/\/\d+$/, ''),
  )
  const rates: number[] = []
  let hits = 0
  for (let round = 0; round < options.repeats; round += 1) {
    const { lookups } = options
    hits = 0
    const from = performance.now()
    for (let at = 0; at < lookups; at += 1)
      if (table.match({ kind: feed, value: values[at % values.length] ?? '' }) !== undefined) hits += 1
    rates.push((lookups / (performance.now() - from)) * 1_000)
  }
  rates.sort((left, right) => left - right)
  return {
    feed: name,
    entries: table.count,
    'build ms': Math.round(buildMs),
    'thread kept, ms': Math.round(delay.max / 1e6),
    'look-ups/s (median)': Math.round(rates[Math.floor(rates.length / 2)] ?? 0),
    spread: `${Math.round(rates[0] ?? 0)} – ${Math.round(rates.at(-1) ?? 0)}`,
    'found %': Math.round((100 * hits) / options.lookups),
  }
}

/** A feed of each kind in turn, one row each. */
export async function benchPrefixes(options: PrefixBenchOptions): Promise<PrefixResult[]> {
  const results: PrefixResult[] = []
  for (const one of CASES) results.push(await measure(one, options))
  return results
}
