import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { OriginButtons, ValueOriginProvider } from '../../components/ui/value-actions'
import { ValueText } from '../../components/ui/value-text'
import { createFakeApi } from '../../testing/fake-api'
import { buildList, buildPreview } from '../../testing/list-builders'
import { renderPage } from '../../testing/render-app'
import { Blocking } from './blocking'

const INCIDENT = {
  id: 'incident-12',
  hosts: [
    { role: 'TARGET', address: '192.0.2.10' },
    { role: 'ATTACKER', address: '203.0.113.7' },
  ],
  urls: [{ value: 'evil.example/a' }],
  domains: [],
  files: [],
  users: [{ value: 'acme\\bob' }],
}
const LISTS = [
  buildList({ id: 'list-1', name: 'Attackers' }),
  buildList({ id: 'list-3', name: 'Other attackers' }),
  buildList({ id: 'list-2', name: 'Bad URLs', kind: 'URL' }),
]

const openPage = (permissions?: readonly string[]) => {
  const api = createFakeApi()
    .on('BlockLists_Query', () => ({ lists: LISTS }))
    .on('BlockIncident_Query', () => ({ incident: INCIDENT }))
  const view = renderPage(
    <Blocking>
      <ValueOriginProvider value={{ alertId: null, incident: { id: 'incident-12', number: '12' } }}>
        <ValueText value="203.0.113.7" kind="ADDRESS" />
        <ValueText value="a rule" />
        <OriginButtons />
      </ValueOriginProvider>
    </Blocking>,
    { api, ...(permissions && { viewer: { permissions } }) },
  )
  return { ...view, api }
}

describe('blocking a value from its menu', () => {
  it('puts it on the list for the incident, with one click', async () => {
    const { api, user } = openPage()
    api.on('ListEntriesAdd_Mutation', () => ({
      listEntriesAdd: { list: LISTS[0], added: 1, preview: buildPreview({ NEW: 1 }), userErrors: [] },
    }))
    await user.click(screen.getByRole('button', { name: '203.0.113.7: actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Block…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Block' }))
    expect((await dialog.findByLabelText<HTMLInputElement>(/203\.0\.113\.7/)).checked).toBe(true)
    expect(dialog.getByLabelText<HTMLInputElement>('Reason').value).toBe('INC-12')
    await user.click(dialog.getByRole('button', { name: 'Block' }))
    expect(await dialog.findByText(/is blocked/)).toBeTruthy()
    expect(api.calls('ListEntriesAdd_Mutation')).toEqual([
      { input: { listId: 'list-1', values: ['203.0.113.7'], reason: 'INC-12', incidentId: 'incident-12' } },
    ])
  })

  it('leaves other values alone', async () => {
    const { user } = openPage()
    await user.click(screen.getByRole('button', { name: 'a rule: actions' }))
    await screen.findByRole('menuitem', { name: 'Copy' })
    expect(screen.queryByRole('menuitem', { name: 'Block…' })).toBeNull()
  })

  it('is not offered to somebody who may only read; why it is blocked is', async () => {
    const { user, router } = openPage(['list:read'])
    expect(screen.queryByRole('button', { name: 'Block…' })).toBeNull()
    await user.click(screen.getByRole('button', { name: '203.0.113.7: actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Why is this blocked?' }))
    expect(screen.queryByRole('menuitem', { name: 'Block…' })).toBeNull()
    await waitFor(() => expect(router.state.location.search).toBe('?why=203.0.113.7'))
  })
})

describe('blocking several values of an incident', () => {
  it('asks each list once and answers for each value', async () => {
    const { api, user } = openPage()
    const refused = { line: 2, typed: '192.0.2.10', value: '192.0.2.10', verdict: 'PROTECTED', reason: 'Protected: own range' }
    api.on('ListEntriesAdd_Mutation', variables => {
      const { listId } = (variables as { input: { listId: string } }).input
      const preview = listId === 'list-2' ? buildPreview({ NEW: 1 }) : buildPreview({ NEW: 1, PROTECTED: 1 }, [refused])
      return { listEntriesAdd: { list: LISTS.find(({ id }) => id === listId), added: 1, preview, userErrors: [] } }
    })
    await user.click(screen.getByRole('button', { name: 'Block…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Block' }))
    const addresses = within(await dialog.findByRole('group', { name: 'Addresses' }))
    await user.click(addresses.getByLabelText('Addresses'))
    await user.selectOptions(await addresses.findByLabelText('List for Addresses'), 'Other attackers')
    await user.click(dialog.getByLabelText('evil.example/a'))
    // There is no list of users.
    expect(dialog.getByLabelText<HTMLInputElement>('acme\\bob').disabled).toBe(true)
    await user.click(dialog.getByRole('button', { name: 'Block 3 values' }))
    expect(await dialog.findByText(/Protected: own range/)).toBeTruthy()
    expect(dialog.getAllByText(/is blocked/)).toHaveLength(2)
    expect(api.calls('ListEntriesAdd_Mutation')).toMatchObject([
      { input: { listId: 'list-3', values: ['203.0.113.7', '192.0.2.10'] } },
      { input: { listId: 'list-2', values: ['evil.example/a'] } },
    ])
  })

  it('says what failed, list by list', async () => {
    const { api, user } = openPage()
    api.on('ListEntriesAdd_Mutation', () => {
      throw new Error('The database does not answer')
    })
    await user.click(screen.getByRole('button', { name: 'Block…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Block' }))
    await user.click(await dialog.findByLabelText('evil.example/a'))
    await user.click(dialog.getByRole('button', { name: 'Block' }))
    expect((await dialog.findByRole('alert')).textContent).toBe('The database does not answer')
    expect(dialog.queryByText(/is blocked/)).toBeNull()
  })
})
