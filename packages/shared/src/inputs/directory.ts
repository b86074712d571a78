import { z } from 'zod'
import { TlsTrust } from '../device-enums.js'
import { DirectoryPreset, PersonAttribute } from '../enrichment-enums.js'
import { LDAP_FILTER_MAX_LENGTH, ldapFilterFault } from '../ldap-filter.js'

export const DIRECTORY_URLS_MAX = 5
export const DIRECTORY_DOMAINS_MAX = 50
export const DIRECTORY_TIMEOUT_MAX_SECONDS = 30
export const DIRECTORY_CACHE_MAX_SECONDS = 30 * 86_400

const URL_PARTS = /^(ldaps?):\/\/(?:\[([\da-f:.]{2,45})\]|([a-z\d](?:[a-z\d._-]{0,251}[a-z\d])?))(?::(\d{1,5}))?\/?$/i

export interface LdapUrl {
  readonly secure: boolean
  readonly host: string
  readonly port: number
}

/** ldap://host, ldaps://host:port, ldap://[2001:db8::1]; undefined: none of them. */
export function parseLdapUrl(text: string): LdapUrl | undefined {
  const [, scheme, bracketed, host, port] = URL_PARTS.exec(text.trim()) ?? []
  if (scheme === undefined) return undefined
  const secure = scheme.toLowerCase() === 'ldaps'
  const number = port === undefined ? (secure ? 636 : 389) : Number(port)
  return number > 0 && number <= 65_535 ? { secure, host: bracketed ?? host ?? '', port: number } : undefined
}

const url = z
  .string()
  .trim()
  .max(300, 'At most 300 characters')
  .refine(text => parseLdapUrl(text) !== undefined, 'Enter a URL such as ldaps://dc1.corp.example or ldap://dc1.corp.example:389')
  .transform(text => text.replace(/\/$/, '').toLowerCase())

/** Which LDAP attribute holds what: `attribute` is a PersonAttribute such as `department`, `name` an LDAP attribute such as `departmentNumber`. */
export const attributeMapping = z.object({
  attribute: z.enum(PersonAttribute),
  name: z
    .string()
    .trim()
    .max(100, 'At most 100 characters')
    .regex(/^(?:[a-z][a-z\d-]*|\d+(?:\.\d+)+)$/i, 'Not the name of an LDAP attribute'),
})
export type AttributeMapping = z.infer<typeof attributeMapping>

/** A DN has attribute=value. */
const DN = /^\s*(?:[a-z][a-z\d-]*|\d+(?:\.\d+)+)\s*=/i
/** A directory takes a DN; Active Directory takes user@domain and DOMAIN\user, too. */
const BIND_NAME = /=|@|\\/
const NO_CONTROL = /^\P{C}*$/u

const fields = {
  name: z.string().trim().min(1, 'Enter a name').max(100, 'At most 100 characters'),
  enabled: z.boolean(),
  preset: z.enum(DirectoryPreset),
  urls: z
    .array(url)
    .min(1, 'Enter at least one URL')
    .max(DIRECTORY_URLS_MAX, `At most ${DIRECTORY_URLS_MAX} URLs`)
    .refine(urls => new Set(urls).size === urls.length, 'Each URL only once'),
  startTls: z.boolean(),
  tlsTrust: z.enum(TlsTrust),
  tlsCaPem: z
    .string()
    .trim()
    .max(65_536, 'At most 64 KiB')
    .includes('-----BEGIN CERTIFICATE-----', { message: 'Not a certificate in PEM form' })
    .nullable(),
  /** SHA-256, with or without colons; several, one for each server, with commas. Kept as upper-case pairs with colons. */
  tlsFingerprint: z
    .string()
    .max(1_000)
    .transform(text => text.split(',').map(one => one.replaceAll(/[:\s]/g, '').toUpperCase()))
    .refine(all => all.every(one => /^[0-9A-F]{64}$/.test(one)), 'A SHA-256 fingerprint has 64 hexadecimal digits')
    .transform(all => all.map(one => one.match(/../g)?.join(':') ?? '').join(', '))
    .nullable(),
  /** Empty: anonymous. Reading is all that is needed. */
  bindDn: z
    .string()
    .trim()
    .max(500, 'At most 500 characters')
    .regex(NO_CONTROL, 'Only printable characters')
    .refine(text => text === '' || BIND_NAME.test(text), 'Enter a DN, or user@domain for Active Directory'),
  /** Write-only. */
  bindPassword: z.string().max(256, 'At most 256 characters'),
  baseDn: z
    .string()
    .trim()
    .min(1, 'Enter the base DN')
    .max(500, 'At most 500 characters')
    .regex(DN, 'Enter a DN such as dc=corp,dc=example')
    .regex(NO_CONTROL, 'Only printable characters'),
  /** With {user} (the account name) or {mail} (user@domain). */
  userFilter: z
    .string()
    .trim()
    .min(1, 'Enter a filter')
    .max(LDAP_FILTER_MAX_LENGTH, `At most ${LDAP_FILTER_MAX_LENGTH} characters`)
    .superRefine((text, check) => {
      const message = text === '' ? undefined : ldapFilterFault(text)
      if (message !== undefined) check.addIssue({ code: 'custom', message })
    }),
  attributes: z
    .array(attributeMapping)
    .max(Object.keys(PersonAttribute).length, 'Each attribute only once')
    .refine(all => new Set(all.map(one => one.attribute)).size === all.length, 'Each attribute only once'),
  nestedGroups: z.boolean(),
  /** NetBIOS and DNS names. Empty: users of all domains that no other directory names. */
  domains: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .max(253, 'At most 253 characters')
        .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?$/u, 'Enter a domain such as CORP or corp.example'),
    )
    .max(DIRECTORY_DOMAINS_MAX, `At most ${DIRECTORY_DOMAINS_MAX} domains`)
    .transform(domains => [...new Set(domains)]),
  timeoutSeconds: z
    .int()
    .min(1, 'At least a second')
    .max(DIRECTORY_TIMEOUT_MAX_SECONDS, `At most ${DIRECTORY_TIMEOUT_MAX_SECONDS} seconds`),
  cacheSeconds: z.int().min(60, 'At least a minute').max(DIRECTORY_CACHE_MAX_SECONDS, 'At most 30 days'),
  unknownCacheSeconds: z.int().min(60, 'At least a minute').max(DIRECTORY_CACHE_MAX_SECONDS, 'At most 30 days'),
}

/** What is not given is taken from the preset. */
export const directoryCreateInput = z
  .object({ name: fields.name, preset: fields.preset, urls: fields.urls, baseDn: fields.baseDn })
  .extend(z.object(fields).omit({ name: true, preset: true, urls: true, baseDn: true }).partial().shape)
export type DirectoryCreateInput = z.infer<typeof directoryCreateInput>

/** undefined leaves a field as it is. */
export const directoryUpdateInput = z.object(fields).partial()
export type DirectoryUpdateInput = z.infer<typeof directoryUpdateInput>

export const directoryTestInput = z
  .object({ user: z.string().trim().min(1, 'Enter a user name').max(255, 'At most 255 characters') })
  .extend(
    z.object(fields).omit({ name: true, enabled: true, domains: true, cacheSeconds: true, unknownCacheSeconds: true }).partial().shape,
  )
export type DirectoryTestInput = z.infer<typeof directoryTestInput>
