import type { IngestOutcome, UnreadableReason } from '@sallyport/shared'
import type { Reading, ToldAlert, ToldFirewall, UnderstoodAlert } from '../panos-log/index.js'
import { CounterSheet, NO_FIREWALL } from './counters.js'
import type { AlertIdentity, DuplicateWindow } from './duplicate-window.js'
import { firewallIdentity, type FirewallNews, type FirewallRegistry, type KnownFirewall } from './firewall-registry.js'
import type { LineReader } from './line-reader.js'
import { sumOfGains, type SequenceGain, type SequenceTracker } from './sequence-tracker.js'
import type { SyslogLine } from './syslog-line.js'
import { isKept } from './unreadable-ring.js'

export interface PreparedAlert {
  readonly line: SyslogLine
  readonly alert: UnderstoodAlert
  readonly firewall: KnownFirewall
  readonly identity: AlertIdentity | undefined
  /** identity.key, unless another alert with the same hash holds it. */
  dedupKey: bigint | undefined
}

/** Where each line of a batch ends, all that can be known before the database is asked. */
export interface PreparedBatch {
  alerts: PreparedAlert[]
  readonly duplicates: { readonly line: SyslogLine; readonly firewall: KnownFirewall }[]
  readonly setAside: {
    readonly line: SyslogLine
    readonly firewall: KnownFirewall
    readonly logType: string
    readonly told: ToldFirewall
  }[]
  readonly unreadable: { readonly line: SyslogLine; readonly reason: UnreadableReason }[]
  /** Holes in sequence numbers, by the identity that the firewall's lines tell. */
  readonly sequence: Map<string, { readonly firewall: KnownFirewall; readonly gain: SequenceGain }>
}

export interface ReadLines {
  readonly readings: readonly { readonly line: SyslogLine; readonly reading: Reading; readonly identity: string }[]
  readonly firewalls: ReadonlyMap<string, ToldFirewall>
}

/** Reads every line; pure. */
export function readLines(lines: readonly SyslogLine[], reader: Pick<LineReader, 'read'>): ReadLines {
  const firewalls = new Map<string, ToldFirewall>()
  const readings = lines.map(line => {
    const reading = reader.read(line)
    if (reading.kind === 'unreadable') return { line, reading, identity: '' }
    const told = reading.kind === 'alert' ? reading.told.firewall : reading.firewall
    const identity = firewallIdentity(told, line.sender)
    firewalls.set(identity, told)
    return { line, reading, identity }
  })
  return { readings, firewalls }
}

/** What is remembered from batch to batch. */
export interface IngestMemory {
  readonly firewalls: FirewallRegistry
  readonly window: DuplicateWindow
  readonly sequences: SequenceTracker
}

/**
 * Sorts read lines by what becomes of them. The firewalls must be in the registry. Enters alerts into the window and
 * the tracker: releaseBatch() undoes it for a batch that could not be stored.
 */
export function prepareBatch(read: ReadLines, memory: IngestMemory, reader: LineReader): PreparedBatch {
  const batch: PreparedBatch = { alerts: [], duplicates: [], setAside: [], unreadable: [], sequence: new Map() }
  const dedupKeys = new Set<bigint>()
  for (const { line, reading, identity: firewallName } of read.readings) {
    if (reading.kind === 'unreadable') {
      batch.unreadable.push({ line, reason: reading.reason })
      continue
    }
    const firewall = memory.firewalls.get(firewallName)
    if (!firewall) throw new Error(`Firewall ${firewallName} is not in the registry`)
    if (reading.kind === 'set-aside') {
      batch.setAside.push({ line, firewall, logType: reading.logType, told: reading.firewall })
      continue
    }
    const identity = reader.identityOf(reading.told)
    if (identity && !memory.window.add(identity)) {
      batch.duplicates.push({ line, firewall })
      continue
    }
    const dedupKey = identity && !dedupKeys.has(identity.key) ? identity.key : undefined
    if (dedupKey !== undefined) dedupKeys.add(dedupKey)
    if (reader.isNumbered) observeSequence(batch, { firewall, firewallName, told: reading.told }, memory.sequences)
    batch.alerts.push({ line, alert: reader.understand(reading.told, firewall.settings, line.receivedAt), firewall, identity, dedupKey })
  }
  return batch
}

export function releaseBatch(batch: PreparedBatch, { window, sequences }: IngestMemory): void {
  for (const { identity } of batch.alerts) if (identity) window.remove(identity)
  for (const [firewallName, { gain }] of batch.sequence) sequences.giveBack(firewallName, gain)
}

function observeSequence(
  batch: PreparedBatch,
  { firewall, firewallName, told }: { firewall: KnownFirewall; firewallName: string; told: ToldAlert },
  tracker: SequenceTracker,
): void {
  if (told.sequence === undefined || told.sequence === '0') return
  const found = tracker.observe(firewallName, BigInt(told.sequence))
  if (found.gaps === 0 && found.missing === 0n) return
  const known = batch.sequence.get(firewallName)
  batch.sequence.set(firewallName, { firewall, gain: known ? sumOfGains(known.gain, found) : found })
}

/** What the batch adds to the counters. Lines of the unreadable ring that could be read now leave their old count. */
export function countBatch(batch: PreparedBatch): CounterSheet {
  const sheet = new CounterSheet()
  const count = (line: SyslogLine, firewallId: number, outcome: IngestOutcome, detail: string) => {
    sheet.add({ at: line.receivedAt, firewallId, outcome, detail })
    if (isKept(line)) sheet.add({ at: line.receivedAt, firewallId: NO_FIREWALL, outcome: 'UNREADABLE', detail: line.kept.reason }, -1)
  }
  for (const { line, firewall } of batch.alerts) count(line, firewall.id, 'ALERT', '')
  for (const { line, firewall } of batch.duplicates) count(line, firewall.id, 'DUPLICATE', '')
  for (const { line, firewall, logType } of batch.setAside) count(line, firewall.id, 'SET_ASIDE', logType)
  for (const { line, reason } of batch.unreadable) if (!isKept(line)) count(line, NO_FIREWALL, 'UNREADABLE', reason)
  return sheet
}

/** What the batch tells of its firewalls, one entry each. */
export function firewallNews(batch: PreparedBatch): FirewallNews[] {
  const news = new Map<number, FirewallNews>()
  const entry = (firewall: KnownFirewall, line: SyslogLine): FirewallNews => {
    const known = news.get(firewall.id)
    if (known) {
      known.address = line.sender
      known.lastLineAt = Math.max(known.lastLineAt, line.receivedAt)
      return known
    }
    const fresh: FirewallNews = {
      id: firewall.id,
      name: '',
      address: line.sender,
      lastLineAt: line.receivedAt,
      panosVersion: undefined,
      fieldCount: undefined,
      clockSkewMs: undefined,
      firstAlertAt: undefined,
      lastAlertAt: undefined,
      alerts: 0,
      sequenceGaps: 0,
      sequenceMissing: 0n,
    }
    news.set(firewall.id, fresh)
    return fresh
  }
  for (const { line, firewall } of batch.duplicates) entry(firewall, line)
  for (const { line, firewall, told } of batch.setAside) {
    const one = entry(firewall, line)
    one.name = told.name || one.name
  }
  for (const { line, firewall, alert } of batch.alerts) {
    const one = entry(firewall, line)
    one.name = alert.firewall.name || one.name
    one.panosVersion = alert.firewall.panosVersion ?? one.panosVersion
    one.fieldCount = alert.fieldCount
    if (alert.zonedTime !== undefined) one.clockSkewMs = line.receivedAt - alert.zonedTime
    one.firstAlertAt = Math.min(one.firstAlertAt ?? line.receivedAt, line.receivedAt)
    one.lastAlertAt = Math.max(one.lastAlertAt ?? line.receivedAt, line.receivedAt)
    one.alerts += 1
  }
  for (const { firewall, gain } of batch.sequence.values()) {
    const one = news.get(firewall.id)
    if (!one) continue
    one.sequenceGaps += gain.gaps
    one.sequenceMissing += gain.missing
  }
  return [...news.values()]
}
