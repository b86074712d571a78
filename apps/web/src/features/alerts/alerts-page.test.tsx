import { act, screen, waitFor, within } from '@testing-library/react'
import { GraphQLError } from 'graphql'
import { beforeEach, describe, expect, it } from 'vitest'
import { buildAlert, buildPage } from '../../testing/alert-builders'
import { giveElementsSize } from '../../testing/element-size'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { AlertsPage } from './alerts-page'

beforeEach(() => giveElementsSize())

const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => to - index)
const alertsOf = (numbers: readonly number[], given: object = {}) => numbers.map(number => buildAlert(number, given))

/** An API with the alerts 1 to 20. */
function apiWithAlerts(numbers = ids(1, 20)) {
  return createFakeApi()
    .on('AlertToolbar_Query', () => ({ sources: [] }))
    .on('AlertsCursor_Query', () => ({ alertsCursor: 'batch-20' }))
    .on('Alerts_Query', () => ({ alerts: buildPage(alertsOf(numbers)) }))
    .on('AlertPanel_Query', ({ id }) => ({ alert: buildAlert(Number(String(id).slice('alert-'.length))) }))
}

async function emitAlerts(api: ReturnType<typeof createFakeApi>, numbers: readonly number[], given: object = {}, event: object = {}) {
  await act(() =>
    api.emit('AlertsAdded_Subscription', {
      alertsAdded: {
        alerts: alertsOf(numbers, given),
        cursor: `batch-${numbers.at(-1) ?? 'none'}`,
        resyncRequired: false,
        ...event,
      },
    }),
  )
}

/** In the table, not in the panel beside it. */
const ROW = { selector: '[role=gridcell] *' }

const shownThreats = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('row')
    .map(row => row.textContent.match(/Beacon \d+/)?.[0])
    .filter(text => text !== undefined)

async function openPage(api = apiWithAlerts(), at = '/') {
  const page = renderPage(<AlertsPage />, { api, at })
  await screen.findByText('Beacon 20', ROW)
  await waitFor(() => expect(api.opened('AlertsAdded_Subscription')).toBe(1))
  return { ...page, api }
}

describe('the live list', () => {
  it('announces new alerts and shows them when asked', async () => {
    const { api, user } = await openPage()
    await emitAlerts(api, [21])
    await emitAlerts(api, [22, 23], { severity: 'CRITICAL' })
    expect(shownThreats()[0]).toBe('Beacon 20')
    await user.click(screen.getByRole('button', { name: '3 new · 2 critical' }))
    expect(shownThreats().slice(0, 4)).toEqual(['Beacon 23', 'Beacon 22', 'Beacon 21', 'Beacon 20'])
    expect(screen.queryByRole('button', { name: /new/ })).toBeNull()
  })

  it('shows them on the key . too', async () => {
    const { api, user } = await openPage()
    await emitAlerts(api, [21])
    await user.keyboard('.')
    expect(shownThreats()[0]).toBe('Beacon 21')
  })

  it('leaves everything of the reader as it is while alerts stream in: cursor, open alert, half-typed search', async () => {
    const { api, user } = await openPage()
    await user.keyboard('j')
    await user.click(screen.getByText('Beacon 17', ROW))
    const panel = await screen.findByRole('region', { name: 'Alert' })
    await within(panel).findByRole('heading', { name: 'Beacon 17' })
    await user.click(within(panel).getByRole('tab', { name: 'Raw' }))
    await user.type(screen.getByRole('searchbox', { name: 'Search alerts' }), 'half ty')
    const search = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search alerts' })
    search.setSelectionRange(2, 4)
    const before = { rows: shownThreats(), row: screen.getByText('Beacon 17', ROW).closest('[role=row]') }

    for (let batch = 0; batch < 20; batch++) await emitAlerts(api, ids(100 + batch * 50, 149 + batch * 50).toReversed())

    expect(shownThreats()).toEqual(before.rows)
    expect(screen.getByText('Beacon 17', ROW).closest('[role=row]')).toBe(before.row)
    expect(before.row?.getAttribute('aria-selected')).toBe('true')
    expect(before.row?.getAttribute('data-cursor')).toBe('true')
    expect(search.value).toBe('half ty')
    expect([search.selectionStart, search.selectionEnd]).toEqual([2, 4])
    expect(document.activeElement).toBe(search)
    expect(within(panel).getByRole('tab', { name: 'Raw' }).getAttribute('aria-selected')).toBe('true')
    expect(screen.getByRole('button', { name: '1,000 new' })).toBeTruthy()
  })

  it('shows new alerts by itself while following, but waits while one is open', async () => {
    const { api, user } = await openPage()
    await user.click(screen.getByRole('button', { name: 'Follow' }))
    await emitAlerts(api, [21])
    expect(shownThreats()[0]).toBe('Beacon 21')
    await user.click(screen.getByText('Beacon 18', ROW))
    await emitAlerts(api, [22])
    expect(shownThreats()[0]).toBe('Beacon 21')
    await user.click(screen.getByRole('button', { name: 'Close' }))
    await waitFor(() => expect(shownThreats()[0]).toBe('Beacon 22'))
  })

  it('stops when paused, and goes on from where it was', async () => {
    const { api, user } = await openPage()
    await emitAlerts(api, [21])
    await user.click(screen.getByRole('button', { name: 'Pause' }))
    expect(api.opened('AlertsAdded_Subscription')).toBe(0)
    await user.click(screen.getByRole('button', { name: 'Paused' }))
    expect(api.calls('AlertsAdded_Subscription').at(-1)).toMatchObject({ after: 'batch-21' })
  })

  it('goes on from its cursor when the connection comes back, and shows nothing twice', async () => {
    const { api, user } = await openPage()
    await emitAlerts(api, [21])
    act(() => api.connection.set({ state: 'live', reconnects: 1 }))
    expect(api.calls('AlertsAdded_Subscription').map(({ after }) => after)).toEqual(['batch-20', 'batch-21'])
    expect(api.opened('AlertsAdded_Subscription')).toBe(1)
    await emitAlerts(api, [21, 22])
    await user.click(screen.getByRole('button', { name: '2 new' }))
    expect(shownThreats().slice(0, 3)).toEqual(['Beacon 22', 'Beacon 21', 'Beacon 20'])
  })

  it('asks for the list again when events were left out, once the reader wants to see', async () => {
    const { api, user } = await openPage()
    await emitAlerts(api, [], {}, { resyncRequired: true })
    expect(shownThreats()[0]).toBe('Beacon 20')
    api.on('Alerts_Query', () => ({ alerts: buildPage(alertsOf(ids(80, 99))) }))
    await user.click(screen.getByRole('button', { name: 'Some were missed' }))
    await waitFor(() => expect(shownThreats()[0]).toBe('Beacon 99'))
  })
})

describe('the filters', () => {
  it('are read from the address and asked of the server', async () => {
    const { api } = await openPage(apiWithAlerts(), '/?severity=CRITICAL&outcome=allowed&range=all&victim=10.1.0.0/16')
    const filter = { severity: ['CRITICAL'], blocked: false, victim: '10.1.0.0/16' }
    expect(api.calls('Alerts_Query').map(({ filter: asked }) => asked)).toEqual([filter])
    expect(api.calls('AlertsAdded_Subscription').at(-1)).toMatchObject({ filter })
  })

  it('are written to the address, and cleared chip by chip', async () => {
    const { router, user } = await openPage()
    await user.type(screen.getByRole('searchbox', { name: 'Search alerts' }), 'beacon{Enter}')
    expect(router.state.location.search).toBe('?q=beacon')
    await user.click(screen.getByText('Blocked', { selector: 'label *, label' }))
    expect(router.state.location.search).toBe('?q=beacon&outcome=blocked')
    await user.click(screen.getByRole('button', { name: 'Clear Text: beacon' }))
    expect(router.state.location.search).toBe('?outcome=blocked')
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe(''))
  })

  it('take a value of the open alert', async () => {
    const { router, user } = await openPage()
    await user.click(screen.getByText('Beacon 20', ROW))
    await user.click(await screen.findByRole('button', { name: '203.0.113.7: actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Only this attacker' }))
    expect(router.state.location.search).toContain('attacker=203.0.113.7')
    expect(router.state.location.search).toContain('alert=alert-20')
  })
})

describe('the panel', () => {
  it('opens from the address, with the cursor on its row', async () => {
    await openPage(apiWithAlerts(), '/?alert=alert-15')
    const panel = await screen.findByRole('region', { name: 'Alert' })
    await within(panel).findByRole('heading', { name: 'Beacon 15' })
    expect(screen.getByText('Beacon 15', ROW).closest('[role=row]')?.getAttribute('data-cursor')).toBe('true')
  })

  it('follows the keys j and k, and closes on Escape', async () => {
    const { router, user } = await openPage()
    await user.click(screen.getByText('Beacon 20', ROW))
    await user.keyboard('jj')
    expect(router.state.location.search).toBe('?alert=alert-18')
    await user.keyboard('k')
    expect(router.state.location.search).toBe('?alert=alert-19')
    await user.keyboard('{Escape}')
    expect(router.state.location.search).toBe('')
  })

  it('opens on Enter for the row that j and k came to', async () => {
    const { router, user } = await openPage()
    await user.keyboard('jj{Enter}')
    expect(router.state.location.search).toBe('?alert=alert-19')
  })

  it('names every field that has a value, and tells how many are empty', async () => {
    const { user } = await openPage(apiWithAlerts(), '/?alert=alert-20')
    await user.click(await screen.findByRole('tab', { name: 'All fields' }))
    expect(await screen.findByRole('rowheader', { name: 'Source User srcuser' })).toBeTruthy()
    expect(screen.queryByRole('rowheader', { name: /Destination User/ })).toBeNull()
    expect(screen.getByText('1 further fields are empty.')).toBeTruthy()
  })
})

describe('a list without rows', () => {
  const emptyApi = (sources: readonly object[], anyAlert: boolean) =>
    apiWithAlerts([]).on('NoAlerts_Query', () => ({
      sources,
      alerts: { nodes: anyAlert ? [buildAlert(1)] : [] },
    }))
  const source = { id: 'source-1' }

  it.each([
    ['there is no source', [], false, '/', 'No source yet'],
    ['no alert has ever arrived', [source], false, '/', 'Waiting for the first alert'],
    ['none is of the last day', [source], true, '/', 'No alerts in the last 24 hours'],
    ['none matches', [source], true, '/?severity=LOW', 'Nothing matches'],
  ])('says that %s', async (_case, sources, anyAlert, at, title) => {
    renderPage(<AlertsPage />, { api: emptyApi(sources, anyAlert), at })
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy()
  })

  it('says why it could not be read, and tries again', async () => {
    const api = apiWithAlerts().on('Alerts_Query', () => {
      throw new GraphQLError('The search took too long')
    })
    const { user } = renderPage(<AlertsPage />, { api })
    expect((await screen.findByRole('alert')).textContent).toContain('The search took too long')
    api.on('Alerts_Query', () => ({ alerts: buildPage(alertsOf([7])) }))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Beacon 7', ROW)).toBeTruthy()
  })
})
