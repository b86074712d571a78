import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readGeoRecord } from './geo-record.js'

describe('readGeoRecord', () => {
  it.each([
    [
      'GeoLite2 City',
      {
        city: { geoname_id: 1, names: { de: 'Musterstadt', en: 'Sampletown' } },
        country: { iso_code: 'DE', names: { en: 'Germany' } },
        registered_country: { iso_code: 'FR' },
        location: { latitude: 52.520008, longitude: 13.404954, accuracy_radius: 20 },
        subdivisions: [{ iso_code: 'BE', names: { en: 'Berlin' } }, { names: { en: 'Mitte' } }],
      },
      { countryCode: 'DE', region: 'Berlin', city: 'Sampletown', latitude: 52.52, longitude: 13.405 },
    ],
    [
      'GeoIP2 Enterprise',
      { country: { iso_code: 'SE' }, traits: { autonomous_system_number: 64_500, autonomous_system_organization: 'Example AB' } },
      { countryCode: 'SE', asn: 64_500, organisation: 'Example AB' },
    ],
    ['GeoIP2 of a satellite', { registered_country: { iso_code: 'US' } }, { countryCode: 'US' }],
    [
      'GeoLite2 ASN',
      { autonomous_system_number: 64_501, autonomous_system_organization: 'Example' },
      { asn: 64_501, organisation: 'Example' },
    ],
    [
      'DB-IP Lite, flat',
      { country_code: 'JP', state1: 'Tokyo', state2: '', city: 'Chiyoda', latitude: 35.69, longitude: 139.75, postcode: '' },
      { countryCode: 'JP', region: 'Tokyo', city: 'Chiyoda', latitude: 35.69, longitude: 139.75 },
    ],
    [
      'IPinfo, flat',
      { country: 'BR', region: 'Bahia', city: 'Salvador', asn: 'AS64502', as_name: 'Exemplo' },
      { countryCode: 'BR', region: 'Bahia', city: 'Salvador', asn: 64_502, organisation: 'Exemplo' },
    ],
  ])('reads %s', (_name, record, expected) => {
    const read = Object.fromEntries(Object.entries(readGeoRecord(record) ?? {}).filter(([, value]) => value !== undefined))
    expect(read).toEqual(expected)
  })

  it('leaves away what is not of the form', () => {
    expect(readGeoRecord({ country_code: 'ZZ', city: '', latitude: 91, longitude: 'east', autonomous_system_number: 0 })).toBeUndefined()
    expect(readGeoRecord({ country_code: 'de', city: 'a\u202eb\0c' })?.city).toBe('a b c')
    expect(readGeoRecord({ city: 'x'.repeat(10_000) })?.city).toHaveLength(200)
    expect(readGeoRecord({ autonomous_system_number: 4_200_000_000 })).toBeUndefined()
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), record => void readGeoRecord(record)))
    expect(readGeoRecord(null)).toBeUndefined()
  })
})
