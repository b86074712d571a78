import { describe, expect, it } from 'vitest'
import { paths } from '../../config/paths'
import { alertsWith, incidentsWith, observableAt } from './observable-words'

describe('the value in an address', () => {
  it.each([
    ['ADDRESS', '2001:db8::7'],
    ['URL', 'evil.example/a%2Fb?c=d#e'],
    ['URL', 'evil.example/50%'],
    ['USER', 'acme\\bøb smith'],
    ['FILE_HASH', 'a'.repeat(64)],
  ] as const)('is read as it was written: %s %s', (kind, value) =>
    expect(observableAt(paths.observable(kind, value))).toEqual({ kind, value }),
  )

  it.each(['/observables/COLOUR/red', '/observables/ADDRESS/', '/observables/ADDRESS', '/observables/URL/%E0%A4%A', '/alerts'])(
    'is none in %s',
    pathname => expect(observableAt(pathname)).toBeNull(),
  )

  it('takes the kind in small letters', () =>
    expect(observableAt('/observables/file-hash/abc')).toEqual({ kind: 'FILE_HASH', value: 'abc' }))
})

describe('ways on from a value', () => {
  it('lead to its alerts in the span shown', () => {
    expect(alertsWith('ADDRESS', '203.0.113.7', 30)).toBe('/alerts?address=203.0.113.7&range=30d')
    expect(alertsWith('USER', 'acme\\bob', 90)).toBe('/alerts?user=acme%5Cbob&range=all')
  })

  it('lead to its incidents', () => {
    expect(incidentsWith('FILE_HASH', 'abc')).toBe('/incidents?hash=abc&state=all')
    expect(incidentsWith('DOMAIN', 'evil.example')).toBeNull()
  })
})
