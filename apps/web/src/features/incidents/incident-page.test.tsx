import { act, screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { describe, expect, it } from 'vitest'
import type { IncidentState } from '../../gql/graphql'
import { buildActivity, buildIncident, buildPage } from '../../testing/alert-builders'
import { createFakeApi, type FakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { IncidentPage } from './incident-page'
import { conflictText } from './use-incident-actions'

const ERIK = { id: 'user-erik', name: 'erik', role: 'ANALYST', disabled: false }
const VIEWER = { id: 'viewer', name: 'marta', role: 'ANALYST', disabled: false }

/** One incident that the test may change, behind the API. */
function apiWithIncident(given: object = {}, activities: readonly object[] = [buildActivity(1)]) {
  const server = { incident: buildIncident(12, given), activities: [...activities] }
  const api = createFakeApi()
    .on('IncidentPage_Query', () => ({ incident: server.incident }))
    .on('IncidentTimeline_Query', () => ({ incident: { ...server.incident, activities: buildPage(server.activities) } }))
    .on('Assignees_Query', () => ({ users: { nodes: [VIEWER, ERIK] } }))
  return { api, server }
}

function openPage(api: FakeApi, permissions?: readonly string[]) {
  return renderPage(
    <Routes>
      <Route path="/incidents/:number" element={<IncidentPage alerts={id => <p>Alerts of {id}</p>} />} />
    </Routes>,
    { api, at: '/incidents/12', ...(permissions && { viewer: { permissions } }) },
  )
}

const answer = (name: string, incident: object, userErrors: readonly object[] = []) => ({ [name]: { incident, userErrors } })

describe('opening an incident', () => {
  it('moves a new one to Open, once, with the version that was seen', async () => {
    const { api, server } = apiWithIncident({ state: 'NEW', version: 7, allowedActions: ['OPEN', 'ASSIGN', 'COMMENT', 'CLOSE', 'IGNORE'] })
    api.on('IncidentOpen_Mutation', () =>
      answer('incidentOpen', (server.incident = { ...server.incident, state: 'OPEN', version: 8, allowedActions: ['ASSIGN'] })),
    )
    openPage(api)
    expect(await screen.findByText('Open', { selector: '[data-state=OPEN] *' })).toBeTruthy()
    expect(api.calls('IncidentOpen_Mutation')).toEqual([{ input: { id: 'incident-12', expectedVersion: 7 } }])
  })

  it('changes nothing for somebody who may only read, and offers nothing', async () => {
    const { api } = apiWithIncident({ state: 'NEW', allowedActions: ['OPEN', 'ASSIGN', 'COMMENT', 'CLOSE', 'IGNORE'] })
    openPage(api, ['incident:read', 'alert:read'])
    expect(await screen.findByText('New', { selector: '[data-state=NEW] *' })).toBeTruthy()
    await screen.findByText('made the incident', { exact: false })
    for (const name of ['Assign to me', 'Close', 'Ignore', 'Reopen', 'Comment']) expect(screen.queryByRole('button', { name })).toBeNull()
    expect(api.calls('IncidentOpen_Mutation')).toEqual([])
  })

  it('says when there is none', async () => {
    const { api } = apiWithIncident()
    openPage(api.on('IncidentPage_Query', () => ({ incident: null })))
    expect(await screen.findByRole('heading', { name: 'There is no such incident' })).toBeTruthy()
  })
})

describe('acting on an incident', () => {
  it('assigns it to the viewer', async () => {
    const { api, server } = apiWithIncident()
    api.on('IncidentAssign_Mutation', () =>
      answer('incidentAssign', (server.incident = { ...server.incident, state: 'ASSIGNED', assignee: VIEWER as never, version: 2 })),
    )
    const { user } = openPage(api)
    await user.click(await screen.findByRole('button', { name: 'Assign to me' }))
    expect(await screen.findByText('Assigned', { selector: '[data-state] *' })).toBeTruthy()
    expect(api.calls('IncidentAssign_Mutation')).toEqual([{ input: { id: 'incident-12', expectedVersion: 1, assigneeId: 'viewer' } }])
  })

  it('says what somebody else changed when it came too late, and can be repeated on what is now', async () => {
    const { api, server } = apiWithIncident()
    const theirs = { ...server.incident, state: 'ASSIGNED', assignee: ERIK as never, version: 5 }
    api.on('IncidentClose_Mutation', ({ input }) => {
      const { expectedVersion } = input as { expectedVersion: number }
      if (expectedVersion !== 5) return answer('incidentClose', theirs, [{ message: 'Changed', field: null, code: 'CONFLICT' }])
      return answer(
        'incidentClose',
        (server.incident = { ...theirs, state: 'CLOSED', version: 6, allowedActions: ['REOPEN'], closeSummary: 'Cleaned' as never }),
      )
    })
    const { user } = openPage(api)
    await user.click(await screen.findByRole('button', { name: 'Close' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByRole('textbox', { name: 'Summary' }), 'Cleaned')
    await user.click(within(dialog).getByRole('button', { name: 'Close incident' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('state Open → Assigned, assignee nobody → erik')
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Summary' }).value).toBe('Cleaned')
    await user.click(within(dialog).getByRole('button', { name: 'Close incident' }))
    expect(await screen.findByText('Closed', { selector: '[data-state] *' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Reopen' })).toBeTruthy()
  })

  it('does not close without a summary', async () => {
    const { api } = apiWithIncident()
    const { user } = openPage(api)
    await screen.findByRole('button', { name: 'Close' })
    await user.keyboard('e')
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Close incident' }))
    expect(await within(dialog).findByText('Say in a line why')).toBeTruthy()
    expect(api.calls('IncidentClose_Mutation')).toEqual([])
  })

  it('sends a comment with its line breaks, and shows it in the timeline', async () => {
    const { api, server } = apiWithIncident()
    api.on('IncidentComment_Mutation', ({ input }) => {
      const { comment } = input as { comment: string }
      server.activities.push(buildActivity(2, { kind: 'COMMENTED', cause: 'USER', user: VIEWER, detail: comment, toState: null }))
      return answer('incidentComment', server.incident)
    })
    const { user } = openPage(api)
    await user.type(await screen.findByRole('textbox', { name: 'Comment' }), 'first{Enter}second')
    await user.click(screen.getByRole('button', { name: 'Comment' }))
    expect((await screen.findByText(/first/, { selector: 'li *' })).textContent).toBe('first\nsecond')
    await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' }).value).toBe(''))
  })
})

describe('an incident on show', () => {
  it('shows what others do without a reload', async () => {
    const { api, server } = apiWithIncident()
    openPage(api)
    await screen.findByText('made the incident', { exact: false })
    await waitFor(() => expect(api.opened('IncidentChanged_Subscription')).toBe(1))
    server.incident = { ...server.incident, state: 'ASSIGNED', assignee: ERIK as never, version: 2 }
    server.activities.push(
      buildActivity(2, { kind: 'ASSIGNED', cause: 'USER', user: ERIK, assignee: ERIK, fromState: 'OPEN', toState: 'ASSIGNED' }),
    )
    await act(() =>
      api.emit('IncidentChanged_Subscription', {
        incidentsChanged: { incidents: [server.incident], noLongerMatchingIds: [], resyncRequired: false },
      }),
    )
    expect(await screen.findByText('Assigned', { selector: '[data-state] *' })).toBeTruthy()
    expect(await screen.findByText('assigned it to erik (Open → Assigned)', { exact: false })).toBeTruthy()
  })

  it('keeps its tab in the address, and takes its alerts from outside', async () => {
    const { api } = apiWithIncident()
    const { router, user } = openPage(api)
    await user.click(await screen.findByRole('tab', { name: 'Alerts 12' }))
    expect(screen.getByText('Alerts of incident-12')).toBeTruthy()
    expect(router.state.location.search).toBe('?tab=alerts')
  })
})

describe('a conflict in words', () => {
  const seen = { number: '12', state: 'OPEN' as IncidentState, assignee: null }
  it.each([
    [{ ...seen, state: 'CLOSED' as const }, 'state Open → Closed'],
    [{ ...seen, assignee: ERIK }, 'assignee nobody → erik'],
    [{ ...seen, state: 'ASSIGNED' as const, assignee: ERIK }, 'state Open → Assigned, assignee nobody → erik'],
  ])('names what changed', (now, text) => expect(conflictText(seen, now)).toContain(text))

  it('says so even when nothing to be seen changed', () =>
    expect(conflictText(seen, seen)).toContain('Somebody else changed INC-12 meanwhile.'))
})
