import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createFakeApi } from '../../testing/fake-api'
import { buildEntry, buildFetch, buildList, buildPublishing, buildVersion } from '../../testing/list-builders'
import { renderPage } from '../../testing/render-app'
import { ListsPage } from './lists-page'

const apiWith = (lists: object[]) => createFakeApi().on('ListsPage_Query', () => ({ lists }))

describe('the table of lists', () => {
  it('tells kind, entries, version, last fetch and groups on devices', async () => {
    const list = buildList({
      entryCount: 12_000,
      published: true,
      publishing: buildPublishing({
        fetches: [buildFetch({ credential: { id: 'c', name: 'fw-1' } }), buildFetch({ address: '192.0.2.66', status: 401 })],
      }),
      mappings: [
        {
          id: 'm',
          kind: 'ADDRESS_GROUP',
          groupName: 'tr-block',
          state: 'FAILED',
          stateReason: 'Locked',
          device: { id: 'd', name: 'fw-1' },
        },
      ],
    })
    renderPage(<ListsPage />, { api: apiWith([list]) })
    const row = within(await screen.findByRole('row', { name: /Attackers/ }))
    for (const text of ['Addresses', '12,000', 'failed']) expect(row.getByText(text)).toBeTruthy()
    expect(row.getByText(/^version 41/)).toBeTruthy()
    // Refused clients have fetched nothing.
    expect(row.getByText(/^last fetched/).textContent).toBe('last fetched by fw-1, 3 min ago, version 41')
    expect(row.getByText(/fw-1: tr-block/)).toBeTruthy()
  })

  it('says which list holds a version back', async () => {
    const list = buildList({ published: true, publishing: buildPublishing({ held: buildVersion(42, { state: 'HELD' }) }) })
    renderPage(<ListsPage />, { api: apiWith([list]) })
    expect(await screen.findByText('1 list holds a version back')).toBeTruthy()
    expect(screen.getByText('version 42 held').closest('a')?.getAttribute('href')).toBe('/lists/list-1?tab=publishing')
  })

  it('asks again when a list is announced that it does not know', async () => {
    const lists = [buildList()]
    const api = createFakeApi().on('ListsPage_Query', () => ({ lists }))
    renderPage(<ListsPage />, { api })
    await screen.findByRole('row', { name: /Attackers/ })
    await waitFor(() => expect(api.opened('ListsPage_Subscription')).toBe(1))
    const another = buildList({ id: 'list-2', name: 'Bad domains', kind: 'DOMAIN' })
    lists.push(another)
    await api.emit('ListsPage_Subscription', { enforcementChanged: { lists: [another], devices: [], runs: [] } })
    expect(await screen.findByRole('row', { name: /Bad domains/ })).toBeTruthy()
  })

  it('offers nothing to somebody who may only read', async () => {
    renderPage(<ListsPage />, { api: apiWith([]), viewer: { permissions: ['list:read'] } })
    expect(await screen.findByText('An analyst can create one.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Add' })).toBeNull()
  })

  it('creates a list, publishes it and goes there', async () => {
    const api = apiWith([])
      .on('ListCreate_Mutation', () => ({ listCreate: { list: buildList({ id: 'list-9', version: 1 }), userErrors: [] } }))
      .on('ListPublish_Mutation', () => ({ listPublish: { list: buildList({ id: 'list-9', published: true }), userErrors: [] } }))
    const { user, router } = renderPage(<ListsPage />, { api })
    await user.click((await screen.findAllByRole('button', { name: 'Add' }))[0] as HTMLElement)
    const panel = within(await screen.findByRole('dialog', { name: 'New List' }))
    await user.type(panel.getByLabelText(/^Name/), ' Bad URLs ')
    await user.selectOptions(panel.getByLabelText('Kind'), 'URL')
    await user.selectOptions(panel.getByLabelText('Entries expire'), 'never')
    await user.click(panel.getByLabelText('Publish'))
    await user.click(panel.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/lists/list-9'))
    expect(api.calls('ListCreate_Mutation')).toEqual([
      { input: { name: 'Bad URLs', kind: 'URL', description: '', defaultTtlSeconds: null } },
    ])
    expect(api.calls('ListPublish_Mutation')).toMatchObject([{ input: { id: 'list-9', expectedVersion: 1, trailingSlash: true } }])
  })
})

describe('why is this blocked', () => {
  const explained = (given: object) => ({
    explainBlock: [{ value: '203.0.113.7', kind: 'ADDRESS', entries: [], protection: null, coolDowns: [], ...given }],
  })
  const covering = buildEntry(7, {
    value: '203.0.113.0/24',
    incident: { id: 'incident-12', number: '12' },
    expiresAt: new Date(Date.now() + 7_200_000).toISOString(),
    list: buildList({ published: true, publishing: buildPublishing({ fetches: [buildFetch({ credential: { id: 'c', name: 'fw-1' } })] }) }),
  })

  it('answers from the value to the firewalls, and until when', async () => {
    const api = apiWith([buildList()]).on('WhyBlocked_Query', () => explained({ entries: [covering] }))
    const { user } = renderPage(<ListsPage />, { api, at: '/lists' })
    await user.type(await screen.findByLabelText('Value', { selector: 'form input' }), ' 203.0.113.7{Enter}')
    const answer = within(await screen.findByRole('region', { name: 'Answer' }))
    expect(api.calls('WhyBlocked_Query').at(-1)).toEqual({ value: '203.0.113.7' })
    expect(answer.getByText(/is blocked by Attackers/)).toBeTruthy()
    expect(answer.getByText('covers it')).toBeTruthy()
    expect(answer.getByText(/By erik/).textContent).toContain('By erik for INC-12')
    expect(answer.getByText(/fetched by/).textContent).toContain('fw-1 (3 min ago, version 41')
    expect(answer.getByText(/in 1 h|in 2 h/)).toBeTruthy()
  })

  it('is asked by the address of the page', async () => {
    const api = apiWith([buildList()]).on('WhyBlocked_Query', () => explained({}))
    renderPage(<ListsPage />, { api, at: '/lists?why=203.0.113.7' })
    expect(await screen.findByText('is not blocked.', { exact: false })).toBeTruthy()
  })

  it('unblocks everywhere with a cool-down, and asks again', async () => {
    const state = {
      entries: [
        buildEntry(7, { list: buildList() }),
        buildEntry(8, { value: '203.0.113.7', list: buildList({ id: 'list-2', name: 'Others' }) }),
      ],
    }
    const api = apiWith([buildList()])
      .on('WhyBlocked_Query', () => explained(state))
      .on('Unblock_Mutation', () => {
        state.entries = []
        return { unblock: { removed: 2, explanation: [], userErrors: [] } }
      })
    const { user } = renderPage(<ListsPage />, { api, at: '/lists?why=203.0.113.7' })
    await user.click(await screen.findByRole('button', { name: 'Unblock everywhere' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.selectOptions(dialog.getByLabelText('Cool-down'), '30 days')
    await user.type(dialog.getByLabelText('Note'), 'ours')
    await user.click(dialog.getByRole('button', { name: 'Unblock' }))
    expect(await screen.findByText('is not blocked.', { exact: false })).toBeTruthy()
    expect(api.calls('Unblock_Mutation')).toEqual([
      { input: { value: '203.0.113.7', kind: 'ADDRESS', listId: null, coolDownSeconds: 2_592_000, note: 'ours' } },
    ])
  })

  it('says why it could not be unblocked, and keeps what was written', async () => {
    const refusal = { message: '203.0.113.0/24 covers it', field: ['value'], code: 'NOT_ALLOWED_NOW' }
    const api = apiWith([buildList()])
      .on('WhyBlocked_Query', () => explained({ entries: [covering] }))
      .on('Unblock_Mutation', () => ({ unblock: { removed: 0, explanation: [], userErrors: [refusal] } }))
    const { user } = renderPage(<ListsPage />, { api, at: '/lists?why=203.0.113.7' })
    await user.click(await screen.findByRole('button', { name: 'Unblock' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Unblock 203.0.113.0/24' }))
    await user.type(dialog.getByLabelText('Note'), 'ours')
    await user.click(dialog.getByRole('button', { name: 'Unblock' }))
    expect((await dialog.findByRole('alert')).textContent).toBe('203.0.113.0/24 covers it')
    expect(dialog.getByLabelText<HTMLInputElement>('Note').value).toBe('ours')
  })
})

describe('protected values', () => {
  const loopback = { id: 'p-1', kind: 'NETWORK', value: '127.0.0.0/8', description: 'Loopback', builtIn: true, enabled: true }

  it('are added by an administrator, who is told what left the lists', async () => {
    const protections = [loopback]
    const api = apiWith([buildList()])
      .on('Protections_Query', () => ({ protections }))
      .on('ProtectionCreate_Mutation', () => {
        const protection = { ...loopback, id: 'p-2', value: '198.51.100.0/24', builtIn: false }
        protections.push(protection)
        return { protectionCreate: { protection, removedEntries: 3, userErrors: [] } }
      })
    const { user } = renderPage(<ListsPage />, { api })
    await user.click(await screen.findByRole('button', { name: 'Show' }))
    await screen.findByRole('rowheader', { name: '127.0.0.0/8' })
    const panel = within(screen.getByRole('region', { name: 'Protected values' }))
    await user.type(panel.getByLabelText('Value'), '198.51.100.0/24')
    await user.click(panel.getByRole('button', { name: 'Protect' }))
    expect(await screen.findByText('3 entries taken off lists.')).toBeTruthy()
    expect(await screen.findByRole('rowheader', { name: '198.51.100.0/24' })).toBeTruthy()
  })

  it('are shown to others without a way to change them', async () => {
    const api = apiWith([buildList()]).on('Protections_Query', () => ({ protections: [loopback] }))
    const { user } = renderPage(<ListsPage />, { api, viewer: { permissions: ['list:read'] } })
    await user.click(await screen.findByRole('button', { name: 'Show' }))
    await screen.findByRole('rowheader', { name: '127.0.0.0/8' })
    expect(screen.queryByRole('switch')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Protect' })).toBeNull()
  })
})
