import { expect, it } from 'vitest'
import { paths, safeNext } from './paths'

it.each([
  ['/incidents?state=NEW', '/incidents?state=NEW'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  [null, '/'],
])('after sign-in %j leads to %j', (next, expected) => {
  expect(safeNext(next)).toBe(expected)
})

it('brings the address along to the sign-in page', () => {
  expect(paths.signIn('/alerts?severity=HIGH&text=a b')).toBe('/sign-in?next=%2Falerts%3Fseverity%3DHIGH%26text%3Da%20b')
  expect(paths.signIn('/')).toBe('/sign-in')
})
