import { describe, expect, it } from 'vitest'
import { defanged } from './value-text'

describe('defanging', () => {
  it.each([
    ['http://malware.example.com/a.b?c=d.e', 'hxxp://malware[.]example[.]com/a.b?c=d.e'],
    ['https://evil.example:8443', 'hxxps://evil[.]example:8443'],
    ['evil.example.com/path', 'evil[.]example[.]com/path'],
    ['203.0.113.7', '203[.]0[.]113[.]7'],
    ['2001:db8::7', '2001[:]db8[:][:]7'],
  ])('writes %s as %s', (value, harmless) => expect(defanged(value)).toBe(harmless))

  it.each(['acme\\bob', 'Rule 12', 'reset-both', '12345'])('leaves %s alone', value => expect(defanged(value)).toBe(value))
})
