import { act, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeApi, type FakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { overviewTimes } from './overview-params'
import { OverviewPage } from './overview-page'

const NOW = '2026-11-24T12:00:00.000Z'
const step = (at: string, given: object = {}) => ({ at, severities: [], allowed: 0, blocked: 0, ...given })
const top = (label: string, count: number, search: string) => ({ label, count, search })

const quiet = {
  from: '2026-11-23T12:00:00.000Z',
  to: NOW,
  alerts: [step('2026-11-23T12:00:00.000Z'), step('2026-11-24T00:00:00.000Z')],
  incidents: [step('2026-11-23T12:00:00.000Z'), step('2026-11-24T00:00:00.000Z')],
  topAttackers: [],
  topTargets: [],
  topUsers: [],
  topThreats: [],
  topRules: [],
  topFirewalls: [],
  openByAge: [top('< 1 h', 0, 'q=created%3A%3C1h')],
  openBySeverity: [],
  medianAcknowledgeMinutes: null,
  medianCloseMinutes: null,
  lists: [],
  devices: [],
}
const busy = {
  ...quiet,
  alerts: [
    step('2026-11-23T12:00:00.000Z', { severities: [{ severity: 'CRITICAL', count: 3 }], allowed: 1, blocked: 2 }),
    step('2026-11-24T00:00:00.000Z', { severities: [{ severity: 'LOW', count: 1200 }], blocked: 1200 }),
  ],
  topAttackers: [top('203.0.113.8', 40, 'attacker=203.0.113.8'), top('203.0.113.9', 10, 'attacker=203.0.113.9')],
  openByAge: [top('< 1 h', 2, 'q=created%3A%3C1h')],
  openBySeverity: [{ severity: 'CRITICAL', count: 2 }],
  medianAcknowledgeMinutes: 12.4,
  lists: [{ list: { id: 'list-1', name: 'Attackers' }, entries: 70, added: 12, removed: 0 }],
  devices: [{ device: { id: 'device-1', name: 'fw-edge' }, inSync: 2, pending: 0, failed: 1 }],
}

const setUp = (overview: object, { at = '/overview', permissions }: { at?: string; permissions?: readonly string[] } = {}) => {
  const api = createFakeApi().on('Overview_Query', () => ({ overview }))
  return renderPage(<OverviewPage />, { api, at, ...(permissions ? { viewer: { permissions } } : {}) })
}

/** A page that is mounted asks twice; the client of a browser drops the first. */
const timesAsked = (api: FakeApi) => [...new Set(api.calls('Overview_Query').map(({ to }) => to))]

const hrefs = (list: string) =>
  within(screen.getByRole('list', { name: list }))
    .getAllByRole('link')
    .map(link => [link.textContent, link.getAttribute('href')])

beforeEach(() => vi.useFakeTimers({ now: Date.parse(NOW), shouldAdvanceTime: true, toFake: ['Date', 'setInterval', 'clearInterval'] }))
afterEach(() => vi.useRealTimers())

describe('the overview', () => {
  it('counts, and leads to the list behind each number', async () => {
    setUp(busy)
    await screen.findByRole('list', { name: 'Top attackers' })
    expect(hrefs('Top attackers')).toEqual([
      ['203.0.113.840', '/alerts?attacker=203.0.113.8'],
      ['203.0.113.910', '/alerts?attacker=203.0.113.9'],
    ])
    expect(hrefs('Open incidents by severity')).toEqual([['Critical2', '/incidents?severity=CRITICAL']])
    expect(hrefs('Open incidents by age')).toEqual([['< 1 h2', '/incidents?q=created%3A%3C1h']])
    expect(screen.getByText('12 min')).toBeTruthy()
    expect(screen.getByRole('row', { name: /Attackers 70 \+12 –/ })).toBeTruthy()
    expect(screen.getByRole('row', { name: /fw-edge 2 0 1/ })).toBeTruthy()
    expect(screen.queryByText('No alerts in this time')).toBeNull()
  })

  it('draws a chart whose pieces are links, and says the same in a table', async () => {
    setUp(busy)
    const chart = await screen.findByRole('figure', { name: 'Alerts by severity' })
    const table = within(within(chart).getByRole('table', { name: 'Alerts by severity' }))
    expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['From', 'Critical', 'Low'])
    expect(table.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['3', '0', '0', '1,200'])
    expect(within(chart).getByRole('link', { name: 'Low 1,200' }).getAttribute('href')).toBe(
      `/alerts?range=${encodeURIComponent(`${busy.from}..${NOW}`)}&severity=LOW`,
    )
    const pieces = [...chart.querySelectorAll('[aria-hidden] a')].map(piece => piece.getAttribute('href'))
    expect(pieces).toEqual([
      `/alerts?range=${encodeURIComponent(`${busy.from}..2026-11-24T00:00:00.000Z`)}&severity=CRITICAL`,
      `/alerts?range=${encodeURIComponent(`2026-11-24T00:00:00.000Z..${NOW}`)}&severity=LOW`,
    ])
  })

  it('says that there was nothing, and what to do', async () => {
    setUp(quiet)
    expect(await screen.findByText('No alerts in this time')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Sources' })).toBeTruthy()
    expect(screen.getByText('No incident was acknowledged or closed in this time.')).toBeTruthy()
  })

  it('asks for the time of the address, and for no more than the viewer may see', async () => {
    const { api } = setUp(quiet, { at: '/overview?range=7d', permissions: ['alert:read', 'incident:read'] })
    await screen.findByText('No alerts in this time')
    expect(api.calls('Overview_Query')[0]).toEqual({ from: '2026-11-17T12:00:00.000Z', to: NOW, lists: false, devices: false })
    expect(screen.queryByText('There is no list yet.')).toBeNull()
  })

  it('puts the chosen time into the address', async () => {
    const { user, router, api } = setUp(quiet)
    await user.click(await screen.findByRole('button', { name: 'Time: Last 24 hours' }))
    await user.click(await screen.findByRole('button', { name: 'Last 30 days' }))
    await waitFor(() => expect(router.state.location.search).toBe('?range=30d'))
    await waitFor(() => expect(api.calls('Overview_Query').at(-1)).toMatchObject({ from: '2026-10-25T12:00:00.000Z' }))
  })

  it('asks again each minute, and keeps what it has when that fails', async () => {
    const { api } = setUp(busy)
    await screen.findByText('203.0.113.8')
    api.on('Overview_Query', () => {
      throw new Error('The search took too long')
    })
    await act(() => vi.advanceTimersByTimeAsync(61_000))
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(timesAsked(api)).toHaveLength(2)
    expect(screen.getByText('203.0.113.8')).toBeTruthy()
  })

  it('is for a wall: dark, larger, newer every half minute, until Escape', async () => {
    const { user, router, api } = setUp(busy, { at: '/overview?wall=1' })
    await screen.findByText('203.0.113.8')
    const root = document.documentElement
    await waitFor(() => expect([root.getAttribute('data-mantine-color-scheme'), root.style.fontSize]).toEqual(['dark', '125%']))
    await act(() => vi.advanceTimersByTimeAsync(31_000))
    await waitFor(() => expect(timesAsked(api)).toHaveLength(2))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(router.state.location.search).toBe(''))
    expect([root.getAttribute('data-mantine-color-scheme'), root.style.fontSize]).toEqual(['light', ''])
  })
})

describe('the time to ask for', () => {
  it.each([
    [{ kind: 'last', span: '1h' }, '2026-11-24T11:00:00.000Z', NOW],
    [{ kind: 'between', from: null, to: null }, '2025-11-24T12:00:00.000Z', NOW],
    [
      { kind: 'between', from: '2020-01-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' },
      '2025-01-01T00:00:00.000Z',
      '2026-01-01T00:00:00.000Z',
    ],
    [{ kind: 'between', from: '2027-01-01T00:00:00.000Z', to: null }, '2026-11-24T11:59:59.999Z', NOW],
  ] as const)('of %j is one that may be asked for', (range, from, to) => {
    expect(overviewTimes(range, Date.parse(NOW))).toEqual({ from, to })
  })
})
