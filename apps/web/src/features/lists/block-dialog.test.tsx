import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { OriginButtons, ValueOriginProvider } from '../../components/ui/value-actions'
import { createFakeApi } from '../../testing/fake-api'
import { buildFetch, buildList, buildPreview, buildPublishing, buildVersion } from '../../testing/list-builders'
import { renderPage } from '../../testing/render-app'
import { Blocking } from './blocking'

afterEach(() => vi.useRealTimers())

const ATTACKER = '203.0.113.7'
const OWN = '192.0.2.10'
const INCIDENT = {
  id: 'incident-12',
  hosts: [
    { role: 'TARGET', address: OWN },
    { role: 'ATTACKER', address: ATTACKER },
    { role: 'ATTACKER', address: '203.0.113.8' },
  ],
  urls: [{ value: 'evil.example/a,b' }],
  domains: [],
  files: [],
  users: [],
}
const buildMapping = (id: string, name: string, given: object = {}) => ({
  __typename: 'Mapping',
  id,
  groupName: 'blocked-now',
  kind: 'DYNAMIC_ADDRESS_GROUP',
  state: 'IN_SYNC',
  stateReason: null,
  syncedRevision: '7',
  device: { __typename: 'Device', id: `device-${name}`, name, paused: false, schedule: 'ON_CHANGE' },
  ...given,
})
const MAPPINGS = [buildMapping('mapping-1', 'Edge'), buildMapping('mapping-2', 'Branch')]
const refusal = (verdict: string, value: string, reason: string, number: number) => ({ line: number, typed: value, value, verdict, reason })
const known = (kind: string, value: string, given: object = {}) => ({
  role: 'OTHER',
  alerts: '1',
  observable: { __typename: 'Observable', kind, value, protected: null, reputation: null, lists: [], ...given },
})

type AddVariables = { readonly input: { readonly listId: string; readonly values: readonly string[] } }

/** Lists, what they say, and what is known of the incident's values; `server` may be changed by a test. */
function openDialog({ permissions }: { permissions?: readonly string[] } = {}) {
  const server = {
    lists: [
      buildList({ id: 'list-1', name: 'Attackers', mappings: MAPPINGS }),
      buildList({ id: 'list-3', name: 'Other attackers' }),
      buildList({ id: 'list-2', name: 'Bad URLs', kind: 'URL' }),
    ],
    observables: [] as object[],
    /** By list: what is refused, with lines counted from 1. */
    refused: {} as Record<string, readonly ReturnType<typeof refusal>[]>,
    faults: {} as Record<string, string>,
    versions: [] as object[],
  }
  const listOf = (id: unknown) => server.lists.find(list => list.id === id)
  const api = createFakeApi()
    .on('BlockLists_Query', () => ({ lists: server.lists }))
    .on('BlockIncident_Query', () => ({ incident: INCIDENT }))
    .on('BlockKnownIncident_Query', () => ({ incident: { id: 'incident-12', observables: server.observables } }))
    .on('EntriesPreview_Query', ({ listId }) => {
      const lines = server.refused[String(listId)] ?? []
      // There the values stand below a header.
      return {
        entriesPreview: buildPreview(
          { NEW: 1 },
          lines.map(line => ({ ...line, line: line.line + 1 })),
        ),
      }
    })
    .on('ListEntriesAdd_Mutation', variables => {
      const { listId } = (variables as unknown as AddVariables).input
      const fault = server.faults[listId]
      if (fault !== undefined) throw new Error(fault)
      server.lists = server.lists.map(list => (list.id === listId ? { ...list, revision: '8' } : list))
      const lines = server.refused[listId] ?? []
      const preview = buildPreview({ NEW: 1, ...(lines.length > 0 && { PROTECTED: lines.length }) }, lines)
      return { listEntriesAdd: { list: listOf(listId), added: 1, preview, userErrors: [] } }
    })
    .on('BlockBoard_Query', ({ id }) => ({ list: listOf(id), pushPaused: false }))
    .on('BlockVersions_Query', ({ id }) => ({ list: { ...listOf(id), publishing: buildPublishing({ versions: server.versions }) } }))
  const view = renderPage(
    <Blocking>
      <ValueOriginProvider value={{ alertId: null, incident: { id: 'incident-12', number: '12' } }}>
        <OriginButtons />
      </ValueOriginProvider>
    </Blocking>,
    { api, ...(permissions && { viewer: { permissions } }) },
  )
  const open = async () => {
    await view.user.click(screen.getByRole('button', { name: 'Block…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Block' }))
    await dialog.findByRole('group', { name: 'Addresses' })
    return dialog
  }
  return { ...view, api, server, open }
}

const describedBy = (element: HTMLElement) => document.getElementById(element.getAttribute('aria-describedby') ?? '')?.textContent ?? ''

describe('before anything is added', () => {
  it('each value says its role, score, lists, what covers it and what protects it', async () => {
    const { api, server, open } = openDialog()
    server.observables = [
      known('ADDRESS', ATTACKER, { reputation: { score: 87, evidence: [] }, lists: [{ __typename: 'List', id: 'list-9', name: 'Bots' }] }),
    ]
    server.refused['list-1'] = [
      refusal('COVERED', '203.0.113.8', 'Covered by 203.0.113.0/24', 2),
      refusal('PROTECTED', OWN, `Protected: ${OWN} (mail)`, 3),
    ]
    const dialog = await open()
    expect(await dialog.findByText(`protected: ${OWN} (mail)`)).toBeTruthy()
    expect(await dialog.findByText('on Bots')).toBeTruthy()
    const attacker = dialog.getByLabelText<HTMLInputElement>(`${ATTACKER} attacker`)
    expect(describedBy(attacker)).toBe('87 maliciouson Bots')
    expect(describedBy(dialog.getByLabelText('203.0.113.8 attacker'))).toBe('covered by 203.0.113.0/24 on Attackers')
    expect(dialog.getByLabelText<HTMLInputElement>(`${OWN} target`).disabled).toBe(true)
    expect(api.calls('EntriesPreview_Query')).toEqual([
      { listId: 'list-1', text: `value\n"${ATTACKER}"\n"203.0.113.8"\n"${OWN}"` },
      { listId: 'list-2', text: 'value\n"evil.example/a,b"' },
    ])
  })

  it('all values of a kind are those that may be blocked', async () => {
    const { api, server, user, open } = openDialog()
    server.refused['list-1'] = [refusal('PROTECTED', OWN, `Protected: ${OWN}`, 3)]
    const dialog = await open()
    await dialog.findByText(`protected: ${OWN}`)
    await user.click(dialog.getByRole('checkbox', { name: 'Addresses' }))
    server.refused['list-1'] = []
    await user.click(dialog.getByRole('button', { name: 'Block 2 values' }))
    await waitFor(() => expect(dialog.getAllByText(/is blocked/)).toHaveLength(2))
    expect(api.calls('ListEntriesAdd_Mutation')).toMatchObject([{ input: { values: [ATTACKER, '203.0.113.8'] } }])
  })

  it('a question that fails hinders nobody', async () => {
    const { api, user, open } = openDialog()
    api.on('EntriesPreview_Query', () => {
      throw new Error('Too busy')
    })
    api.on('BlockKnownIncident_Query', () => {
      throw new Error('Too busy')
    })
    const dialog = await open()
    expect(await dialog.findByText(/What stands against it could not be asked\..*Too busy/)).toBeTruthy()
    await user.click(dialog.getByLabelText(`${ATTACKER} attacker`))
    await user.click(dialog.getByRole('button', { name: 'Block' }))
    expect(await dialog.findByText(/is blocked/)).toBeTruthy()
  })

  it('scores are not asked for on behalf of somebody who may not read them', async () => {
    const { api, open } = openDialog({ permissions: ['list:read', 'list:write', 'device:read'] })
    await open()
    await waitFor(() => expect(api.calls('EntriesPreview_Query')).toHaveLength(2))
    expect(api.calls('BlockKnownIncident_Query')).toEqual([])
  })
})

describe('several lists', () => {
  it('each get the values of their kind, and one that fails hides nothing of the others', async () => {
    const { api, server, user, open } = openDialog()
    server.faults['list-3'] = 'The database does not answer'
    const dialog = await open()
    await user.click(dialog.getByRole('combobox', { name: 'More lists for Addresses' }))
    const more = within(await screen.findByRole('listbox', { name: 'More lists for Addresses' }))
    await user.click(more.getByRole('option', { name: 'Other attackers' }))
    await user.click(dialog.getByLabelText(`${ATTACKER} attacker`))
    await user.click(dialog.getByLabelText('evil.example/a,b'))
    await user.click(dialog.getByRole('button', { name: 'Block 2 values' }))
    const other = within(await dialog.findByRole('group', { name: 'Other attackers' }))
    expect((await other.findByRole('alert')).textContent).toBe('The database does not answer')
    for (const name of ['Attackers', 'Bad URLs'])
      expect(await within(dialog.getByRole('group', { name })).findByText(/is blocked/)).toBeTruthy()
    expect(api.calls('ListEntriesAdd_Mutation')).toEqual([
      { input: { listId: 'list-1', values: [ATTACKER], reason: 'INC-12', incidentId: 'incident-12' } },
      { input: { listId: 'list-3', values: [ATTACKER], reason: 'INC-12', incidentId: 'incident-12' } },
      { input: { listId: 'list-2', values: ['evil.example/a,b'], reason: 'INC-12', incidentId: 'incident-12' } },
    ])

    delete server.faults['list-3']
    await user.click(other.getByRole('button', { name: 'Try again: Other attackers' }))
    expect(await other.findByText(/is blocked/)).toBeTruthy()
    expect(api.calls('ListEntriesAdd_Mutation')).toHaveLength(4)
  })

  it('refuse what became protected meanwhile, and add the rest', async () => {
    const { server, user, open } = openDialog()
    const dialog = await open()
    await user.click(dialog.getByLabelText(`${ATTACKER} attacker`))
    await user.click(dialog.getByLabelText(`${OWN} target`))
    server.refused['list-1'] = [refusal('PROTECTED', OWN, 'Protected: own range', 2)]
    await user.click(dialog.getByRole('button', { name: 'Block 2 values' }))
    expect(await dialog.findByText(/was not added\. Protected: own range/)).toBeTruthy()
    expect(dialog.getAllByText(/is blocked/)).toHaveLength(1)
    expect(dialog.queryByRole('list', { name: `Who has ${OWN}` })).toBeNull()
  })
})

describe('after it was added', () => {
  async function blockAttacker(opened = openDialog()) {
    const dialog = await opened.open()
    await opened.user.click(dialog.getByLabelText(`${ATTACKER} attacker`))
    await opened.user.click(dialog.getByRole('button', { name: 'Block' }))
    await dialog.findByText(/is blocked/)
    await waitFor(() => expect(opened.api.opened('BlockBoard_Subscription')).toBe(1))
    return { ...opened, dialog, who: () => within(dialog.getByRole('list', { name: `Who has ${ATTACKER}` })) }
  }

  it('each firewall tells live whether it has it', async () => {
    const { api, dialog, who } = await blockAttacker()
    expect(await dialog.findByText('0 of 2 firewalls have it.')).toBeTruthy()
    expect(who().getByText('Edge: blocked-now: pending')).toBeTruthy()
    const emit = (mappings: readonly object[]) =>
      api.emit('BlockBoard_Subscription', {
        enforcementChanged: {
          lists: [],
          devices: mappings.map(each => ({ ...(each as { device: object }).device, mappings: [each] })),
          runs: [],
        },
      })
    await emit([
      buildMapping('mapping-1', 'Edge', { syncedRevision: '8' }),
      buildMapping('mapping-2', 'Branch', { state: 'AWAITING_COMMIT', stateReason: 'Waits for the next commit window' }),
    ])
    expect(await who().findByText('Edge: blocked-now: has it')).toBeTruthy()
    expect(who().getByText('Branch: blocked-now: awaits a commit: Waits for the next commit window')).toBeTruthy()
    expect(dialog.getByText('1 of 2 firewalls have it.')).toBeTruthy()
    await emit([buildMapping('mapping-2', 'Branch', { syncedRevision: '8' })])
    expect(await dialog.findByText('All 2 firewalls have it.')).toBeTruthy()
  })

  it('the published list tells which version has it, and who fetched that', async () => {
    const opened = openDialog()
    const publishing = buildPublishing()
    const published = { published: true, publishing, mappings: [] }
    opened.server.lists = [buildList({ id: 'list-1', name: 'Attackers', ...published })]
    opened.server.versions = [buildVersion(41), buildVersion(1)]
    const { api, server, dialog, who } = await blockAttacker(opened)
    expect(await who().findByText('Published: the next version is being made')).toBeTruthy()
    expect(dialog.getByText('No firewall has fetched it yet.')).toBeTruthy()
    server.versions = [buildVersion(42, { added: 1, addedEntries: [ATTACKER] }), ...server.versions]
    const fetches = [buildFetch({ version: 42 }), buildFetch({ address: '192.0.2.12', version: 41 })]
    const next = buildList({
      id: 'list-1',
      revision: '8',
      ...published,
      publishing: { ...publishing, inForce: buildVersion(42), fetches },
    })
    await api.emit('BlockBoard_Subscription', { enforcementChanged: { lists: [next], devices: [], runs: [] } })
    expect(await who().findByText('Published: version 42 has it')).toBeTruthy()
    expect(who().getByText('192.0.2.11: fetched version 42')).toBeTruthy()
    expect(who().getByText('192.0.2.12: has version 41, an older one')).toBeTruthy()
    expect(dialog.getByText('1 of 2 firewalls have it.')).toBeTruthy()
  })

  it('the versions are asked for again when they could not be had', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setInterval', 'clearInterval'] })
    const opened = openDialog()
    opened.server.lists = [buildList({ id: 'list-1', name: 'Attackers', published: true, publishing: buildPublishing(), mappings: [] })]
    opened.api.on('BlockVersions_Query', () => {
      throw new Error('The server is busy')
    })
    const { api, who } = await blockAttacker(opened)
    expect(await who().findByText('Published: looking at its versions')).toBeTruthy()
    const versions = [buildVersion(41), buildVersion(1)]
    api.on('BlockVersions_Query', () => ({ list: { ...opened.server.lists[0], publishing: buildPublishing({ versions }) } }))
    await act(() => vi.advanceTimersByTimeAsync(10_000))
    expect(await who().findByText('Published: the next version is being made')).toBeTruthy()
  })

  it('those that lack it come first where there are many firewalls, and all of them count', async () => {
    const opened = openDialog()
    const mappings = Array.from({ length: 15 }, (_, index) =>
      buildMapping(`mapping-${index}`, `fw-${index}`, { syncedRevision: index === 14 ? '7' : '8' }),
    )
    opened.server.lists = [buildList({ id: 'list-1', name: 'Attackers', mappings })]
    const { dialog, who } = await blockAttacker(opened)
    expect(await dialog.findByText('14 of 15 firewalls have it.')).toBeTruthy()
    const items = who().getAllByRole('listitem')
    expect([items[0]?.textContent, items.at(-1)?.textContent]).toEqual(['fw-14: blocked-now: pending', 'and 3 more'])
  })

  it('a list that reaches no firewall says so', async () => {
    const opened = openDialog()
    opened.server.lists = [buildList({ id: 'list-1', name: 'Attackers' })]
    const { dialog } = await blockAttacker(opened)
    expect(await dialog.findByText(/No firewall gets this list/)).toBeTruthy()
  })

  it('a value that somebody takes off again is not shown as blocked', async () => {
    const opened = openDialog()
    const onList = [{ __typename: 'List', id: 'list-1', name: 'Attackers' }]
    const { api, server, dialog } = await blockAttacker(opened)
    server.observables = [known('ADDRESS', ATTACKER, { lists: onList })]
    const emit = async (revision: string) => {
      server.lists = server.lists.map(list => (list.id === 'list-1' ? { ...list, revision } : list))
      await api.emit('BlockBoard_Subscription', { enforcementChanged: { lists: [server.lists[0]], devices: [], runs: [] } })
    }
    const before = api.calls('BlockKnownIncident_Query').length
    await emit('9')
    await waitFor(() => expect(api.calls('BlockKnownIncident_Query').length).toBeGreaterThan(before))
    expect(dialog.getByText(/is blocked/)).toBeTruthy()
    server.observables = [known('ADDRESS', ATTACKER)]
    await emit('10')
    expect(await dialog.findByText(/was taken off the list again/)).toBeTruthy()
    expect(dialog.queryByText(/is blocked/)).toBeNull()
    expect(dialog.queryByRole('list', { name: `Who has ${ATTACKER}` })).toBeNull()
  })
})

it('is done with the keyboard alone', async () => {
  const { user, open } = openDialog()
  const dialog = await open()
  const attacker = dialog.getByLabelText<HTMLInputElement>(`${ATTACKER} attacker`)
  for (let tabs = 0; tabs < 10 && document.activeElement !== attacker; tabs++) await user.tab()
  expect(document.activeElement).toBe(attacker)
  await user.keyboard(' ')
  const reason = dialog.getByLabelText('Reason')
  for (let tabs = 0; tabs < 10 && document.activeElement !== reason; tabs++) await user.tab()
  await user.keyboard(' by hand{Enter}')
  expect(await dialog.findByText(/is blocked/)).toBeTruthy()
  // Enter held down must not press what comes next.
  expect(document.activeElement).toBe(dialog.getByRole('group', { name: 'What became of it' }))
  const done = dialog.getByRole('button', { name: 'Done' })
  for (let tabs = 0; tabs < 10 && document.activeElement !== done; tabs++) await user.tab()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Block' })).toBeNull())
})
