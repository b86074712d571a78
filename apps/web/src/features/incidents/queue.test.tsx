import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { buildIncident, buildPage } from '../../testing/alert-builders'
import { giveElementsSize } from '../../testing/element-size'
import { createFakeApi, type FakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { IncidentsPage } from './incidents-page'
import { ASK_EVERY_MS, JobTray } from './job-tray'

beforeEach(() => giveElementsSize())

const ERIK = { id: 'user-erik', name: 'erik', disabled: false }
const VALUES = [
  { id: 'v1', field: 'DISPOSITION', value: 'False positive', position: 1, retired: false },
  { id: 'v2', field: 'DISPOSITION', value: 'Attack', position: 2, retired: false },
  { id: 'v3', field: 'DISPOSITION', value: 'Old word', position: 3, retired: true },
]

const buildJob = (given: object = {}) => ({
  __typename: 'Job',
  id: 'job-1',
  state: 'RUNNING',
  title: 'Close as False positive',
  user: null,
  total: 20,
  done: 0,
  failed: 0,
  createdAt: '2026-11-24T03:00:00.000Z',
  finishedAt: null,
  undoUntil: null,
  ...given,
})

/** Incidents 40 to 1, and jobs as the server keeps them. */
function queueApi(total = 1_243) {
  const server = { jobs: [] as object[], incidents: Array.from({ length: 40 }, (_, index) => buildIncident(40 - index)) }
  const job = (given: object) => {
    server.jobs = [buildJob(given)]
    return { job: server.jobs[0], userErrors: [] }
  }
  const api = createFakeApi()
    .on('StateChips_Query', () => ({ incidentStateCounts: [] }))
    .on('Assignees_Query', () => ({ users: { nodes: [ERIK] } }))
    .on('WorkflowChoices_Query', () => ({ teams: [{ id: 'team-1', name: 'Night' }], fieldValues: VALUES }))
    .on('Incidents_Query', () => ({ incidents: buildPage(server.incidents) }))
    .on('IncidentsCount_Query', () => ({ incidents: { totalCount: total, totalCountIsExact: true } }))
    .on('Jobs_Query', () => ({ jobs: server.jobs }))
    .on('IncidentsBulk_Mutation', () => ({ incidentsBulk: job({}) }))
    .on('JobCancel_Mutation', () => ({ jobCancel: job({ state: 'CANCELLED', done: 7 }) }))
    .on('JobUndo_Mutation', () => ({ jobUndo: job({ state: 'UNDOING', done: 19, failed: 1 }) }))
  return { api, server }
}

async function openQueue(api: FakeApi, at = '/', permissions?: readonly string[]) {
  const page = renderPage(
    <>
      <IncidentsPage />
      <JobTray />
    </>,
    { api, at, ...(permissions && { viewer: { permissions } }) },
  )
  await screen.findByRole('link', { name: 'INC-40' })
  await waitFor(() => expect(api.opened('IncidentsChanged_Subscription')).toBe(1))
  return page
}

const numbers = () => screen.getAllByRole('link', { name: /^INC-/ }).map(link => link.textContent)
const tickOf = (number: number) => screen.getByRole<HTMLInputElement>('checkbox', { name: `Select INC-${number}` })
const ticked = () => screen.getAllByRole<HTMLInputElement>('checkbox', { name: /^Select INC-/ }).filter(({ checked }) => checked).length
const rowOf = (number: number) => screen.getByRole('link', { name: `INC-${number}` }).closest<HTMLElement>('[role=row]')!
const changed = (api: FakeApi, incidents: readonly object[], noLongerMatchingIds: readonly string[] = []) =>
  act(() => api.emit('IncidentsChanged_Subscription', { incidentsChanged: { incidents, noLongerMatchingIds, resyncRequired: false } }))
type User = Awaited<ReturnType<typeof openQueue>>['user']

async function tickTwenty(user: User) {
  await user.click(tickOf(40))
  await user.keyboard('{Shift>}')
  await user.click(tickOf(21))
  await user.keyboard('{/Shift}')
}

describe('while a hand is in the queue', () => {
  it('changes nothing of the reader’s: 50 changes arrive while 20 rows are ticked and a filter is half typed', async () => {
    const { api } = queueApi()
    const { user, router } = await openQueue(api)
    await tickTwenty(user)
    const search = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search incidents' })
    await user.type(search, 'sever')
    const before = { numbers: numbers(), asked: api.calls('Incidents_Query').length }
    for (let index = 1; index <= 50; index++) {
      const known = index % 2 === 0
      await changed(
        api,
        [buildIncident(known ? index % 40 || 40 : 100 + index, { title: `Changed ${index}`, version: 2 })],
        index % 10 === 5 ? [`incident-${index % 40}`] : [],
      )
    }
    expect(numbers()).toEqual(before.numbers)
    expect(screen.getByText('20 selected')).toBeTruthy()
    expect(ticked()).toBe(20)
    expect(search.value).toBe('sever')
    expect(document.activeElement).toBe(search)
    expect(router.state.location.search).toBe('')
    expect(api.calls('Incidents_Query')).toHaveLength(before.asked)
    expect(within(rowOf(38)).getByText('Changed 38')).toBeTruthy()
    expect(screen.getByRole('button', { name: /^25 new or changed/ })).toBeTruthy()
  })

  it('keeps what is ticked when the list is asked for anew, and says what is not shown', async () => {
    const { api, server } = queueApi()
    const { user } = await openQueue(api)
    await user.click(tickOf(40))
    await user.click(tickOf(39))
    server.incidents = server.incidents.slice(1)
    await user.click(screen.getByRole('button', { name: 'Refresh' }))
    expect(await screen.findByText('2 selected (1 not shown)')).toBeTruthy()
    expect(tickOf(39).checked).toBe(true)
    await screen.findByRole('button', { name: 'Select all 1,243 matching' })
  })

  it('greys out what somebody else took or closed, with the name', async () => {
    const { api } = queueApi()
    await openQueue(api)
    api.on('HandledIncident_Query', () => ({
      incident: buildIncident(38, {
        state: 'CLOSED',
        activities: { nodes: [{ id: 'a', toState: 'CLOSED', user: { id: 'user-erik', name: 'erik' } }] },
      }),
    }))
    await changed(api, [buildIncident(39, { state: 'ASSIGNED', assignee: { id: 'user-erik', name: 'erik' } })], ['incident-38'])
    expect(within(rowOf(39)).getByText('erik has it')).toBeTruthy()
    expect(await within(rowOf(38)).findByText('Closed by erik')).toBeTruthy()
    await changed(api, [buildIncident(39)])
    expect(within(rowOf(39)).queryByText('erik has it')).toBeNull()
  })
})

describe('a bulk change of somebody else', () => {
  it('is not asked about row by row', async () => {
    const { api } = queueApi()
    await openQueue(api)
    api.on('HandledIncident_Query', ({ id }) => ({ incident: { ...buildIncident(1), id, activities: { nodes: [] } } }))
    for (const first of [40, 30, 20, 10])
      await changed(
        api,
        [],
        Array.from({ length: 10 }, (_, index) => `incident-${first - index}`),
      )
    expect(api.calls('HandledIncident_Query')).toHaveLength(10)
    expect(within(rowOf(25)).getByText('Does not match the filter any more')).toBeTruthy()
  })
})

describe('bulk', () => {
  it('closes what is ticked with a disposition and a summary, shows how far it is, and takes it back', async () => {
    const { api, server } = queueApi()
    const { user } = await openQueue(api)
    await tickTwenty(user)
    await user.click(screen.getByRole('button', { name: 'Close…' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Close 20 incidents' }))
    await user.click(dialog.getByRole('button', { name: 'Close 20 incidents' }))
    expect(dialog.getByText('Say in a line why')).toBeTruthy()
    expect(dialog.getByText('Choose what it was')).toBeTruthy()
    expect(api.calls('IncidentsBulk_Mutation')).toEqual([])
    await user.type(dialog.getByRole('textbox', { name: 'Summary' }), 'Scanner of ours')
    await user.click(dialog.getByRole('combobox', { name: 'Disposition' }))
    expect(screen.queryByRole('option', { name: 'Old word' })).toBeNull()
    await user.click(await screen.findByRole('option', { name: 'False positive' }))
    await user.click(dialog.getByRole('button', { name: 'Close 20 incidents' }))

    const tray = within(await screen.findByRole('region', { name: 'Jobs' }))
    expect(tray.getByText('0 of 20')).toBeTruthy()
    const [asked] = api.calls('IncidentsBulk_Mutation') as [{ input: { ids: string[]; action: object; clientMutationId: string } }]
    expect(asked.input.ids).toHaveLength(20)
    expect(asked.input.action).toEqual({ close: { summary: 'Scanner of ours', detail: null, disposition: 'False positive' } })
    expect(asked.input.clientMutationId).toMatch(/^[\da-f]{32}$/)
    expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull()

    await waitFor(() => expect(api.opened('JobChanged_Subscription')).toBe(1))
    const over = buildJob({ state: 'DONE', done: 19, failed: 1, undoUntil: '2100-01-01T00:00:00.000Z' })
    server.jobs = [over]
    await act(() => api.emit('JobChanged_Subscription', { jobChanged: over }))
    expect(await tray.findByText('19 incidents, 1 not')).toBeTruthy()
    await user.click(tray.getByRole('button', { name: 'Undo' }))
    expect(api.calls('JobUndo_Mutation')).toEqual([{ id: 'job-1' }])
    expect(await tray.findByText('Taking back 20 incidents…')).toBeTruthy()
    await act(() => api.emit('JobChanged_Subscription', { jobChanged: buildJob({ state: 'UNDONE', done: 17, failed: 3 }) }))
    expect(await tray.findByText('Taken back, 3 not')).toBeTruthy()
  })

  it('learns how a job ended even where nobody tells it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setInterval', 'clearInterval'] })
    try {
      const { api, server } = queueApi()
      server.jobs = [buildJob({ done: 5 })]
      await openQueue(api)
      const tray = within(await screen.findByRole('region', { name: 'Jobs' }))
      expect(tray.getByText('5 of 20')).toBeTruthy()
      server.jobs = [buildJob({ state: 'DONE', done: 20 })]
      await act(() => vi.advanceTimersByTimeAsync(ASK_EVERY_MS))
      expect(await tray.findByText('20 incidents')).toBeTruthy()
      const asked = api.calls('Jobs_Query').length
      await act(() => vi.advanceTimersByTimeAsync(3 * ASK_EVERY_MS))
      expect(api.calls('Jobs_Query')).toHaveLength(asked)
    } finally {
      vi.useRealTimers()
    }
  })

  it('does it to all that match, with the count that was seen, and says why the server refuses', async () => {
    const { api } = queueApi()
    const { user } = await openQueue(api, '/?severity=HIGH')
    await user.click(tickOf(40))
    await user.click(await screen.findByRole('button', { name: 'Select all 1,243 matching' }))
    expect(screen.getByText('All 1,243 matching')).toBeTruthy()
    api.on('IncidentsBulk_Mutation', () => ({
      incidentsBulk: { job: null, userErrors: [{ message: '1,900 match now', field: null, code: 'CONFLICT' }] },
    }))
    await user.keyboard('c')
    const dialog = within(await screen.findByRole('dialog', { name: 'Comment on 1,243 incidents' }))
    await user.type(dialog.getByRole('textbox', { name: 'Comment' }), 'Known')
    await user.click(dialog.getByRole('button', { name: /^Comment on/ }))
    expect(await dialog.findByText('1,900 match now')).toBeTruthy()
    const [first] = api.calls('IncidentsBulk_Mutation') as [{ input: { clientMutationId: string } }]
    expect(first.input).toMatchObject({
      filter: { severity: ['HIGH'], state: ['NEW', 'OPEN', 'ASSIGNED'] },
      expectedCount: 1_243,
      action: { comment: { comment: 'Known' } },
    })
    await user.click(dialog.getByRole('button', { name: /^Comment on/ }))
    await waitFor(() => expect(api.calls('IncidentsBulk_Mutation')).toHaveLength(2))
    expect(api.calls('IncidentsBulk_Mutation')[1]).toEqual(first)
  })

  it('cancels a job, and tells what became of each incident', async () => {
    const { api, server } = queueApi()
    server.jobs = [buildJob({ done: 5 })]
    api.on('JobItems_Query', ({ state }) => ({
      job: {
        ...buildJob(),
        items: {
          nodes: state ? [] : [{ state: 'DONE', message: null, incident: buildIncident(12) }],
          pageInfo: { endCursor: null, hasNextPage: false },
        },
      },
    }))
    const { user } = await openQueue(api)
    const tray = within(await screen.findByRole('region', { name: 'Jobs' }))
    await user.click(tray.getByRole('button', { name: 'Cancel' }))
    expect(await tray.findByText('Cancelled after 7 of 20')).toBeTruthy()
    await user.click(tray.getByRole('button', { name: 'Results' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Close as False positive' }))
    expect(await dialog.findByRole('link', { name: 'INC-12' })).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Only what was not done' }))
    expect(await dialog.findByText('All of it was done.')).toBeTruthy()
  })

  it('offers what was done earlier today for undoing', async () => {
    const { api, server } = queueApi()
    server.jobs = [buildJob({ state: 'DONE', done: 20, undoUntil: '2100-01-01T00:00:00.000Z' })]
    const { user } = await openQueue(api)
    expect(screen.queryByRole('region', { name: 'Jobs' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Your recent changes' }))
    await user.click(await screen.findByRole('button', { name: 'Undo Close as False positive' }))
    await waitFor(() => expect(api.calls('JobUndo_Mutation')).toEqual([{ id: 'job-1' }]))
  })

  it('offers nothing to somebody who may only read', async () => {
    const { api } = queueApi()
    const { user } = await openQueue(api, '/', ['incident:read'])
    expect(screen.queryAllByRole('checkbox', { name: /^Select/ })).toEqual([])
    await user.keyboard('jxe')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('by keyboard alone', () => {
  it('ticks, takes a range, assigns, forgets, and acts on the incident under the cursor', async () => {
    const { api } = queueApi()
    const { user } = await openQueue(api)
    await user.keyboard('jxjj')
    await user.keyboard('{Shift>}X{/Shift}')
    expect(screen.getByText('3 selected')).toBeTruthy()
    await user.keyboard('a')
    await screen.findByRole('dialog', { name: 'Assign 3 incidents' })
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Assign 3 incidents'))
    await user.keyboard('{Enter}')
    await waitFor(() =>
      expect(api.calls('IncidentsBulk_Mutation')[0]).toMatchObject({
        input: { ids: ['incident-40', 'incident-39', 'incident-38'], action: { assign: { assigneeId: 'viewer' } } },
      }),
    )
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

    await user.keyboard('x')
    expect(screen.getByText('1 selected')).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByText('1 selected')).toBeNull()

    await user.keyboard('k')
    await changed(api, [buildIncident(77)])
    await user.keyboard('e')
    expect(await screen.findByRole('dialog', { name: 'Close INC-39' })).toBeTruthy()
  })

  it('works on when a row was ticked by mouse, and acts on no incident that is gone from the list', async () => {
    const { api, server } = queueApi()
    const { user } = await openQueue(api)
    await user.keyboard('jx')
    await user.click(tickOf(39))
    expect(await screen.findByText('2 selected')).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(ticked()).toBe(0)
    server.incidents = server.incidents.slice(1)
    await user.keyboard('.')
    await waitFor(() => expect(numbers()[0]).toBe('INC-39'))
    await user.keyboard('ex')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.queryByText('1 selected')).toBeNull()
    await user.keyboard('je')
    expect(await screen.findByRole('dialog', { name: 'Close INC-39' })).toBeTruthy()
  })

  it('mutes until a moment', async () => {
    const { api } = queueApi()
    const { user } = await openQueue(api)
    await user.keyboard('ji')
    const dialog = within(await screen.findByRole('dialog', { name: 'Ignore INC-40' }))
    await user.click(dialog.getByRole('combobox', { name: 'Until' }))
    await user.click(await screen.findByRole('option', { name: 'Mute for a week' }))
    const before = Date.now()
    await user.click(dialog.getByRole('button', { name: 'Ignore incident' }))
    await waitFor(() => expect(api.calls('IncidentsBulk_Mutation')).toHaveLength(1))
    const [{ input }] = api.calls('IncidentsBulk_Mutation') as [{ input: { action: { ignore: { until: string } } } }]
    expect(Date.parse(input.action.ignore.until) - before).toBeGreaterThanOrEqual(7 * 86_400_000)
  })
})
