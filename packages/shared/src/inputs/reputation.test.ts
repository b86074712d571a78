import { expect, it } from 'vitest'
import { baseUrlFault, reputationProviderUpdateInput } from './reputation.js'

it.each([
  'https://api.example',
  'https://api.example:8443/proxy/v3',
  'https://192.0.2.1',
  'https://[2001:db8::1]:443',
  'http://localhost:3000',
  'http://127.0.0.1:1',
  'http://[::1]:3000',
])('%s may be asked', url => {
  expect(baseUrlFault(url)).toBeUndefined()
})

it.each([
  '',
  'api.example',
  'ftp://api.example',
  'https://',
  'https://api.example:0',
  'https://api.example:65536',
  'https://a:b@api.example',
  'https://api.example/?q=1',
  'https://api.example/#x',
  'https://api.example/ x',
  'https://-api.example-',
  'http://api.example',
  'http://127.0.0.1.evil.example',
  'http://localhost.evil.example',
  'http://192.0.2.1',
])('%j may not', url => {
  expect(baseUrlFault(url)).toBeTypeOf('string')
})

it('leaves the slashes at the end away', () => {
  expect(reputationProviderUpdateInput.parse({ baseUrl: ' https://api.example/v3// ' })).toEqual({ baseUrl: 'https://api.example/v3' })
  expect(reputationProviderUpdateInput.parse({ apiKey: null, baseUrl: null })).toEqual({ apiKey: null, baseUrl: null })
})
