import { z } from 'zod'

export const PROVIDER_CACHE_MIN_SECONDS = 300
export const PROVIDER_CACHE_MAX_SECONDS = 30 * 86_400
export const PROVIDER_QUOTA_MAX = 10_000_000
export const PROVIDER_PER_MINUTE_MAX = 60_000

/** Scheme, host, port, path; no user, query or fragment. */
const BASE_URL = /^(https?):\/\/(\[[0-9a-f:.]{2,45}\]|[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?::(\d{1,5}))?(?:\/[a-z0-9._~/-]*)?$/i
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i

/** Why nothing can be asked there; undefined: it can. The key goes there, so that it must be encrypted, except on this machine. */
export function baseUrlFault(url: string): string | undefined {
  const [, scheme = '', host = '', port] = BASE_URL.exec(url) ?? []
  if (host === '') return 'Write it as https://host, with or without a port and a path'
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return 'Not a port'
  if (scheme.toLowerCase() === 'http' && !LOOPBACK.test(host)) return 'The key must not travel in the clear: use https'
  return undefined
}

const baseUrl = z
  .string()
  .trim()
  .max(500, 'At most 500 characters')
  .transform(text => text.replace(/\/+$/, ''))
  .superRefine((text, check) => {
    const message = baseUrlFault(text)
    if (message !== undefined) check.addIssue({ code: 'custom', message })
  })

const fields = {
  enabled: z.boolean(),
  /** Write-only. null clears it. It becomes a header. */
  apiKey: z
    .string()
    .trim()
    .min(1, 'Enter the API key')
    .max(256, 'At most 256 characters')
    .regex(/^[\x21-\x7e]+$/, 'A key has no spaces and no special letters')
    .nullable(),
  /** null: the public one. */
  baseUrl: baseUrl.nullable(),
  /** 0: no quota. */
  dailyQuota: z.int().min(0, 'At least 0').max(PROVIDER_QUOTA_MAX, `At most ${PROVIDER_QUOTA_MAX}`),
  /** 0: as fast as it answers. */
  perMinute: z.int().min(0, 'At least 0').max(PROVIDER_PER_MINUTE_MAX, `At most ${PROVIDER_PER_MINUTE_MAX}`),
  cacheSeconds: z.int().min(PROVIDER_CACHE_MIN_SECONDS, 'At least 5 minutes').max(PROVIDER_CACHE_MAX_SECONDS, 'At most 30 days'),
  weight: z.int().min(0, 'At least 0').max(100, 'At most 100'),
}

/** undefined leaves a field as it is. */
export const reputationProviderUpdateInput = z.object(fields).partial()
export type ReputationProviderUpdateInput = z.infer<typeof reputationProviderUpdateInput>

/** What is not given is taken from the settings. */
export const reputationProviderTestInput = z.object(fields).pick({ apiKey: true, baseUrl: true }).partial()
export type ReputationProviderTestInput = z.infer<typeof reputationProviderTestInput>
