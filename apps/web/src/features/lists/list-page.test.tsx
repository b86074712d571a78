import { screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it } from 'vitest'
import { giveElementsSize } from '../../testing/element-size'
import { createFakeApi, type FakeApi } from '../../testing/fake-api'
import { buildEntry, buildFetch, buildList, buildPreview, buildPublishing, buildVersion } from '../../testing/list-builders'
import { renderPage } from '../../testing/render-app'
import { ListPage } from './list-page'

beforeEach(() => giveElementsSize())

/** One list and its entries, which the test may change, behind the API. */
function apiWithList(given: object = {}, entries: object[] = [buildEntry(1), buildEntry(2), buildEntry(3)]) {
  const server = { list: buildList(given), entries }
  const whole = () => ({
    list: {
      ...server.list,
      entries: {
        nodes: server.entries,
        edges: [],
        pageInfo: { endCursor: null, hasNextPage: false, hasPreviousPage: false },
        totalCount: server.entries.length,
        totalCountIsExact: true,
      },
    },
  })
  const api = createFakeApi()
  for (const name of ['ListPage_Query', 'Entries_Query', 'EntriesCount_Query', 'Publishing_Query', 'VersionDiffs_Query'])
    api.on(name, whole)
  api.on('Credentials_Query', () => ({ publishCredentials: [] }))
  return { api, server }
}

const openPage = (api: FakeApi, { at = '', permissions }: { at?: string; permissions?: readonly string[] } = {}) =>
  renderPage(
    <Routes>
      <Route path="/lists" element={<p>All lists</p>} />
      <Route path="/lists/:listId" element={<ListPage />} />
    </Routes>,
    { api, at: `/lists/list-1${at}`, ...(permissions && { viewer: { permissions } }) },
  )

describe('entries', () => {
  it('are searched by network where the list holds addresses', async () => {
    const { api } = apiWithList()
    const { user } = openPage(api)
    await screen.findByRole('row', { name: /203\.0\.113\.1 / })
    await user.type(screen.getByLabelText('Search entries'), '203.0.113.0/24{Enter}')
    await waitFor(() => expect(api.calls('Entries_Query').at(-1)).toMatchObject({ filter: { address: '203.0.113.0/24', removed: false } }))
  })

  it('of others wait until they are asked for, and removed ones are marked', async () => {
    const { api, server } = apiWithList()
    openPage(api)
    await screen.findByRole('row', { name: /203\.0\.113\.1 / })
    await waitFor(() => expect(api.opened('ListPage_Subscription')).toBe(1))
    server.entries = [buildEntry(0, { value: '203.0.113.200' }), buildEntry(1), buildEntry(3)]
    server.list = { ...server.list, revision: '8' }
    await api.emit('ListPage_Subscription', { enforcementChanged: { lists: [server.list], devices: [], runs: [] } })
    expect(await screen.findByRole('button', { name: '1 new · 1 no longer match' })).toBeTruthy()
    expect(screen.queryByRole('row', { name: /203\.0\.113\.200/ })).toBeNull()
    expect(screen.getByRole('row', { name: /203\.0\.113\.2 / }).title).toBe('Not on the list any more')
  })

  it('are disabled in place', async () => {
    const { api } = apiWithList()
    api.on('ListEntryUpdate_Mutation', () => ({ listEntryUpdate: { entry: buildEntry(1, { disabled: true }), userErrors: [] } }))
    const { user } = openPage(api)
    await user.click(await screen.findByRole('row', { name: /203\.0\.113\.1 / }))
    const panel = within(await screen.findByRole('region', { name: 'Entry' }))
    await user.click(panel.getByRole('button', { name: 'Disable' }))
    expect(await panel.findByRole('button', { name: 'Enable' })).toBeTruthy()
    expect(within(screen.getByRole('row', { name: /203\.0\.113\.1 / })).getByText('Disabled')).toBeTruthy()
    expect(api.calls('ListEntryUpdate_Mutation')).toEqual([{ input: { id: 'entry-1', disabled: true } }])
  })

  it('are removed together, with a note', async () => {
    const { api, server } = apiWithList()
    api.on('ListEntriesRemove_Mutation', () => {
      server.entries = [buildEntry(3)]
      return { listEntriesRemove: { removed: 2, lists: [server.list], userErrors: [] } }
    })
    const { user } = openPage(api)
    await screen.findByRole('row', { name: /203\.0\.113\.1 / })
    await user.keyboard('jx')
    await user.click(screen.getByRole('checkbox', { name: 'Choose 203.0.113.2' }))
    await user.click(within(screen.getByRole('group', { name: 'Chosen entries' })).getByRole('button', { name: 'Remove' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove 2 entries?' }))
    await user.type(dialog.getByLabelText('Note'), 'false alarm')
    await user.click(dialog.getByRole('button', { name: 'Remove' }))
    expect(await screen.findByText('One entry')).toBeTruthy()
    expect(screen.queryByRole('group', { name: 'Chosen entries' })).toBeNull()
    expect(api.calls('ListEntriesRemove_Mutation')).toEqual([{ input: { ids: ['entry-1', 'entry-2'], note: 'false alarm' } }])
  })

  it('that were removed say when, by whom and why', async () => {
    const removed = buildEntry(1, {
      removedAt: '2026-11-24T03:00:00.000Z',
      removal: 'UNBLOCKED',
      removedBy: { id: 'user-erik', name: 'erik', disabled: false },
      removalNote: 'ours',
    })
    const { api } = apiWithList({}, [removed])
    openPage(api, { at: '?tab=removed' })
    expect(await screen.findByText('Unblocked by erik: ours')).toBeTruthy()
    expect(api.calls('Entries_Query')[0]).toMatchObject({ filter: { removed: true } })
    expect(screen.queryByRole('button', { name: 'Add' })).toBeNull()
  })

  it('cannot be changed by somebody who may only read', async () => {
    const { api } = apiWithList()
    const { user } = openPage(api, { permissions: ['list:read'] })
    await user.click(await screen.findByRole('row', { name: /203\.0\.113\.1 / }))
    await screen.findByRole('region', { name: 'Entry' })
    for (const name of ['Add', 'Disable', 'Remove…', 'Unblock…', 'List menu']) expect(screen.queryByRole('button', { name })).toBeNull()
    expect(screen.queryByRole('checkbox')).toBeNull()
  })
})

describe('adding entries', () => {
  const lines = [
    { line: 2, typed: '10.0.0.0/8', value: '10.0.0.0/8', verdict: 'PROTECTED', reason: 'Protected: RFC 1918' },
    { line: 3, typed: '192.0.2.9', value: '192.0.2.9', verdict: 'COOLING_DOWN', reason: 'was unblocked' },
    { line: 1, typed: '203.0.113.7', value: '203.0.113.7', verdict: 'NEW', reason: null },
  ]
  const preview = buildPreview({ NEW: 1, PROTECTED: 1, COOLING_DOWN: 1 }, lines)

  const openPanel = async () => {
    const { api } = apiWithList({}, [])
    api
      .on('EntriesPreview_Query', () => ({ entriesPreview: preview }))
      .on('ListEntriesAdd_Mutation', () => ({ listEntriesAdd: { list: buildList(), added: 1, preview, userErrors: [] } }))
    const { user } = openPage(api)
    await user.click(await screen.findByRole('button', { name: 'Add' }))
    const panel = within(await screen.findByRole('dialog', { name: 'Add to Attackers' }))
    return { api, user, panel }
  }

  it('tells what becomes of each line before it is done', async () => {
    const { user, panel } = await openPanel()
    await user.type(panel.getByLabelText('Values'), '203.0.113.7\n10.0.0.0/8\n192.0.2.9')
    expect(await panel.findByText('Protected: RFC 1918')).toBeTruthy()
    await user.click(panel.getByRole('button', { name: 'Protected 1' }))
    expect(within(panel.getByRole('table', { name: 'Lines' })).getAllByRole('row')).toHaveLength(1)
  })

  it('one by one leaves out what was unblocked lately', async () => {
    const { api, user, panel } = await openPanel()
    await user.type(panel.getByLabelText('Values'), '203.0.113.7\n10.0.0.0/8\n192.0.2.9')
    await user.type(panel.getByLabelText('Reason'), 'INC-12')
    await user.selectOptions(panel.getByLabelText('Expire'), '1 day')
    await user.click(await panel.findByRole('button', { name: 'Add 1 entry' }))
    await waitFor(() => expect(api.calls('ListEntriesAdd_Mutation')).toHaveLength(1))
    expect(api.calls('ListEntriesAdd_Mutation')[0]).toEqual({
      input: { listId: 'list-1', values: ['203.0.113.7', '10.0.0.0/8'], reason: 'INC-12', ttlSeconds: 86_400 },
    })
  })

  it('puts back what was unblocked lately when that is ticked', async () => {
    const { api, user, panel } = await openPanel()
    await user.type(panel.getByLabelText('Values'), '203.0.113.7\n192.0.2.9')
    await user.click(await panel.findByLabelText('Add the one unblocked lately too'))
    await user.click(panel.getByRole('button', { name: 'Add 2 entries' }))
    await waitFor(() => expect(api.calls('ListEntriesAdd_Mutation')).toHaveLength(1))
    expect(api.calls('ListEntriesAdd_Mutation')[0]).toMatchObject({ input: { values: ['203.0.113.7', '192.0.2.9'] } })
  })

  it('imports a file as a whole', async () => {
    const { api, user, panel } = await openPanel()
    const file = new File(['value,reason\n203.0.113.7,spam'], 'bad.csv', { type: 'text/csv' })
    await user.upload(document.querySelector<HTMLInputElement>('input[type=file]') as HTMLInputElement, file)
    expect(await panel.findByText(/bad\.csv/)).toBeTruthy()
    await user.click(await panel.findByRole('button', { name: 'Add 1 entry' }))
    await waitFor(() => expect(api.calls('ListEntriesAdd_Mutation')).toHaveLength(1))
    expect(api.calls('ListEntriesAdd_Mutation')[0]).toMatchObject({ input: { text: 'value,reason\n203.0.113.7,spam' } })
  })
})

describe('settings', () => {
  const openEdit = async (api: FakeApi) => {
    const view = openPage(api)
    await view.user.click(await screen.findByRole('button', { name: 'List menu' }))
    await view.user.click(await screen.findByRole('menuitem', { name: 'Edit' }))
    return { ...view, panel: within(await screen.findByRole('dialog', { name: 'Edit List' })) }
  }

  it('are saved, and the list published with the version after', async () => {
    const { api, server } = apiWithList()
    api
      .on('ListUpdate_Mutation', () => ({ listUpdate: { list: buildList({ name: 'Bad guys', version: 6 }), userErrors: [] } }))
      .on('ListPublish_Mutation', () => {
        server.list = buildList({ name: 'Bad guys', version: 7, published: true, publishing: buildPublishing() })
        return { listPublish: { list: server.list, userErrors: [] } }
      })
    const { user, panel } = await openEdit(api)
    await user.clear(panel.getByLabelText(/^Name/))
    await user.type(panel.getByLabelText(/^Name/), 'Bad guys')
    await user.click(panel.getByLabelText('Publish'))
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('link', { name: 'Show published URL' })).toBeTruthy()
    expect(api.calls('ListUpdate_Mutation')).toEqual([{ input: { id: 'list-1', expectedVersion: 5, name: 'Bad guys' } }])
    expect(api.calls('ListPublish_Mutation')).toMatchObject([{ input: { id: 'list-1', expectedVersion: 6, guardPercent: 30 } }])
  })

  it('that somebody else saved meanwhile are taken over, and what was typed stays', async () => {
    const { api } = apiWithList()
    const theirs = buildList({ name: 'Theirs', description: 'new words', version: 6 })
    api.on('ListUpdate_Mutation', () => ({
      listUpdate: { list: theirs, userErrors: [{ message: 'Changed meanwhile', field: null, code: 'CONFLICT' }] },
    }))
    const { user, panel } = await openEdit(api)
    await user.clear(panel.getByLabelText(/^Name/))
    await user.type(panel.getByLabelText(/^Name/), 'Mine')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Somebody else saved this list meanwhile')).toBeTruthy()
    expect(panel.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Mine')
    expect(panel.getByLabelText<HTMLTextAreaElement>('Description').value).toBe('new words')
  })

  it('say why a list in use cannot be deleted', async () => {
    const { api } = apiWithList()
    const refusal = { message: 'Mapped on fw-1 as tr-block', field: null, code: 'NOT_ALLOWED_NOW' }
    api.on('ListDelete_Mutation', () => ({ listDelete: { deletedId: null, userErrors: [refusal] } }))
    const { user } = openPage(api)
    await user.click(await screen.findByRole('button', { name: 'List menu' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Attackers?' }))
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    expect((await dialog.findByRole('alert')).textContent).toBe('Mapped on fw-1 as tr-block')
  })
})

describe('publishing', () => {
  const published = (given: object = {}) => ({ published: true, publishing: buildPublishing(given) })

  it('shows every URL, who fetched which version, and the commands', async () => {
    const fetches = [buildFetch({ credential: { id: 'c', name: 'fw-1' }, version: 40 }), buildFetch({ address: '192.0.2.66', status: 401 })]
    const { api } = apiWithList(published({ fetches }))
    openPage(api, { at: '?tab=publishing' })
    const text = within(await screen.findByRole('group', { name: 'PAN text' }))
    expect(text.getByText('https://sallyport.example/edl/path-of-it/block.txt')).toBeTruthy()
    expect(text.getByRole('button', { name: 'Copy' })).toBeTruthy()
    const row = within(screen.getByRole('row', { name: /fw-1/ }))
    expect(row.getByText('older')).toBeTruthy()
    expect(row.getByText('3 min ago')).toBeTruthy()
    expect(within(screen.getByRole('row', { name: /192\.0\.2\.66/ })).getByText('401 wrong credentials')).toBeTruthy()
    expect(screen.getByText(/set external-list "block" type ip url/)).toBeTruthy()
  })

  it.each([
    ['https', [], /^Check for updates: every five minutes\. Choose a certificate profile that trusts this server$/],
    ['http', [], /^Check for updates: every five minutes$/],
    [
      'http',
      ['set external-list "block" type ip auth username "fw-1"'],
      /^Check for updates: every five minutes\. Client authentication: a credential of below$/,
    ],
  ])('tells the steps on the firewall that the %s URL and its credentials need', async (scheme, panosSetCommands, step) => {
    const urls = [{ format: 'TEXT', url: `${scheme}://sallyport.example/edl/path-of-it/block.txt`, retiresAt: null }]
    const { api } = apiWithList(published({ urls, panosSetCommands }))
    openPage(api, { at: '?tab=publishing' })
    expect(await screen.findByText(step)).toBeTruthy()
  })

  it('holds a version for a decision, with its difference', async () => {
    const { api, server } = apiWithList(published({ held: buildVersion(42, { state: 'HELD', added: 501 }) }))
    api.on('PublishedVersionDecide_Mutation', () => {
      server.list = buildList(published({ inForce: buildVersion(42, { state: 'IN_FORCE' }) }))
      return { publishedVersionDecide: { list: server.list, userErrors: [] } }
    })
    const { user } = openPage(api, { at: '?tab=publishing' })
    expect(await screen.findByText('Version 42 is held back: 501 added, 1 removed')).toBeTruthy()
    expect(screen.getByText('499 more are not shown.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Approve' }))
    await waitFor(() => expect(screen.queryByText(/is held back/)).toBeNull())
    expect(api.calls('PublishedVersionDecide_Mutation')).toEqual([{ input: { listId: 'list-1', number: 42, approve: true } }])
  })

  it('rolls back to a version', async () => {
    const { api, server } = apiWithList(published())
    api.on('PublishedVersionRollBack_Mutation', () => ({ publishedVersionRollBack: { list: server.list, userErrors: [] } }))
    const { user } = openPage(api, { at: '?tab=publishing' })
    await user.click(await screen.findByRole('button', { name: 'Roll back…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Roll back to version 40?' }))
    await user.click(dialog.getByRole('button', { name: 'Roll back' }))
    await waitFor(() => expect(api.calls('PublishedVersionRollBack_Mutation')).toEqual([{ input: { listId: 'list-1', number: 40 } }]))
  })

  it('makes a new URL that overlaps with the old one', async () => {
    const { api, server } = apiWithList(published())
    api.on('PublishedPathRotate_Mutation', () => ({ publishedPathRotate: { list: server.list, userErrors: [] } }))
    const { user } = openPage(api, { at: '?tab=publishing' })
    await user.click(await screen.findByRole('button', { name: 'New URL…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'A new URL' }))
    await user.selectOptions(dialog.getByLabelText('The old URLs work for another'), '1 day')
    await user.click(dialog.getByRole('button', { name: 'Make a new URL' }))
    await waitFor(() =>
      expect(api.calls('PublishedPathRotate_Mutation')).toEqual([{ input: { listId: 'list-1', overlapSeconds: 86_400 } }]),
    )
  })

  it('shows the password of a credential once', async () => {
    const { api } = apiWithList(published())
    api.on('CredentialCreate_Mutation', () => ({
      publishCredentialCreate: { credential: { id: 'c', name: 'fw-2' }, password: 'once-only', userErrors: [] },
    }))
    const { user } = openPage(api, { at: '?tab=publishing' })
    const panel = within(await screen.findByRole('region', { name: 'Credentials' }))
    await user.click(panel.getByRole('button', { name: 'Add' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'New credential' }))
    await user.type(dialog.getByLabelText('Name'), 'fw-2')
    await user.type(dialog.getByLabelText('Username'), 'fw-2')
    await user.click(dialog.getByRole('button', { name: 'Make it' }))
    expect(await dialog.findByText('once-only')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByText('once-only')).toBeNull())
  })

  it('never takes the last list of a credential, which would open every list', async () => {
    const { api, server } = apiWithList(published())
    const credential = { username: 'fw', disabled: false, createdAt: '2026-11-24T02:00:00.000Z' }
    api.on('Credentials_Query', () => ({
      publishCredentials: [
        { ...credential, id: 'c-1', name: 'fw-1', lists: [server.list] },
        { ...credential, id: 'c-2', name: 'fw-2', lists: [] },
        { ...credential, id: 'c-3', name: 'fw-3', lists: [server.list, buildList({ id: 'list-2', name: 'Others' })] },
      ],
    }))
    api.on('CredentialUpdate_Mutation', () => ({ publishCredentialUpdate: { credential: null, userErrors: [] } }))
    const { user } = openPage(api, { at: '?tab=publishing' })
    const table = within(await screen.findByRole('table', { name: 'Credentials' }))
    expect(table.getByLabelText<HTMLInputElement>('fw-1 fetches this list').disabled).toBe(true)
    expect(within(table.getByRole('row', { name: /fw-2/ })).getByText('every list')).toBeTruthy()
    await user.click(table.getByLabelText('fw-3 fetches this list'))
    await waitFor(() => expect(api.calls('CredentialUpdate_Mutation')).toEqual([{ input: { id: 'c-3', listIds: ['list-2'] } }]))
    expect(screen.queryByText(/whoever knows the URL/)).toBeNull()
  })

  it('offers a viewer neither decision nor credentials', async () => {
    const { api } = apiWithList(published({ held: buildVersion(42, { state: 'HELD' }) }))
    openPage(api, { at: '?tab=publishing', permissions: ['list:read'] })
    await screen.findByText(/is held back/)
    for (const name of ['Approve', 'Reject', 'New URL…', 'Roll back…']) expect(screen.queryByRole('button', { name })).toBeNull()
    expect(api.calls('Credentials_Query')).toEqual([])
  })
})
