import type { ToldAlert } from '../panos-log/index.js'

/** What makes a line itself: two lines that share it are one alert delivered twice. */
export interface AlertIdentity {
  /** Exact: firewall, sequence number and time. */
  readonly text: string
  /** Second of generation in the high half, hash of the text in the low half: fits a bigint and sorts by time. */
  readonly key: bigint
}

/**
 * Firewalls number the entries of each log type; number, firewall and time of generation together name an entry.
 * undefined when one of them is not told: such a line is never taken for a duplicate.
 */
export function identityOf(told: ToldAlert): AlertIdentity | undefined {
  const firewall = told.firewall.serial || told.firewall.name
  if (!firewall || told.sequence === undefined || told.sequence === '0') return undefined
  const second = generationSecond(told)
  if (second === undefined) return undefined
  const text = `${firewall}|${told.sequence}|THREAT|${told.localTime ?? told.zonedTime}`
  return { text, key: (BigInt(second) << 32n) | BigInt(fnv1a(text)) }
}

// Many lines in a row tell the same second.
let lastLocalTime = ''
let lastSecond: number | undefined

function generationSecond(told: ToldAlert): number | undefined {
  if (told.localTime === undefined) return told.zonedTime === undefined ? undefined : clamp(Math.floor(told.zonedTime / 1000))
  if (told.localTime !== lastLocalTime) {
    lastLocalTime = told.localTime
    lastSecond = secondOf(told.localTime)
  }
  return lastSecond
}

/** Only to spread and sort keys: the zone does not matter, as long as the time is read the same way always. */
function secondOf(localTime: string): number | undefined {
  const digits = (from: number, to: number) => Number(localTime.slice(from, to))
  const ms = Date.UTC(digits(0, 4), digits(5, 7) - 1, digits(8, 10), digits(11, 13), digits(14, 16), digits(17, 19))
  return Number.isNaN(ms) ? undefined : clamp(ms / 1000)
}

const clamp = (second: number): number => Math.min(Math.max(second, 0), 0x7fff_ffff)

/** FNV-1a, 32 bits. */
function fnv1a(text: string): number {
  let hash = 0x811c_9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x0100_0193)
  return hash >>> 0
}

/**
 * The identities of the newest alerts, exact, in two generations. It spares the database the usual case (two
 * collectors forward the same line within moments); what it forgot, the unique index still finds.
 */
export class DuplicateWindow {
  #young = new Set<string>()
  #old = new Set<string>()

  constructor(private readonly size: number) {}

  /** False when it is there already. */
  add(identity: AlertIdentity): boolean {
    if (this.#young.has(identity.text) || this.#old.has(identity.text)) return false
    if (this.#young.size >= this.size / 2) {
      this.#old = this.#young
      this.#young = new Set()
    }
    this.#young.add(identity.text)
    return true
  }

  remove(identity: AlertIdentity): void {
    this.#young.delete(identity.text)
    this.#old.delete(identity.text)
  }
}
