import { act, screen, waitFor, within } from '@testing-library/react'
import { GraphQLError } from 'graphql'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ValueActionsProvider } from '../../components/ui/value-actions'
import { paths } from '../../config/paths'
import { buildIncident } from '../../testing/alert-builders'
import { giveElementsSize } from '../../testing/element-size'
import { createFakeApi, type FakeApi } from '../../testing/fake-api'
import {
  buildAddress,
  buildEvidence,
  buildFile,
  buildLookup,
  buildNobody,
  buildObservable,
  buildReport,
  buildReputation,
  buildUser,
  buildWildfire,
  notYet,
} from '../../testing/observable-builders'
import { renderPage } from '../../testing/render-app'
import { Knowing } from './knowing'
import { ObservablePage } from './observable-page'

beforeEach(() => {
  giveElementsSize()
  // Charts measure themselves.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 600, 180))
})

const HASH = 'c'.repeat(64)

/** The chart is drawn from today backwards. */
const today = (): string => `${new Date().toISOString().slice(0, 10)}T00:00:00.000Z`

const ACTIVITY = {
  firstSeenAt: '2026-11-01T08:00:00.000Z',
  lastSeenAt: '2026-11-24T02:30:00.000Z',
  alerts: 142,
  exact: false,
  days: [{ day: today(), alerts: 142, blocked: 120 }],
  roles: [
    { role: 'ATTACKER', alerts: 140 },
    { role: 'TARGET', alerts: 2 },
  ],
}
const NO_FURTHER = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null }

function apiKnowing(observable: object | null, activity: object = {}) {
  return createFakeApi()
    .on('Observable_Query', () => ({ observable }))
    .on('ObservableActivity_Query', () => ({ observable: observable && { ...observable, ...activity } }))
}

const blocked: string[] = []
const actions = {
  ofValue: (_kind: string, value: string) => [{ label: 'Block…', icon: null, apply: () => blocked.push(value) }],
  ofOrigin: () => [],
}

function openPage(api: FakeApi, at: string, permissions?: readonly string[]) {
  return renderPage(
    <ValueActionsProvider value={actions}>
      <Knowing>
        <ObservablePage />
      </Knowing>
    </ValueActionsProvider>,
    { api, at, ...(permissions && { viewer: { permissions } }) },
  )
}

describe('the page of an address', () => {
  const address = buildAddress('203.0.113.7', {
    names: ['host.evil.example'],
    namesStatus: buildLookup({ provider: 'REVERSE_DNS' }),
    lists: [{ id: 'list-1', name: 'Attackers' }],
  })

  it('tells place, names, lists, and the score with everybody behind it', async () => {
    openPage(apiKnowing(address), paths.observable('ADDRESS', '203.0.113.7'))
    expect(await screen.findByRole('heading', { name: 'Address 203.0.113.7' })).toBeTruthy()
    const known = screen.getByRole('region', { name: 'What we know' })
    expect(known.textContent).toContain('Frankfurt, Hesse, Germany AS64500 Example Hosting')
    expect(known.textContent).toContain('50.11, 8.68')
    expect(known.textContent).toContain('host.evil.example Reverse DNS · 3 min ago')
    expect(within(known).getByRole('link', { name: 'Attackers' }).getAttribute('href')).toBe('/lists/list-1')
    expect(within(known).getByRole('link', { name: 'IP Geolocation by DB-IP' })).toBeTruthy()
    expect(screen.getByRole('meter', { name: 'Score' }).getAttribute('aria-valuetext')).toBe('92 of 100, malicious')
    expect(screen.getByRole('region', { name: 'Score' }).textContent).toContain('37 reports, confidence 92 %')
  })

  it('asks the server for the value that the address writes', async () => {
    const value = 'evil.example/a%2Fb?c=d'
    const api = apiKnowing(buildObservable('URL', value, { reputation: buildReputation([], null) }))
    openPage(api, paths.observable('URL', value))
    await screen.findByRole('heading', { name: `URL ${value}` })
    expect(api.calls('Observable_Query')[0]).toEqual({ kind: 'URL', value })
    expect(screen.getByText('not asked: no provider or feed is set up for it')).toBeTruthy()
  })

  it('says what it has done: chart in words, roles, first and last seen, incidents', async () => {
    const incidents = { nodes: [buildIncident(12)], edges: [], pageInfo: NO_FURTHER }
    const { router, user, api } = openPage(
      apiKnowing(address, { activity: ACTIVITY, incidents }),
      paths.observable('ADDRESS', '203.0.113.7'),
    )
    const alerts = await screen.findByRole('region', { name: 'Alerts' })
    expect(await within(alerts).findByText(/^142 alerts in 30 days, 22 allowed; most on/)).toBeTruthy()
    expect(alerts.textContent).toContain('more than 142 alerts')
    expect(alerts.textContent).toContain('Attacker in 140, Target in 2')
    expect(alerts.textContent).toContain('First seen 2026-11-01')
    expect(within(screen.getByRole('table', { name: 'Incidents' })).getByRole('link', { name: 'INC-12' })).toBeTruthy()
    await user.click(within(alerts).getByRole('radio', { name: '7 days' }))
    await waitFor(() => expect(api.calls('ObservableActivity_Query').at(-1)).toMatchObject({ days: 7 }))
    expect(router.state.location.search).toBe('?days=7')
    expect(within(alerts).getByRole('link', { name: 'Show alerts' }).getAttribute('href')).toBe('/alerts?address=203.0.113.7&range=7d')
    expect(await within(alerts).findByText(/^142 alerts in 7 days/)).toBeTruthy()
    expect(await waitFor(() => alerts.querySelector('.recharts-wrapper') ?? expect.fail('no chart'))).toBeTruthy()
  })

  it('keeps what is known when its alerts cannot be counted', async () => {
    const api = apiKnowing(address).on('ObservableActivity_Query', () => {
      throw new GraphQLError('It took too long')
    })
    openPage(api, paths.observable('ADDRESS', '203.0.113.7'))
    expect((await screen.findByRole('alert')).textContent).toContain('It took too long')
    expect(screen.getByText('Attackers')).toBeTruthy()
  })

  it('offers to block it, and to ask one provider again', async () => {
    const asked = buildAddress('203.0.113.7', { reputation: buildReputation([buildEvidence({ refreshing: true })]) })
    const api = apiKnowing(address).on('ObservableRefresh_Mutation', () => ({ observableRefresh: { observable: asked, userErrors: [] } }))
    const { user } = openPage(api, paths.observable('ADDRESS', '203.0.113.7'))
    await user.click(await screen.findByRole('button', { name: 'Block…' }))
    expect(blocked).toEqual(['203.0.113.7'])
    await user.click(screen.getByRole('button', { name: 'Ask AbuseIPDB again' }))
    expect(await screen.findByText(/asking again/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Refresh about 203.0.113.7' }))
    expect(api.calls('ObservableRefresh_Mutation').map(({ input }) => input)).toEqual([
      { kind: 'ADDRESS', value: '203.0.113.7', provider: 'ABUSEIPDB' },
      { kind: 'ADDRESS', value: '203.0.113.7' },
    ])
  })

  it('says why nobody was asked', async () => {
    const api = apiKnowing(address).on('ObservableRefresh_Mutation', () => ({
      observableRefresh: { observable: null, userErrors: [{ message: 'It was asked 4 seconds ago.', field: null, code: 'RATE_LIMITED' }] },
    }))
    const { user } = openPage(api, paths.observable('ADDRESS', '203.0.113.7'))
    await user.click(await screen.findByRole('button', { name: 'Refresh about 203.0.113.7' }))
    expect(await screen.findByText('It was asked 4 seconds ago.')).toBeTruthy()
  })

  it('lets viewers look and not ask', async () => {
    openPage(apiKnowing(address), paths.observable('ADDRESS', '203.0.113.7'), ['enrichment:read'])
    await screen.findByRole('heading', { name: 'Address 203.0.113.7' })
    expect(screen.queryByRole('button', { name: /Refresh|Ask/ })).toBeNull()
  })

  it('says why it may not be blocked, and why nobody outside is asked', async () => {
    const own = buildAddress('10.1.2.3', {
      protected: 'private network',
      notAskedOutside: 'private address',
      reputation: buildReputation([buildEvidence({ state: 'NOT_ASKED', score: null, summary: '', answeredAt: null })], null),
    })
    openPage(apiKnowing(own), paths.observable('ADDRESS', '10.1.2.3'))
    expect(await screen.findByText('May never be blocked: private network')).toBeTruthy()
    expect(screen.getByText('Nobody outside is asked: private address')).toBeTruthy()
    expect(screen.getByText('Score not asked')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Ask AbuseIPDB again' })).toBeNull()
  })

  it('follows what becomes known', async () => {
    const api = apiKnowing(
      buildAddress('203.0.113.7', { reputation: buildReputation([buildEvidence({ state: 'PENDING', score: null })], null) }),
    )
    openPage(api, paths.observable('ADDRESS', '203.0.113.7'))
    expect(await screen.findByText('Score pending')).toBeTruthy()
    await waitFor(() => expect(api.opened('EnrichmentChanged_Subscription')).toBe(1))
    api.on('Observable_Query', () => ({ observable: address }))
    await act(() =>
      api.emit('EnrichmentChanged_Subscription', {
        enrichmentChanged: { observables: [{ kind: 'ADDRESS', value: '203.0.113.7', verdict: null }], settings: false, resync: false },
      }),
    )
    expect(await screen.findByRole('meter', { name: 'Score' })).toBeTruthy()
  })
})

describe('the page of a file', () => {
  it('tells the verdict, the report by platform, and indicators one click from a list', async () => {
    const { user } = openPage(apiKnowing(buildFile(HASH)), paths.observable('FILE_HASH', HASH))
    const wildfire = await screen.findByRole('region', { name: 'WildFire' })
    for (const text of [
      'Malicious',
      'Loader.Example',
      'PE32',
      '48.6 kB',
      'unsigned',
      'Windows 10 64-bit',
      'C:\\temp\\sample.exe',
      'c2.evil.example',
    ])
      expect(wildfire.textContent).toContain(text)
    expect(within(wildfire).getByRole('link', { name: 'Report XML' }).getAttribute('href')).toBe(`/wildfire/${HASH}.xml`)
    await user.click(within(wildfire).getByRole('button', { name: 'Block… c2.evil.example' }))
    expect(blocked).toContain('c2.evil.example')
  })

  it('shows the first of many activities, and all when asked', async () => {
    const processes = Array.from({ length: 40 }, (_, index) => ({ action: 'Create', subject: `p${index}.exe`, detail: null }))
    const [platform] = buildReport().platforms
    const wildfire = buildWildfire({ report: buildReport({ platforms: [{ ...platform, processes }] }) })
    const { user } = openPage(apiKnowing(buildFile(HASH, { wildfire })), paths.observable('FILE_HASH', HASH))
    const list = await screen.findByRole('region', { name: 'Processes' })
    expect(within(list).queryByText(/p39\.exe/)).toBeNull()
    await user.click(within(list).getByRole('button', { name: 'Show all 40' }))
    expect(within(list).getByText(/p39\.exe/)).toBeTruthy()
  })

  it('says how far asking for the report has come, and asks for it', async () => {
    const wildfire = buildWildfire({ reportStatus: notYet('PENDING', 'the analysis is not ready'), report: null })
    const asked = buildFile(HASH, { wildfire })
    const api = apiKnowing(asked).on('ObservableRefresh_Mutation', () => ({ observableRefresh: { observable: asked, userErrors: [] } }))
    const { user } = openPage(api, paths.observable('FILE_HASH', HASH))
    const panel = await screen.findByRole('region', { name: 'WildFire' })
    expect(panel.textContent).toContain('Report pending: the analysis is not ready')
    await user.click(within(panel).getByRole('button', { name: `Ask for the report about ${HASH}` }))
    expect(api.calls('ObservableRefresh_Mutation')).toEqual([{ input: { kind: 'FILE_HASH', value: HASH, provider: 'WILDFIRE_REPORT' } }])
  })
})

describe('other pages', () => {
  it('shows a person, or how far asking has come', async () => {
    const api = apiKnowing(buildUser('corp\\bob', buildNobody(notYet('FAILED', 'the directory does not answer'))))
    openPage(api, paths.observable('USER', 'corp\\bob'))
    expect(await screen.findByText('failed: the directory does not answer')).toBeTruthy()
  })

  it('says that a value is none, from the address alone or by the server', async () => {
    openPage(apiKnowing(null), paths.observable('ADDRESS', 'nonsense'))
    expect(await screen.findByRole('heading', { name: 'This is no valid address' })).toBeTruthy()
  })

  it('says that a kind is none', async () => {
    openPage(apiKnowing(null), '/observables/COLOUR/red')
    expect(await screen.findByRole('heading', { name: 'This is no valid value' })).toBeTruthy()
  })

  it('can be tried again when the server does not answer', async () => {
    const api = apiKnowing(buildUser('corp\\bob')).on('Observable_Query', () => {
      throw new GraphQLError('The database is away')
    })
    const { user } = openPage(api, paths.observable('USER', 'corp\\bob'))
    expect((await screen.findByRole('alert')).textContent).toContain('The database is away')
    api.on('Observable_Query', () => ({ observable: buildUser('corp\\bob') }))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Bob Baker')).toBeTruthy()
  })
})
