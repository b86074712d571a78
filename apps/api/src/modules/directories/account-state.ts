import type { AccountState } from '@sallyport/shared'
import { textOf, type LdapEntry } from './ldap-entry.js'

/** Active Directory; OpenLDAP's password policy and shadow accounts; 389 DS and FreeIPA; eDirectory. */
export const ACCOUNT_STATE_ATTRIBUTES = [
  'userAccountControl',
  'msDS-User-Account-Control-Computed',
  'lockoutTime',
  'accountExpires',
  'pwdAccountLockedTime',
  'shadowExpire',
  'nsAccountLock',
  'loginDisabled',
] as const

const UAC_DISABLED = 0x2
const UAC_LOCKED = 0x10
const DAY_MS = 86_400_000
/** 100 ns since 1601. */
const FILETIME_PER_MS = 10_000n
const FILETIME_EPOCH_MS = 11_644_473_600_000n
const FILETIME_NEVER = 0x7fff_ffff_ffff_ffffn

/** The gravest that holds; UNKNOWN where the directory tells nothing that would say so. */
export function accountStateOf(entry: LdapEntry, now: number): AccountState {
  const control = integer(textOf(entry, 'userAccountControl'))
  const disabled = [textOf(entry, 'nsAccountLock'), textOf(entry, 'loginDisabled')]
  if (has(control, UAC_DISABLED) || disabled.some(isTrue)) return 'DISABLED'
  if (isExpired(entry, now)) return 'EXPIRED'
  if (isLocked(entry)) return 'LOCKED'
  const tells = control !== undefined || disabled.some(value => value !== undefined) || textOf(entry, 'shadowExpire') !== undefined
  return tells ? 'ACTIVE' : 'UNKNOWN'
}

function isExpired(entry: LdapEntry, now: number): boolean {
  const expires = integer(textOf(entry, 'accountExpires'))
  if (expires !== undefined && expires > 0n && expires < FILETIME_NEVER && fileTimeMs(expires) <= now) return true
  const day = integer(textOf(entry, 'shadowExpire'))
  // -1: never.
  return day !== undefined && day >= 0n && Number(day) * DAY_MS <= now
}

function isLocked(entry: LdapEntry): boolean {
  if (textOf(entry, 'pwdAccountLockedTime') !== undefined) return true
  // Computed by the server: the lock ends by itself, while lockoutTime stays until the next sign-in.
  const computed = integer(textOf(entry, 'msDS-User-Account-Control-Computed'))
  if (computed !== undefined) return has(computed, UAC_LOCKED)
  return (integer(textOf(entry, 'lockoutTime')) ?? 0n) > 0n
}

const fileTimeMs = (value: bigint): number => Number(value / FILETIME_PER_MS - FILETIME_EPOCH_MS)

const integer = (text: string | undefined): bigint | undefined =>
  text !== undefined && /^-?\d{1,19}$/.test(text.trim()) ? BigInt(text.trim()) : undefined

const has = (value: bigint | undefined, bit: number): boolean => value !== undefined && (value & BigInt(bit)) !== 0n

const isTrue = (text: string | undefined): boolean => text?.trim().toLowerCase() === 'true'
