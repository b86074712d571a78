import { expect, it } from 'vitest'
import { feedCreateInput, feedLocationFault } from './feed.js'

it.each([
  ['https://feeds.example/drop.txt', undefined],
  ['http://192.0.2.1:8080/list?format=csv', undefined],
  ['https://[2001:db8::1]/list', undefined],
  ['own.txt', undefined],
  ['team/own.txt', undefined],
  ['', /Enter/],
  ['ftp://feeds.example/list', /Only/],
  ['file:///etc/passwd', /Only/],
  ['https:list', /Not a URL/],
  ['https://', /Not a URL/],
  ['https://feeds.example/a b', /Not a URL/],
  ['https://feeds.example/#part', /Not a URL/],
  ['https://me:secret@feeds.example/', /password/],
  ['/etc/passwd', /without its path/],
  ['..\\secret.key', /without its path/],
  ['../secret.key', /dot/],
  ['team/../../secret.key', /dot/],
  ['team//own.txt', /empty/],
  ['own\u0000.txt', /printable/],
])('location %j: %s', (location, fault) => {
  if (fault === undefined) expect(feedLocationFault(location)).toBeUndefined()
  else expect(feedLocationFault(location)).toMatch(fault)
})

it('takes the least that a feed needs', () => {
  const given = { name: ' Drop ', kind: 'ADDRESS', location: ' https://feeds.example/drop.txt ' }
  expect(feedCreateInput.parse(given)).toEqual({ name: 'Drop', kind: 'ADDRESS', location: 'https://feeds.example/drop.txt' })
  expect(() => feedCreateInput.parse({ ...given, intervalSeconds: 1 })).toThrow(/5 minutes/)
  expect(() => feedCreateInput.parse({ ...given, score: 101 })).toThrow(/100/)
})
