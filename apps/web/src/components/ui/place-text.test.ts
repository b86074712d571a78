import { describe, expect, it } from 'vitest'
import { networkOwner, placeWords } from './place-text'

const PUBLIC = { scope: 'PUBLIC' as const, scopeName: null, network: null, city: null, region: null, country: null, countryCode: null }
const BERLIN = { id: 'n', name: 'Office Berlin', network: '10.1.0.0/16', own: true }

describe('a place in words', () => {
  it.each([
    [{ ...PUBLIC, city: 'Berlin', region: 'Berlin', country: 'Germany', countryCode: 'DE' }, 'Berlin, Germany'],
    [{ ...PUBLIC, city: 'Ghent', region: 'Flanders', country: 'Belgium' }, 'Ghent, Flanders, Belgium'],
    [{ ...PUBLIC, countryCode: 'DE' }, 'DE'],
    [PUBLIC, 'place unknown'],
    [{ ...PUBLIC, scope: 'PRIVATE' as const, scopeName: 'Private network (RFC 1918)' }, 'Private network (RFC 1918)'],
    [{ ...PUBLIC, scope: 'RESERVED' as const }, 'reserved address'],
    [{ ...PUBLIC, scope: 'PRIVATE' as const, network: BERLIN }, 'Office Berlin'],
  ])('writes %j as %s', (place, text) => expect(placeWords(place)).toBe(text))
})

describe('who a network belongs to', () => {
  it.each([
    [{ asn: 64500, organisation: 'Example Networks' }, 'AS64500 Example Networks'],
    [{ asn: null, organisation: 'Example Networks' }, 'Example Networks'],
    [{ asn: 64500, organisation: null }, 'AS64500'],
    [{ asn: null, organisation: null }, null],
  ])('writes %j as %s', (owner, text) => expect(networkOwner(owner)).toBe(text))
})
