/** What a database says of an address. */
export interface GeoRecord {
  /** ISO 3166-1, two capitals. */
  readonly countryCode?: string | undefined
  readonly region?: string | undefined
  readonly city?: string | undefined
  readonly latitude?: number | undefined
  readonly longitude?: number | undefined
  readonly asn?: number | undefined
  readonly organisation?: string | undefined
}

const TEXT_MAX = 200
/** What an Int of GraphQL holds; higher ones are for private use (RFC 6996). */
const ASN_MAX = 2_147_483_647

/**
 * Reads a record of a MaxMind-format database, in the shape of GeoLite2 and GeoIP2 (nested, names by language) or the
 * flat ones of DB-IP Lite and IPinfo. Whatever is not of the expected form is left away. undefined: nothing in it is known to us.
 */
export function readGeoRecord(record: unknown): GeoRecord | undefined {
  const [country, registered, location, traits] = ['country', 'registered_country', 'location', 'traits'].map(key => at(record, key))
  const subdivisions = at(record, 'subdivisions')
  const system = { ...objectOf(traits), ...objectOf(record) }
  const known: GeoRecord = {
    countryCode: countryCode(at(country, 'iso_code') ?? at(record, 'country_code') ?? country ?? at(registered, 'iso_code')),
    region: text(
      at(record, 'state1') ?? at(record, 'region') ?? nameOf(Array.isArray(subdivisions) ? (subdivisions[0] as unknown) : undefined),
    ),
    city: text(nameOf(at(record, 'city')) ?? at(record, 'city')),
    latitude: degrees(at(location, 'latitude') ?? at(record, 'latitude'), 90),
    longitude: degrees(at(location, 'longitude') ?? at(record, 'longitude'), 180),
    asn: systemNumber(system['autonomous_system_number'] ?? system['asn']),
    organisation: text(system['autonomous_system_organization'] ?? system['as_name']),
  }
  return Object.values(known).some(value => value !== undefined) ? known : undefined
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const at = (value: unknown, key: string): unknown => objectOf(value)[key]

const nameOf = (value: unknown): unknown => at(at(value, 'names'), 'en')

function text(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const trimmed = value.replaceAll(/\p{C}+/gu, ' ').trim()
  return trimmed === '' ? undefined : trimmed.slice(0, TEXT_MAX).toWellFormed()
}

const countryCode = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[A-Z]{2}$/.test(value) && value !== 'ZZ' ? value : undefined

const degrees = (value: unknown, most: number): number | undefined =>
  typeof value === 'number' && Math.abs(value) <= most ? Math.round(value * 10_000) / 10_000 : undefined

function systemNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' ? Number(/^AS(\d{1,10})$/i.exec(value)?.[1] ?? Number.NaN) : value
  return typeof number === 'number' && Number.isInteger(number) && number > 0 && number <= ASN_MAX ? number : undefined
}
