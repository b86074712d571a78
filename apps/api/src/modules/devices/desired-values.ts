import type { MappingKind } from '@sallyport/shared'
import type { ListRow, ListValue } from '../lists/index.js'
import type { DesiredValue } from './device-driver.js'

/**
 * What a device shall hold for a list, most important first, each value once. URLs and domains get the closing slash
 * that keeps `example.com` from matching `example.com.evil.test`, and `*.x` brings `x` along, which it does not match.
 */
export function desiredValues(
  kind: MappingKind,
  { kind: listKind, trailingSlash }: Pick<ListRow, 'kind' | 'trailingSlash'>,
  entries: readonly Pick<ListValue, 'value' | 'expiresAt'>[],
): DesiredValue[] {
  if (kind !== 'URL_CATEGORY') return entries.map(({ value, expiresAt }) => ({ value, expiresAt }))
  const values = new Map<string, DesiredValue>()
  for (const { value, expiresAt } of entries) {
    for (const url of urlsOf(value)) {
      const closed = (trailingSlash || listKind === 'DOMAIN') && !/[/*]$/.test(url) ? `${url}/` : url
      if (!values.has(closed)) values.set(closed, { value: closed, expiresAt })
    }
  }
  return [...values.values()]
}

const urlsOf = (value: string): string[] => (value.startsWith('*.') && value.slice(2).includes('.') ? [value, value.slice(2)] : [value])
