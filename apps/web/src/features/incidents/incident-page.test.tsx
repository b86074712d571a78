import { act, screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { describe, expect, it } from 'vitest'
import type { IncidentState } from '../../gql/graphql'
import { buildIncident, buildPage, buildTold } from '../../testing/alert-builders'
import { createFakeApi, type FakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { IncidentPage } from './incident-page'
import { conflictText } from './use-incident-actions'

const ERIK = { id: 'user-erik', name: 'erik', role: 'ANALYST', disabled: false }
const VIEWER = { id: 'viewer', name: 'marta', role: 'ANALYST', disabled: false }

const CHOICES = {
  teams: [{ id: 'team-1', name: 'Night shift' }],
  fieldValues: [
    { id: 'value-1', field: 'CLASSIFICATION', value: 'Malware', position: 0, retired: false },
    { id: 'value-2', field: 'CLASSIFICATION', value: 'Phishing', position: 1, retired: false },
  ],
}

/** One incident that the test may change, behind the API. */
function apiWithIncident(given: object = {}, activities: readonly object[] = [buildTold(1)]) {
  const server = { incident: buildIncident(12, given), activities: [...activities] }
  const api = createFakeApi()
    .on('IncidentPage_Query', () => ({ incident: server.incident }))
    .on('IncidentTimeline_Query', () => ({ incident: { ...server.incident, timeline: buildPage(server.activities.toReversed()) } }))
    .on('IncidentRelations_Query', () => ({ incident: server.incident }))
    .on('IncidentView_Mutation', () => ({ incidentView: { incident: server.incident, userErrors: [] } }))
    .on('WorkflowChoices_Query', () => CHOICES)
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
    await screen.findByText('opened it: a first alert', { exact: false })
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
      server.activities.push(buildTold(2, { kind: 'COMMENT', cause: 'USER', by: 'marta', text: 'commented', detail: comment }))
      return answer('incidentComment', server.incident)
    })
    const { user } = openPage(api)
    await user.type(await screen.findByRole('textbox', { name: 'Comment' }), 'first{Enter}second')
    await user.click(screen.getByRole('button', { name: 'Comment' }))
    expect((await screen.findByText(/first\s+second/, { selector: 'li p' })).textContent).toBe('first\nsecond')
    await waitFor(() => expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' }).value).toBe(''))
  })
})

describe('an incident on show', () => {
  it('shows what others do without a reload', async () => {
    const { api, server } = apiWithIncident()
    openPage(api)
    await screen.findByText('opened it: a first alert', { exact: false })
    await waitFor(() => expect(api.opened('IncidentChanged_Subscription')).toBe(1))
    server.incident = { ...server.incident, state: 'ASSIGNED', assignee: ERIK as never, version: 2 }
    server.activities.push(buildTold(2, { cause: 'USER', by: 'erik', text: 'assigned it to erik' }))
    await act(() =>
      api.emit('IncidentChanged_Subscription', {
        incidentsChanged: { incidents: [server.incident], noLongerMatchingIds: [], resyncRequired: false },
      }),
    )
    expect(await screen.findByText('Assigned', { selector: '[data-state] *' })).toBeTruthy()
    expect(await screen.findByText('assigned it to erik', { exact: false })).toBeTruthy()
  })

  it('keeps its tab in the address, and takes its alerts from outside', async () => {
    const { api } = apiWithIncident()
    const { router, user } = openPage(api)
    await user.click(await screen.findByRole('tab', { name: 'Alerts 12' }))
    expect(screen.getByText('Alerts of incident-12')).toBeTruthy()
    expect(router.state.location.search).toBe('?tab=alerts')
  })
})

describe('fields in place', () => {
  it('holds both versions of a change that came too late, and writes mine over theirs when asked to', async () => {
    const { api, server } = apiWithIncident({ allowedActions: ['EDIT'] })
    api.on('IncidentEdit_Mutation', ({ input }) => {
      const { expectedVersion, classification } = input as { expectedVersion: number; classification: string }
      if (expectedVersion !== 4) {
        server.incident = { ...server.incident, version: 4, classification: 'Phishing' as never }
        return answer('incidentEdit', server.incident, [{ message: 'Changed', field: null, code: 'CONFLICT' }])
      }
      return answer('incidentEdit', (server.incident = { ...server.incident, version: 5, classification: classification as never }))
    })
    const { user } = openPage(api)
    const field = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Classification' })
    await within(field).findByRole('option', { name: 'Malware' })
    await user.selectOptions(field, 'Malware')
    const both = await screen.findByRole('group', { name: 'Both versions' })
    expect(both.textContent).toContain('yours: Malware')
    expect(both.textContent).toContain('theirs: Phishing')
    expect(field.value).toBe('Phishing')
    await user.click(within(both).getByRole('button', { name: 'Keep mine' }))
    await waitFor(() => expect(field.value).toBe('Malware'))
    expect(screen.queryByRole('group', { name: 'Both versions' })).toBeNull()
    expect(api.calls('IncidentEdit_Mutation')).toEqual([
      { input: { id: 'incident-12', expectedVersion: 1, classification: 'Malware' } },
      { input: { id: 'incident-12', expectedVersion: 4, classification: 'Malware' } },
    ])
  })
})

describe('tasks', () => {
  it('are added and ticked', async () => {
    const { api, server } = apiWithIncident()
    const task = {
      id: 'task-1',
      title: 'Call Bob',
      assignee: null,
      doneAt: null as string | null,
      doneBy: null,
      createdAt: '2026-11-24T03:00:00Z',
    }
    api.on('IncidentTaskAdd_Mutation', () => answer('incidentTaskAdd', (server.incident = { ...server.incident, tasks: [task] as never })))
    api.on('IncidentTaskUpdate_Mutation', () =>
      answer(
        'incidentTaskUpdate',
        (server.incident = { ...server.incident, tasks: [{ ...task, doneAt: '2026-11-24T04:00:00Z' }] as never }),
      ),
    )
    const { user } = openPage(api)
    await user.type(await screen.findByRole('textbox', { name: 'New task' }), 'Call Bob{Enter}')
    await user.click(await screen.findByRole('checkbox', { name: 'Call Bob' }))
    expect(await screen.findByRole('heading', { name: 'Tasks 1/1' })).toBeTruthy()
    expect(api.calls('IncidentTaskUpdate_Mutation')).toEqual([{ input: { id: 'task-1', done: true } }])
  })
})

describe('the timeline', () => {
  it('is narrowed to kinds', async () => {
    const { api } = apiWithIncident()
    const { user } = openPage(api)
    await screen.findByText('opened it: a first alert', { exact: false })
    await user.click(screen.getByRole('button', { name: /^Kind/ }))
    await user.click(await screen.findByRole('checkbox', { name: 'Comments' }))
    await waitFor(() => expect(api.calls('IncidentTimeline_Query').at(-1)).toMatchObject({ kinds: ['COMMENT'] }))
  })
})

describe('merging', () => {
  it('goes to the other incident with the version that was seen', async () => {
    const { api, server } = apiWithIncident({ allowedActions: ['MERGE'] })
    const other = buildIncident(7, { version: 3 })
    api.on('MergeTargets_Query', () => ({ incidents: { nodes: [server.incident, other] } }))
    api.on('IncidentMerge_Mutation', () => ({ incidentMerge: { incident: other, incidents: [other], userErrors: [] } }))
    const { user, router } = openPage(api)
    await user.click(await screen.findByRole('button', { name: 'Merge' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(await within(dialog).findByRole('radio', { name: /^INC-7 / }))
    expect(within(dialog).queryByRole('radio', { name: /^INC-12 / })).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: 'Merge into INC-7' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/incidents/7'))
    expect(api.calls('IncidentMerge_Mutation')).toEqual([{ input: { ids: ['incident-12'], intoId: 'incident-7', expectedVersion: 3 } }])
  })

  it('is undone while that is possible', async () => {
    const move = {
      id: 'move-1',
      kind: 'MERGE',
      alerts: 4,
      createdAt: '2026-11-24T03:00:00Z',
      undoneAt: null as string | null,
      undoUntil: '2999-01-01T00:00:00Z',
      user: ERIK,
      from: buildIncident(7),
      to: buildIncident(12),
    }
    const { api, server } = apiWithIncident({ moves: [move, { ...move, id: 'move-0', undoUntil: '2020-01-01T00:00:00Z' }] })
    api.on('AlertMoveUndo_Mutation', () => {
      server.incident = { ...server.incident, moves: [{ ...move, undoneAt: '2026-11-24T05:00:00Z' }] as never }
      return { alertMoveUndo: { incident: server.incident, incidents: [], userErrors: [] } }
    })
    const { user } = openPage(api)
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByText(/, undone/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    expect(api.calls('AlertMoveUndo_Mutation')).toEqual([{ id: 'move-1' }])
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
