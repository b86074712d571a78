import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { buildIncident, buildPage } from '../../testing/alert-builders'
import { giveElementsSize } from '../../testing/element-size'
import { createFakeApi, type FakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { IncidentsPage } from './incidents-page'

beforeEach(() => giveElementsSize())

function apiWithIncidents(incidents: readonly object[] = [buildIncident(3), buildIncident(2), buildIncident(1)]) {
  return createFakeApi()
    .on('StateChips_Query', () => ({
      incidentStateCounts: [
        { state: 'NEW', count: 4 },
        { state: 'OPEN', count: 3 },
      ],
    }))
    .on('Assignees_Query', () => ({ users: { nodes: [{ id: 'user-erik', name: 'erik', role: 'ANALYST', disabled: false }] } }))
    .on('Incidents_Query', () => ({ incidents: buildPage(incidents) }))
}

const changed = (api: FakeApi, incidents: readonly object[], noLongerMatchingIds: readonly string[] = []) =>
  act(() => api.emit('IncidentsChanged_Subscription', { incidentsChanged: { incidents, noLongerMatchingIds, resyncRequired: false } }))

const rowOf = (number: number) => {
  const row = screen.getByRole('link', { name: `INC-${number}` }).closest<HTMLElement>('[role=row]')
  if (!row) throw new Error('not in a row')
  return row
}
const numbers = () => screen.getAllByRole('link', { name: /^INC-/ }).map(link => link.textContent)

async function openPage(api = apiWithIncidents(), at = '/') {
  const page = renderPage(<IncidentsPage />, { api, at })
  await screen.findByRole('link', { name: 'INC-3' })
  await waitFor(() => expect(api.opened('IncidentsChanged_Subscription')).toBe(1))
  return { ...page, api }
}

describe('the queue', () => {
  it('shows active incidents first, and counts every state', async () => {
    const { api } = await openPage()
    expect(api.calls('Incidents_Query').map(({ filter }) => filter)).toEqual([{ state: ['NEW', 'OPEN', 'ASSIGNED'] }])
    const states = within(screen.getByRole('group', { name: 'State' }))
    expect(states.getAllByRole('button', { pressed: true }).map(({ textContent }) => textContent)).toEqual([
      'New 4',
      'Open 3',
      'Assigned 0',
    ])
  })

  it('filters by state through the chips', async () => {
    const { router, user, api } = await openPage()
    await user.click(screen.getByRole('button', { name: 'New 4' }))
    await user.click(screen.getByRole('button', { name: 'Closed 0' }))
    expect(router.state.location.search).toBe('?state=OPEN&state=ASSIGNED&state=CLOSED')
    await waitFor(() => expect(api.calls('Incidents_Query').at(-1)).toMatchObject({ filter: { state: ['OPEN', 'ASSIGNED', 'CLOSED'] } }))
  })

  it('asks for the viewer’s own incidents by the viewer’s id', async () => {
    const { api } = await openPage(apiWithIncidents(), '/?assignee=me&state=all')
    expect(api.calls('Incidents_Query').at(-1)).toMatchObject({ filter: { assigneeId: 'viewer' } })
  })

  it('brings a changed incident up to date where it stands', async () => {
    const { api } = await openPage()
    await changed(api, [
      buildIncident(2, { state: 'ASSIGNED', assignee: { id: 'user-erik', name: 'erik' }, lastAlertAt: '2026-11-24T09:00:00.000Z' }),
    ])
    expect(numbers()).toEqual(['INC-3', 'INC-2', 'INC-1'])
    expect(within(rowOf(2)).getByText('Assigned')).toBeTruthy()
    expect(within(rowOf(2)).getByText('erik')).toBeTruthy()
  })

  it('keeps new incidents behind the pill, and greys out those that do not match any more, until refreshed', async () => {
    const { api, user } = await openPage()
    await changed(api, [buildIncident(4, { severity: 'CRITICAL' })], ['incident-2'])
    expect(numbers()).toEqual(['INC-3', 'INC-2', 'INC-1'])
    expect(rowOf(2).dataset['dimmed']).toBe('true')
    expect(rowOf(2).title).toBe('Does not match the filter any more')
    api.on('Incidents_Query', () => ({ incidents: buildPage([buildIncident(4), buildIncident(3), buildIncident(1)]) }))
    await user.click(screen.getByRole('button', { name: '1 new or changed · 1 critical · 1 no longer match' }))
    await waitFor(() => expect(numbers()).toEqual(['INC-4', 'INC-3', 'INC-1']))
  })

  it('catches up after a lost connection without moving anything', async () => {
    const { api } = await openPage()
    api.on('Incidents_Query', () => ({ incidents: buildPage([buildIncident(9), buildIncident(1, { title: 'Renamed meanwhile' })]) }))
    act(() => api.connection.set({ state: 'live', reconnects: 1 }))
    await within(rowOf(1)).findByText('Renamed meanwhile')
    expect(numbers()).toEqual(['INC-3', 'INC-2', 'INC-1'])
    expect(screen.getByRole('button', { name: '1 new or changed' })).toBeTruthy()
  })

  it('opens the incident under the cursor on the key o', async () => {
    const { router, user } = await openPage()
    await user.keyboard('jjo')
    expect(router.state.location.pathname).toBe('/incidents/2')
  })

  it('tells an empty queue from a filter that nothing matches', async () => {
    renderPage(<IncidentsPage />, { api: apiWithIncidents([]) })
    expect(await screen.findByRole('heading', { name: 'No incident waits' })).toBeTruthy()
    renderPage(<IncidentsPage />, { api: apiWithIncidents([]), at: '/?severity=LOW' })
    expect(await screen.findByRole('heading', { name: 'Nothing matches' })).toBeTruthy()
  })
})
