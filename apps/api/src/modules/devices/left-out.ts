import type { MappingKind } from '@sallyport/shared'
import type { DesiredValue } from './device-driver.js'

/** A value that stays off the device, because devices of its version do not take it. */
export interface LeftOut {
  readonly value: string
  readonly reason: string
}

const URL_MAX = 255
const FIRST_WITH_NETWORKS = 10

/**
 * Why a group of the kind cannot hold the canonical value; undefined: it can, as far as is known. Registered addresses are
 * single ones; IPv4 networks and ranges too from PAN-OS 10.0 on, those of IPv6 never.
 * @param panosVersion null: not told
 */
export function reasonToLeaveOut(kind: MappingKind, panosVersion: string | null, value: string): string | undefined {
  if (kind === 'URL_CATEGORY') return value.length > URL_MAX ? `longer than ${URL_MAX} characters` : undefined
  if (kind !== 'DYNAMIC_ADDRESS_GROUP' || !/[/-]/.test(value)) return undefined
  if (value.includes(':')) return 'PAN-OS registers single IPv6 addresses only'
  const major = Number.parseInt(panosVersion ?? '', 10)
  return major < FIRST_WITH_NETWORKS ? 'PAN-OS registers networks and ranges from 10.0 on' : undefined
}

/** Parts what the device can take from what it cannot. */
export function sortOut(
  kind: MappingKind,
  panosVersion: string | null,
  wanted: readonly DesiredValue[],
): { readonly desired: DesiredValue[]; readonly leftOut: LeftOut[] } {
  const desired: DesiredValue[] = []
  const leftOut: LeftOut[] = []
  for (const wish of wanted) {
    const reason = reasonToLeaveOut(kind, panosVersion, wish.value)
    if (reason === undefined) desired.push(wish)
    else leftOut.push({ value: wish.value, reason })
  }
  return { desired, leftOut }
}

const NAMED_MAX = 3
const VALUE_MAX = 100

/** For the analyst, the first few by name; undefined where nothing was left out. */
export function leftOutText(leftOut: readonly LeftOut[]): string | undefined {
  if (leftOut.length === 0) return undefined
  const named = leftOut.slice(0, NAMED_MAX).map(({ value, reason }) => `${shortened(value)} (${reason})`)
  const more = leftOut.length > NAMED_MAX ? ` and ${leftOut.length - NAMED_MAX} more` : ''
  return `${leftOut.length} ${leftOut.length === 1 ? 'entry' : 'entries'} left out: ${named.join(', ')}${more}`
}

const shortened = (value: string): string => (value.length > VALUE_MAX ? `${value.slice(0, VALUE_MAX)}…` : value)
