import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildNetwork } from '../../testing/enrichment-builders'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { Networks } from './networks'

const setUp = (namedNetworks: object[] = [], permissions?: readonly string[]) => {
  const state = { namedNetworks }
  const api = createFakeApi().on('Networks_Query', () => state)
  return { ...renderPage(<Networks />, { api, ...(permissions && { viewer: { permissions } }) }), state }
}

const enter = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

describe('named networks', () => {
  it('say which are never asked about outside', async () => {
    setUp([buildNetwork(), buildNetwork({ id: 'network-2', network: '198.51.100.0/24', name: 'Partner', own: false })])
    expect(within(await screen.findByRole('row', { name: /Office Berlin/ })).getByText('never asked: own')).toBeTruthy()
    expect(within(screen.getByRole('row', { name: /Partner/ })).getByText('asked, if public')).toBeTruthy()
  })

  it('offer nothing to somebody who may only read', async () => {
    setUp([buildNetwork()], ['enrichment:read'])
    await screen.findByRole('row', { name: /Office Berlin/ })
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('say what to do where there is none', async () => {
    setUp([], ['enrichment:read'])
    expect(await screen.findByText('An administrator can add one.')).toBeTruthy()
  })

  it('take another, own unless told otherwise', async () => {
    const { user, api, state } = setUp()
    api.on('NamedNetworkCreate_Mutation', () => {
      state.namedNetworks = [buildNetwork()]
      return { namedNetworkCreate: { namedNetwork: buildNetwork(), userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Add a network' }))
    const panel = within(await screen.findByRole('dialog', { name: 'New Network' }))
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Enter a name')).toBeTruthy()
    expect(api.calls('NamedNetworkCreate_Mutation')).toHaveLength(0)
    enter(panel.getByLabelText(/^Network/), ' 192.0.2.0/24 ')
    enter(panel.getByLabelText(/^Name/), 'Office Berlin')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('row', { name: /Office Berlin/ })).toBeTruthy()
    expect(api.calls('NamedNetworkCreate_Mutation')).toEqual([
      { input: { network: '192.0.2.0/24', name: 'Office Berlin', description: '', own: true } },
    ])
  })

  it('tell what another changed meanwhile, and write over it only when saved again', async () => {
    const { user, api } = setUp([buildNetwork()])
    const theirs = buildNetwork({ version: 2, name: 'Theirs', description: 'Third floor' })
    api.on('NamedNetworkUpdate_Mutation', ({ input }) => ({
      namedNetworkUpdate:
        (input as { expectedVersion: number }).expectedVersion === 1
          ? { namedNetwork: theirs, userErrors: [{ message: 'Changed', field: ['expectedVersion'], code: 'CONFLICT' }] }
          : { namedNetwork: { ...theirs, version: 3, name: 'Mine' }, userErrors: [] },
    }))
    await user.click(await screen.findByRole('button', { name: 'Edit Office Berlin' }))
    const panel = within(await screen.findByRole('dialog', { name: 'Edit Network' }))
    enter(panel.getByLabelText(/^Name/), 'Mine')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Taken over from them: Description.')).toBeTruthy()
    expect(panel.getByText(/Changed by both: Name\./)).toBeTruthy()
    await user.click(panel.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(api.calls('NamedNetworkUpdate_Mutation')).toEqual([
      { input: { id: 'network-1', expectedVersion: 1, name: 'Mine' } },
      { input: { id: 'network-1', expectedVersion: 2, name: 'Mine' } },
    ])
  })

  it('say beside the field what the server refuses', async () => {
    const { user, api } = setUp([buildNetwork()])
    api.on('NamedNetworkUpdate_Mutation', () => ({
      namedNetworkUpdate: { namedNetwork: null, userErrors: [{ message: 'Not a network', field: ['network'], code: 'INVALID' }] },
    }))
    await user.click(await screen.findByRole('button', { name: 'Edit Office Berlin' }))
    const panel = within(await screen.findByRole('dialog'))
    enter(panel.getByLabelText(/^Network/), 'nonsense')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Not a network')).toBeTruthy()
    expect(panel.queryByRole('alert')).toBeNull()
  })

  it('are deleted after a question', async () => {
    const { user, api, state } = setUp([buildNetwork({ version: 4 })])
    api.on('NamedNetworkDelete_Mutation', () => {
      state.namedNetworks = []
      return { namedNetworkDelete: { deletedId: 'network-1', userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Delete Office Berlin' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Office Berlin?' }))
    expect(api.calls('NamedNetworkDelete_Mutation')).toHaveLength(0)
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText('No network has a name yet')).toBeTruthy()
    expect(api.calls('NamedNetworkDelete_Mutation')).toEqual([{ input: { id: 'network-1', expectedVersion: 4 } }])
  })

  it('change when others change them', async () => {
    const { api, state } = setUp([buildNetwork()])
    await screen.findByRole('row', { name: /Office Berlin/ })
    await waitFor(() => expect(api.opened('EnrichmentEvents_Subscription')).toBe(1))
    state.namedNetworks = [buildNetwork({ version: 2, name: 'Office Hamburg' })]
    await api.emit('EnrichmentEvents_Subscription', { enrichmentChanged: { observables: [], settings: true, resync: false } })
    expect(await screen.findByRole('row', { name: /Office Hamburg/ })).toBeTruthy()
  })
})
