import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { ApiKeysPage } from './api-keys-page'

const TOKEN = `spk_${'k'.repeat(43)}`
const ADA = { id: 'user-1', name: 'Ada', disabled: false }

const buildKey = (number: number, given: object = {}) => ({
  id: `key-${number}`,
  name: `Program ${number}`,
  prefix: `spk_abc${number}`,
  scopes: ['READ_ALERTS', 'WRITE_LISTS'],
  createdAt: '2026-11-20T10:00:00.000Z',
  expiresAt: null,
  lastUsedAt: null,
  lastAddress: null,
  revokedAt: null,
  createdBy: ADA,
  ...given,
})

const setUp = (keys: object[] = [], permissions?: readonly string[]) => {
  const state = { apiKeys: keys }
  const api = createFakeApi().on('ApiKeysPage_Query', () => state)
  return { ...renderPage(<ApiKeysPage />, { api, ...(permissions ? { viewer: { permissions } } : {}) }), state }
}

describe('the page of API keys', () => {
  beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-24T12:00:00Z'), toFake: ['Date'] }))
  afterEach(() => vi.useRealTimers())

  it('tells what each may, until when, and when it was used', async () => {
    setUp([
      buildKey(1, { lastUsedAt: '2026-11-24T11:58:00.000Z', lastAddress: '192.0.2.7', expiresAt: '2026-11-28T12:00:00.000Z' }),
      buildKey(2, { expiresAt: '2026-11-23T12:00:00.000Z' }),
      buildKey(3, { createdBy: { id: 'user-2', name: 'Bob', disabled: true } }),
      buildKey(4, { revokedAt: '2026-11-22T12:00:00.000Z' }),
    ])
    const rows = within(await screen.findByRole('table', { name: 'API keys' })).getAllByRole('row')
    expect(rows[1]?.textContent).toMatch(/Program 1.*spk_abc1….*Read, Change lists.*Ada.*Soon.*from 192\.0\.2\.7/)
    expect(rows[2]?.textContent).toMatch(/Program 2.*Expired.*never/)
    expect(rows[3]?.textContent).toMatch(/Disabled.*it is revoked/)
    expect(rows).toHaveLength(4)
    expect(within(screen.getByRole('table', { name: 'Revoked API keys' })).getByText('Program 4')).toBeTruthy()
  })

  it('makes one with the scopes that were chosen and shows it once', async () => {
    const { user, api, state } = setUp()
    api.on('ApiKeyCreate_Mutation', () => {
      state.apiKeys = [buildKey(1)]
      return { apiKeyCreate: { apiKey: buildKey(1), token: TOKEN, userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Add' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'New API key' }))
    await user.type(dialog.getByLabelText('Name'), ' SOAR ')
    await user.click(dialog.getByLabelText('Change lists'))
    await user.selectOptions(dialog.getByLabelText('Good for'), '30 days')
    await user.click(dialog.getByRole('button', { name: 'Make it' }))
    expect((await dialog.findByLabelText('API key')).textContent).toBe(TOKEN)
    expect(dialog.getByText(/Authorization: Bearer/).textContent).toContain(TOKEN)
    expect(api.calls('ApiKeyCreate_Mutation')).toEqual([
      { input: { name: 'SOAR', scopes: ['READ_ALERTS', 'WRITE_LISTS'], expiresAt: '2026-12-24T12:00:00.000Z' } },
    ])
    await user.click(dialog.getByRole('button', { name: 'Done' }))
    expect(await screen.findByRole('table', { name: 'API keys' })).toBeTruthy()
    await waitFor(() => expect(screen.queryByText(TOKEN)).toBeNull())
  })

  it('says beside the field what the server refuses', async () => {
    const { user, api } = setUp()
    api.on('ApiKeyCreate_Mutation', () => ({
      apiKeyCreate: { apiKey: null, token: null, userErrors: [{ message: 'At most 100 characters', field: ['name'], code: 'INVALID' }] },
    }))
    await user.click(await screen.findByRole('button', { name: 'Add' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByLabelText('Name'), 'x')
    await user.click(dialog.getByRole('button', { name: 'Make it' }))
    expect(await dialog.findByText('At most 100 characters')).toBeTruthy()
  })

  it('revokes after asking', async () => {
    const { user, api, state } = setUp([buildKey(1)])
    api.on('ApiKeyRevoke_Mutation', () => {
      const apiKey = buildKey(1, { revokedAt: '2026-11-24T12:00:00.000Z' })
      state.apiKeys = [apiKey]
      return { apiKeyRevoke: { apiKey, userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Revoke Program 1' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Revoke Program 1?' }))
    await user.click(dialog.getByRole('button', { name: 'Revoke' }))
    expect(await screen.findByRole('table', { name: 'Revoked API keys' })).toBeTruthy()
    expect(api.calls('ApiKeyRevoke_Mutation')).toEqual([{ id: 'key-1' }])
  })

  it('tells a fault of the key that was asked about, not of the next', async () => {
    const { user, api } = setUp([buildKey(1), buildKey(2)])
    api.on('ApiKeyRevoke_Mutation', () => ({
      apiKeyRevoke: { apiKey: null, userErrors: [{ message: 'It is gone', field: null, code: 'NOT_FOUND' }] },
    }))
    await user.click(await screen.findByRole('button', { name: 'Revoke Program 1' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Revoke Program 1?' }))
    await user.click(dialog.getByRole('button', { name: 'Revoke' }))
    expect(await dialog.findByText('It is gone')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.click(screen.getByRole('button', { name: 'Revoke Program 2' }))
    expect((await screen.findByRole('dialog', { name: 'Revoke Program 2?' })).textContent).not.toContain('It is gone')
  })

  it('is nothing for who may not make keys', async () => {
    const { api } = setUp([], ['alert:read'])
    expect(await screen.findByText(/Only administrators/)).toBeTruthy()
    expect(api.calls('ApiKeysPage_Query')).toEqual([])
  })
})
