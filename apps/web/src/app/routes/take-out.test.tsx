import { screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it } from 'vitest'
import { IncidentAlerts } from '../../features/alerts/incident-alerts'
import { IncidentPage } from '../../features/incidents/incident-page'
import { buildAlert, buildIncident, buildPage } from '../../testing/alert-builders'
import { giveElementsSize } from '../../testing/element-size'
import { apiWithIncident } from '../../testing/incident-api'
import { renderPage } from '../../testing/render-app'

beforeEach(() => giveElementsSize())

/** The alerts 1 to 4 of INC-12, which the server moves. */
async function openAlerts(permissions?: readonly string[], given: object = { allowedActions: ['SPLIT'] }) {
  const { api, server } = apiWithIncident(given)
  const state = { alerts: [4, 3, 2, 1], undo: [] as readonly object[], refuse: [] as readonly object[] }
  const made = buildIncident(13, { alertCount: '2' })
  api
    .on('AlertsCursor_Query', () => ({ alertsCursor: 'batch-1' }))
    .on('Alerts_Query', () => ({ alerts: buildPage(state.alerts.map(number => buildAlert(number))) }))
    .on('MergeTargets_Query', () => ({ incidents: { nodes: [server.incident, buildIncident(7)] } }))
    .on('AlertsMove_Mutation', ({ input }) => {
      if (state.refuse.length > 0) return { alertsMove: { incident: null, incidents: [], move: null, userErrors: state.refuse } }
      const { alertIds, intoId } = input as { alertIds: string[]; intoId: string | null }
      state.alerts = state.alerts.filter(number => !alertIds.includes(`alert-${number}`))
      server.incident = { ...server.incident, alertCount: String(state.alerts.length) }
      const incident = intoId === null ? made : buildIncident(7)
      return { alertsMove: { incident, incidents: [incident, server.incident], move: { id: 'move-1' }, userErrors: [] } }
    })
    .on('AlertMoveUndo_Mutation', () => {
      if (state.undo.length > 0) return { alertMoveUndo: { incident: null, incidents: [], userErrors: state.undo } }
      state.alerts = [4, 3, 2, 1]
      server.incident = { ...server.incident, alertCount: '4' }
      return { alertMoveUndo: { incident: server.incident, incidents: [], userErrors: [] } }
    })
  const page = renderPage(
    <Routes>
      <Route
        path="/incidents/:number"
        element={<IncidentPage alerts={(incidentId, work) => <IncidentAlerts incidentId={incidentId} {...work} />} />}
      />
    </Routes>,
    { api, at: '/incidents/12?tab=alerts', ...(permissions && { viewer: { permissions } }) },
  )
  await screen.findByText('Beacon 4', ROW)
  return { ...page, api, state }
}

const ROW = { selector: '[role=gridcell] *' }
const tick = (number: number) => screen.getByRole('checkbox', { name: `Select Beacon ${number}` })
const bar = () => screen.queryByRole('region', { name: 'Selection' })

describe('taking alerts out of an incident', () => {
  it('makes a new incident of them, says where they are, and takes it back', async () => {
    const { user, api } = await openAlerts()
    expect(bar()).toBeNull()
    await user.click(tick(2))
    await user.click(tick(3))
    expect(within(bar()!).getByRole('status').textContent).toBe('2 selected')
    await user.click(screen.getByRole('button', { name: 'Take out…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Take out 2 alerts' }))
    await user.click(dialog.getByRole('button', { name: 'Make an incident of them' }))
    const told = await screen.findByRole('region', { name: 'Taken out' })
    expect(told.textContent).toContain('2 alerts are in INC-13 now.')
    expect(within(told).getByRole('link', { name: 'INC-13' }).getAttribute('href')).toBe('/incidents/13')
    await waitFor(() => expect(screen.queryByText('Beacon 3', ROW)).toBeNull())
    expect(bar()).toBeNull()
    expect(await screen.findByRole('tab', { name: 'Alerts 2' })).toBeTruthy()
    expect(api.calls('AlertsMove_Mutation')).toEqual([{ input: { alertIds: ['alert-2', 'alert-3'], intoId: null } }])
    await user.click(within(told).getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('Beacon 3', ROW)).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'Taken out' })).toBeNull()
    expect(api.calls('AlertMoveUndo_Mutation')).toEqual([{ id: 'move-1' }])
  })

  it('puts them into another incident that was searched, never into itself', async () => {
    const { user, api } = await openAlerts()
    await user.click(tick(1))
    await user.click(screen.getByRole('button', { name: 'Take out…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Take out 1 alert' }))
    expect(api.calls('MergeTargets_Query')).toEqual([])
    await user.click(dialog.getByRole('radio', { name: 'Another incident' }))
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Move' }).disabled).toBe(true)
    await user.click(await dialog.findByRole('radio', { name: /^INC-7 / }))
    expect(dialog.queryByRole('radio', { name: /^INC-12 / })).toBeNull()
    await user.type(dialog.getByRole('textbox', { name: 'Search incidents' }), 'host')
    await waitFor(() => expect(api.calls('MergeTargets_Query').at(-1)).toEqual({ filter: { text: 'host' } }))
    await user.click(await dialog.findByRole('button', { name: 'Move to INC-7' }))
    expect((await screen.findByRole('region', { name: 'Taken out' })).textContent).toContain('1 alert is in INC-7 now.')
    expect(api.calls('AlertsMove_Mutation')).toEqual([{ input: { alertIds: ['alert-1'], intoId: 'incident-7' } }])
  })

  it('keeps the ticks and says why when it is refused; so does the undo', async () => {
    const { user, state } = await openAlerts()
    state.refuse = [{ message: 'These are all alerts of INC-12: leave it some', field: ['alertIds'], code: 'INVALID' }]
    await user.click(screen.getByRole('checkbox', { name: 'Select all rows shown' }))
    await user.click(screen.getByRole('button', { name: 'Take out…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Take out 4 alerts' }))
    await user.click(dialog.getByRole('button', { name: 'Make an incident of them' }))
    expect((await dialog.findByRole('alert')).textContent).toContain('leave it some')
    await user.click(dialog.getAllByRole('button', { name: 'Cancel' }).at(-1)!)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.click(tick(4))
    expect(within(bar()!).getByRole('status').textContent).toBe('3 selected')
    state.refuse = []
    state.undo = [{ message: 'INC-13 was changed since', field: null, code: 'NOT_ALLOWED_NOW' }]
    await user.click(screen.getByRole('button', { name: 'Take out…' }))
    await user.click(await screen.findByRole('button', { name: 'Make an incident of them' }))
    const told = within(await screen.findByRole('region', { name: 'Taken out' }))
    await user.click(told.getByRole('button', { name: 'Undo' }))
    expect((await told.findByRole('alert')).textContent).toBe('INC-13 was changed since')
    await user.click(told.getByRole('button', { name: 'Dismiss' }))
    expect(screen.queryByRole('region', { name: 'Taken out' })).toBeNull()
  })

  it('ticks by the key x the alert under the cursor', async () => {
    const { user } = await openAlerts()
    await user.keyboard('jx')
    expect(within(bar()!).getByRole('status').textContent).toBe('1 selected')
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    expect(bar()).toBeNull()
  })

  it.each([
    ['somebody who may only read', ['incident:read', 'alert:read'], undefined],
    ['one that was merged away', undefined, { allowedActions: [] }],
  ])('is not offered to %s', async (_what, permissions, given) => {
    await openAlerts(permissions, given)
    expect(screen.queryByRole('checkbox', { name: /^Select/ })).toBeNull()
  })
})
