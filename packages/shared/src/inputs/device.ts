import { z } from 'zod'
import { CommitPolicy, DeviceScope, DeviceType, DriftPolicy, MappingKind, TlsTrust, UpdateSchedule } from '../device-enums.js'
import type { ListKind } from '../list-enums.js'
import { timeZone } from './source.js'

/** PAN-OS: groups 63 characters, custom URL categories 31. */
export const GROUP_NAME_MAX_LENGTH: Readonly<Record<MappingKind, number>> = {
  ADDRESS_GROUP: 63,
  DYNAMIC_ADDRESS_GROUP: 63,
  URL_CATEGORY: 31,
}
export const INTERVAL_MAX_MINUTES = 1440
/** PAN-OS asks for no more than five calls at a time. */
export const CONCURRENT_CALLS_MAX = 5
export const CHANGE_TICKET_MAX_LENGTH = 64

/** Kinds of list that a mapping of the kind takes. */
export const LIST_KINDS_OF_MAPPING: Readonly<Record<MappingKind, readonly ListKind[]>> = {
  ADDRESS_GROUP: ['ADDRESS'],
  DYNAMIC_ADDRESS_GROUP: ['ADDRESS'],
  URL_CATEGORY: ['URL', 'DOMAIN'],
}

const RESERVED_NAMES = ['any', 'shared', 'none']
const TAG_WORDS = ['and', 'or', 'not']

/**
 * Why PAN-OS would not take it as the name of a group of the kind; undefined: it would. PAN-OS takes letters, digits,
 * space, `_`, `-` and `.`; the name of a dynamic group becomes part of a tag, where spaces must be single.
 */
export function groupNameFault(kind: MappingKind, name: string): string | undefined {
  if (name === '') return 'Enter a name'
  if (name.length > GROUP_NAME_MAX_LENGTH[kind]) return `At most ${GROUP_NAME_MAX_LENGTH[kind]} characters`
  if (name.trim() !== name) return 'No space at the beginning or the end'
  if (!/^[ a-zA-Z\d._-]+$/.test(name)) return 'Only letters, digits, space, _, - and .'
  if (!/^[a-zA-Z\d]/.test(name)) return 'The first character is a letter or a digit'
  if (RESERVED_NAMES.includes(name.toLowerCase())) return `${name} is reserved by PAN-OS`
  if (kind === 'DYNAMIC_ADDRESS_GROUP' && / {2}/.test(name)) return 'No two spaces in a row'
  if (kind === 'DYNAMIC_ADDRESS_GROUP' && TAG_WORDS.includes(name.toLowerCase())) return `${name} is a word of tag filters`
  return undefined
}

/** name, name:port, 192.0.2.1:port or [2001:db8::1]:port. */
const HOST = /^(?:\[[0-9a-fA-F:.]{2,45}\]|[0-9a-zA-Z](?:[0-9a-zA-Z.-]{0,251}[0-9a-zA-Z])?)(?::(\d{1,5}))?$/

export const isDeviceHost = (host: string): boolean => {
  const port = HOST.exec(host)?.[1]
  return HOST.test(host) && (port === undefined || (Number(port) > 0 && Number(port) <= 65_535))
}

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write the time as HH:MM')
const host = z
  .string()
  .trim()
  .min(1, 'Enter a host name or IP address')
  .max(255, 'At most 255 characters')
  .refine(isDeviceHost, 'Not a host name or IP address, with or without :port')

export const commitWindow = z.object({
  days: z.array(z.int().min(1).max(7)).min(1, 'Choose at least one day'),
  from: time,
  to: time,
})
export type CommitWindow = z.infer<typeof commitWindow>

const fields = {
  name: z.string().trim().min(1, 'Enter a name').max(100, 'At most 100 characters'),
  host,
  peerHost: host.nullable(),
  username: z.string().trim().min(1, 'Enter the user name').max(63, 'At most 63 characters'),
  /** Write-only. */
  password: z.string().min(1, 'Enter the password').max(256, 'At most 256 characters'),
  description: z.string().trim().max(1000, 'At most 1000 characters'),
  schedule: z.enum(UpdateSchedule),
  intervalMinutes: z.int().min(1, 'At least a minute').max(INTERVAL_MAX_MINUTES, 'At most a day').nullable(),
  dailyAt: time.nullable(),
  timeZone,
  scope: z.enum(DeviceScope),
  scopeName: z
    .string()
    .trim()
    .max(63, 'At most 63 characters')
    .regex(/^[ a-zA-Z\d._-]*$/, 'Only letters, digits, space, _, - and .'),
  commitPolicy: z.enum(CommitPolicy),
  commitWindows: z.array(commitWindow).max(20, 'At most 20 windows'),
  /** Goes into the description of a commit, which is one line. */
  changeTicket: z
    .string()
    .trim()
    .max(CHANGE_TICKET_MAX_LENGTH, `At most ${CHANGE_TICKET_MAX_LENGTH} characters`)
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u, 'Only printable characters'),
  tlsTrust: z.enum(TlsTrust),
  tlsCaPem: z
    .string()
    .trim()
    .max(65_536, 'At most 64 KiB')
    .includes('-----BEGIN CERTIFICATE-----', { message: 'Not a certificate in PEM form' })
    .nullable(),
  /** SHA-256, with or without colons; several, such as those of a pair, with commas. Kept as upper-case pairs with colons. */
  tlsFingerprint: z
    .string()
    .max(1_000)
    .transform(text => text.split(',').map(one => one.replaceAll(/[:\s]/g, '').toUpperCase()))
    .refine(all => all.every(one => /^[0-9A-F]{64}$/.test(one)), 'A SHA-256 fingerprint has 64 hexadecimal digits')
    .transform(all => all.map(one => one.match(/../g)?.join(':') ?? '').join(', '))
    .nullable(),
  maxConcurrent: z.int().min(1, 'At least one').max(CONCURRENT_CALLS_MAX, `At most ${CONCURRENT_CALLS_MAX}`),
  driftPolicy: z.enum(DriftPolicy),
}

export const deviceCreateInput = z
  .object({ type: z.enum(DeviceType), name: fields.name, host: fields.host, username: fields.username, password: fields.password })
  .extend(z.object(fields).omit({ name: true, host: true, username: true, password: true }).partial().shape)
export type DeviceCreateInput = z.infer<typeof deviceCreateInput>

/** undefined leaves a field as it is. */
export const deviceUpdateInput = z.object(fields).partial()
export type DeviceUpdateInput = z.infer<typeof deviceUpdateInput>

export const deviceTestInput = z
  .object(fields)
  .pick({ host: true, username: true, password: true, tlsTrust: true, tlsCaPem: true, tlsFingerprint: true, scope: true, scopeName: true })
  .partial()
export type DeviceTestInput = z.infer<typeof deviceTestInput>

export const mappingInput = z
  .object({ kind: z.enum(MappingKind), groupName: z.string().max(200) })
  .superRefine(({ kind, groupName }, check) => {
    const message = groupNameFault(kind, groupName)
    if (message !== undefined) check.addIssue({ code: 'custom', path: ['groupName'], message })
  })
