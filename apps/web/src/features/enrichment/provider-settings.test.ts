import { describe, expect, it } from 'vitest'
import { providerFaults, providerInput, providerValuesOf, type StoredProvider, whatIsSent } from './provider-settings'

const stored: StoredProvider = {
  enabled: false,
  needsKey: true,
  hasApiKey: false,
  baseUrl: null,
  dailyQuota: 1_000,
  perMinute: 60,
  cacheSeconds: 86_400,
  weight: 60,
}
const values = providerValuesOf(stored)

describe('settings of a provider', () => {
  it('write only what was changed; a key only when one is typed', () => {
    expect(providerInput(values, values)).toEqual({})
    expect(providerInput(values, { ...values, apiKey: ' key ', baseUrl: ' ' })).toEqual({ apiKey: 'key' })
    expect(providerInput(values, { ...values, removeApiKey: true, weight: '0' })).toEqual({ apiKey: null, weight: 0 })
  })

  it('want a key before the provider is switched on, where it needs one', () => {
    const on = { ...values, enabled: true }
    expect(providerFaults(on, stored)).toEqual({ apiKey: 'Enter the API key' })
    expect(providerFaults({ ...on, apiKey: 'key' }, stored)).toEqual({})
    expect(providerFaults(on, { ...stored, hasApiKey: true })).toEqual({})
    expect(providerFaults({ ...on, removeApiKey: true }, { ...stored, hasApiKey: true })).toEqual({ apiKey: 'Enter the API key' })
    expect(providerFaults(on, { ...stored, needsKey: false })).toEqual({})
  })

  it.each([
    ['no number', { dailyQuota: '' }, 'dailyQuota'],
    ['a weight above the whole', { weight: 101 }, 'weight'],
    ['a base URL in the clear', { baseUrl: 'http://proxy.corp.example' }, 'baseUrl'],
  ])('refuse %s', (_name, given, field) => {
    expect(Object.keys(providerFaults({ ...values, ...given }, stored))).toEqual([field])
  })
})

it('says what leaves the network', () => {
  expect(whatIsSent('ABUSEIPDB', ['ADDRESS'])).toBe('Sends addresses of alerts to abuseipdb.com; never private, own or protected ones.')
  expect(whatIsSent('VIRUSTOTAL', ['ADDRESS', 'DOMAIN', 'FILE_HASH'])).toContain('Sends addresses, domains and hashes of alerts')
})
