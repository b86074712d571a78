import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildReputationProvider } from '../../testing/enrichment-builders'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { Reputation } from './reputation'

const setUp = (reputationProviders: object[], permissions?: readonly string[]) => {
  const state = { reputationProviders }
  const api = createFakeApi().on('Reputation_Query', () => state)
  return { ...renderPage(<Reputation />, { api, ...(permissions && { viewer: { permissions } }) }), state }
}

const card = async (name: string) => within(await screen.findByRole('region', { name }))
const enter = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })
const VIRUSTOTAL = buildReputationProvider('VIRUSTOTAL', { hasApiKey: true, version: 3 })

describe('reputation providers', () => {
  it('say what they tell, what they are told, and whether there is a key', async () => {
    setUp([buildReputationProvider('ABUSEIPDB'), VIRUSTOTAL, buildReputationProvider('REVERSE_DNS', { dailyQuota: 0 })])
    const abuse = await card('AbuseIPDB')
    expect(abuse.getByText('not set')).toBeTruthy()
    expect(abuse.getByText('Sends addresses of alerts to abuseipdb.com; never private, own or protected ones.')).toBeTruthy()
    expect(abuse.getByRole<HTMLInputElement>('switch', { name: 'Enabled (needs a key): AbuseIPDB' }).disabled).toBe(true)
    expect(abuse.queryByRole('button', { name: 'Test AbuseIPDB' })).toBeNull()
    expect((await card('VirusTotal')).getByText('set')).toBeTruthy()
    const dns = await card('Reverse DNS')
    expect(dns.getByText('not needed')).toBeTruthy()
    expect(dns.queryByText('Weight')).toBeNull()
  })

  it('offer nothing to somebody who may only read', async () => {
    setUp([VIRUSTOTAL], ['enrichment:read'])
    expect((await card('VirusTotal')).getByText('Off')).toBeTruthy()
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.queryByRole('switch')).toBeNull()
  })

  it('are switched on, and say when that was refused', async () => {
    const { user, api } = setUp([VIRUSTOTAL])
    api.on('ReputationProviderEnable_Mutation', () => ({
      reputationProviderUpdate: {
        provider: null,
        userErrors: [{ message: 'Somebody else changed the provider meanwhile', field: null, code: 'CONFLICT' }],
      },
    }))
    const enabled = await screen.findByRole<HTMLInputElement>('switch', { name: 'Enabled: VirusTotal' })
    await user.click(enabled)
    expect(await screen.findByText('Somebody else changed the provider meanwhile')).toBeTruthy()
    api.on('ReputationProviderEnable_Mutation', () => ({
      reputationProviderUpdate: { provider: { ...VIRUSTOTAL, enabled: true, version: 4 }, userErrors: [] },
    }))
    await user.click(enabled)
    await waitFor(() => expect(enabled.checked).toBe(true))
    expect(api.calls('ReputationProviderEnable_Mutation').at(-1)).toEqual({
      input: { type: 'VIRUSTOTAL', expectedVersion: 3, enabled: true },
    })
  })

  it('are tested as they are stored', async () => {
    const { user, api } = setUp([VIRUSTOTAL])
    api.on('ReputationProviderTest_Mutation', () => ({
      reputationProviderTest: { test: { ok: false, message: 'The key is refused (401)', milliseconds: 80 }, userErrors: [] },
    }))
    await user.click(await screen.findByRole('button', { name: 'Test VirusTotal' }))
    expect((await screen.findByRole('alert')).textContent).toContain('The key is refused (401)')
    expect(api.calls('ReputationProviderTest_Mutation')).toEqual([{ input: { type: 'VIRUSTOTAL' } }])
  })

  it('are tested as typed, then saved: only what was changed, and the key never comes back', async () => {
    const { user, api } = setUp([buildReputationProvider('ABUSEIPDB')])
    api
      .on('ReputationProviderTest_Mutation', () => ({
        reputationProviderTest: {
          test: { ok: true, message: 'AbuseIPDB answers for 1.1.1.1: 0 reports', milliseconds: 80 },
          userErrors: [],
        },
      }))
      .on('ReputationProviderUpdate_Mutation', () => ({
        reputationProviderUpdate: {
          provider: buildReputationProvider('ABUSEIPDB', { enabled: true, hasApiKey: true, version: 1, dailyQuota: 3_000 }),
          userErrors: [],
        },
      }))
    await user.click(await screen.findByRole('button', { name: 'Edit AbuseIPDB' }))
    const panel = within(await screen.findByRole('dialog', { name: 'Edit AbuseIPDB' }))
    await user.click(panel.getByLabelText('Enabled'))
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Enter the API key')).toBeTruthy()
    enter(panel.getByLabelText('API key'), 'key-1')
    await user.click(panel.getByRole('button', { name: 'Test AbuseIPDB' }))
    expect(await panel.findByText('AbuseIPDB answers (80 ms)')).toBeTruthy()
    expect(api.calls('ReputationProviderTest_Mutation')).toEqual([{ input: { type: 'ABUSEIPDB', apiKey: 'key-1' } }])
    enter(panel.getByLabelText('Daily quota'), '3000')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(api.calls('ReputationProviderUpdate_Mutation')).toEqual([
      { input: { type: 'ABUSEIPDB', expectedVersion: 0, enabled: true, apiKey: 'key-1', dailyQuota: 3_000 } },
    ])
    expect((await card('AbuseIPDB')).getByText('set')).toBeTruthy()
  })

  it('want the key again for another host, and open the section where the fault is', async () => {
    const { user, api } = setUp([VIRUSTOTAL])
    api.on('ReputationProviderUpdate_Mutation', () => ({
      reputationProviderUpdate: {
        provider: null,
        userErrors: [{ message: 'Enter the API key again: it would go to another host', field: ['apiKey'], code: 'INVALID' }],
      },
    }))
    await user.click(await screen.findByRole('button', { name: 'Edit VirusTotal' }))
    const panel = within(await screen.findByRole('dialog'))
    await user.click(panel.getByRole('button', { name: 'Advanced: base URL' }))
    enter(panel.getByLabelText('Base URL'), 'http://proxy.corp.example')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('The key must not travel in the clear: use https')).toBeTruthy()
    enter(panel.getByLabelText('Base URL'), 'https://proxy.corp.example')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Enter the API key again: it would go to another host')).toBeTruthy()
    expect(api.calls('ReputationProviderUpdate_Mutation')).toEqual([
      { input: { type: 'VIRUSTOTAL', expectedVersion: 3, baseUrl: 'https://proxy.corp.example' } },
    ])
  })
})
