import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { buildIncident, buildPage } from '../../testing/alert-builders'
import { giveElementsSize } from '../../testing/element-size'
import { createFakeApi, type FakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { IncidentsPage } from './incidents-page'

beforeEach(() => giveElementsSize())

const buildView = (id: string, given: object = {}) => ({
  __typename: 'SavedView',
  id,
  name: id,
  shared: false,
  owner: { id: 'viewer', name: 'marta' },
  search: 'q=phish&severity=HIGH',
  count: 12,
  position: 0,
  version: 1,
  mine: true,
  ...given,
})

const NIGHT = buildView('Night', {
  mine: false,
  shared: true,
  owner: { id: 'user-erik', name: 'erik' },
  search: 'assignee=nobody',
  count: 10_000,
})

function viewsApi(views: object[] = [NIGHT, buildView('Phishing')]) {
  const server = { views }
  const api = createFakeApi()
    .on('Incidents_Query', () => ({ incidents: buildPage([buildIncident(1)]) }))
    .on('SavedViews_Query', () => ({ savedViews: server.views }))
    .on('Lanes_Query', () =>
      Object.fromEntries(['incidents'].map(name => [name, () => ({ totalCount: 7, totalCountIsExact: true, nodes: [] })])),
    )
  return { api, server }
}

async function openQueue(api: FakeApi, at = '/') {
  const page = renderPage(<IncidentsPage />, { api, at })
  await screen.findByRole('button', { name: /^Phishing/ })
  await waitFor(() => expect(api.opened('IncidentsChanged_Subscription')).toBe(1))
  return page
}

const queues = () => within(screen.getByRole('group', { name: 'Queues' }))
const button = (name: string | RegExp) => queues().getByRole('button', { name })
const menuItem = (name: string) => screen.findByRole('menuitem', { name })

describe('lanes', () => {
  it('begin with what was not blocked, say how much is in each, and stand in the address', async () => {
    const { api } = viewsApi()
    const { user, router } = await openQueue(api)
    expect(
      queues()
        .getAllByRole('button')
        .slice(0, 5)
        .map(({ textContent }) => textContent),
    ).toEqual(['Allowed, not blocked 7', 'Assigned to me 7', 'Unassigned 7', 'Overdue 7', 'Muted 7'])
    await user.click(button(/^Allowed/))
    expect(router.state.location.search).toBe('?allowed=yes')
    await user.click(button(/^Assigned to me/))
    expect(router.state.location.search).toBe('?assignee=me')
    expect(button(/^Assigned to me/).getAttribute('aria-pressed')).toBe('true')
    await user.click(button(/^Muted/))
    expect(router.state.location.search).toBe('?state=all&muted=yes')
    await user.click(button(/^Overdue/))
    expect(router.state.location.search).toBe('?overdue=yes')
    await user.click(button(/^Overdue/))
    expect(router.state.location.search).toBe('')
    expect(api.calls('Lanes_Query')[0]).toMatchObject({
      allowed: { anyAllowed: true, state: ['NEW', 'OPEN', 'ASSIGNED'] },
      mine: { assigneeId: 'viewer' },
      overdue: { overdue: true },
      muted: { muted: true },
    })
  })
})

describe('saved views', () => {
  it('stand as tabs with counts, one’s own first, and open with everything they hold', async () => {
    const { api } = viewsApi()
    const { user, router } = await openQueue(api)
    expect(
      queues()
        .getAllByRole('button')
        .slice(5, 7)
        .map(({ textContent, title }) => [textContent, title]),
    ).toEqual([
      ['Phishing 12', 'Yours'],
      ['Night 10,000+', 'Shared by erik'],
    ])
    await user.click(button(/^Phishing/))
    expect(router.state.location.search).toBe('?q=phish&severity=HIGH&view=Phishing')
    await waitFor(() => expect(api.calls('Incidents_Query').at(-1)).toMatchObject({ filter: { text: 'phish', severity: ['HIGH'] } }))
    expect(button(/^Phishing/).getAttribute('aria-pressed')).toBe('true')
  })

  it('are made of what is on show, columns too, and are open at once', async () => {
    const { api, server } = viewsApi()
    api.on('SavedViewCreate_Mutation', ({ input }) => {
      const view = buildView('New', { ...(input as object) })
      server.views = [...server.views, view]
      return { savedViewCreate: { savedView: view, userErrors: [] } }
    })
    const { user, router } = await openQueue(api, '/?severity=LOW&sort=OLDEST')
    await user.click(button('Views'))
    await user.click(await menuItem('Save this view…'))
    const dialog = within(await screen.findByRole('dialog', { name: 'Save this view' }))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(dialog.getByText('Enter a name')).toBeTruthy()
    await user.click(dialog.getByRole('textbox', { name: 'Name' }))
    await user.paste('n'.repeat(61))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(dialog.getByText('At most 60 characters')).toBeTruthy()
    await user.clear(dialog.getByRole('textbox', { name: 'Name' }))
    await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Low ones')
    await user.click(dialog.getByRole('checkbox', { name: 'Share with everybody' }))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('button', { name: /^Low ones/ })).toBeTruthy()
    const [{ input }] = api.calls('SavedViewCreate_Mutation') as [{ input: { name: string; shared: boolean; search: string } }]
    expect(input).toMatchObject({ name: 'Low ones', shared: true })
    const saved = new URLSearchParams(input.search)
    expect([saved.get('severity'), saved.get('sort'), saved.get('density')]).toEqual(['LOW', 'OLDEST', 'compact'])
    expect(saved.getAll('columns')).toContain('title')
    await waitFor(() => expect(new URLSearchParams(router.state.location.search).get('view')).toBe('New'))
  })

  it('say that they were changed, and take the change; are renamed, shared and deleted', async () => {
    const { api, server } = viewsApi()
    api.on('SavedViewUpdate_Mutation', ({ input }) => {
      server.views = [NIGHT, buildView('Phishing', { ...(input as object), version: 2 })]
      return { savedViewUpdate: { savedView: server.views[1], userErrors: [] } }
    })
    api.on('SavedViewDelete_Mutation', () => {
      server.views = [NIGHT]
      return { savedViewDelete: { deletedId: 'Phishing', userErrors: [] } }
    })
    const { user, router } = await openQueue(api, '/?q=phish&severity=HIGH&view=Phishing')
    await user.click(button(/^Unassigned/))
    await user.click(button('Phishing (changed) 12'))
    expect(router.state.location.search).toBe('?q=phish&severity=HIGH&view=Phishing')
    await user.click(button(/^Unassigned/))
    await user.click(button('Views'))
    await user.click(await menuItem('Save the changes'))
    await screen.findByRole('button', { name: 'Phishing 12' })
    await user.click(button('Views'))
    await user.click(await menuItem('Share with everybody'))
    await user.click(button('Views'))
    await user.click(await menuItem('Rename…'))
    const rename = within(await screen.findByRole('dialog', { name: 'Rename the view' }))
    await user.clear(rename.getByRole('textbox', { name: 'Name' }))
    await user.type(rename.getByRole('textbox', { name: 'Name' }), 'Hooks')
    await user.click(rename.getByRole('button', { name: 'Rename' }))
    await screen.findByRole('button', { name: /^Hooks/ })
    expect(api.calls('SavedViewUpdate_Mutation').map(({ input }) => input)).toEqual([
      { id: 'Phishing', expectedVersion: 1, search: 'q=phish&severity=HIGH&assignee=nobody' },
      { id: 'Phishing', expectedVersion: 2, shared: true },
      { id: 'Phishing', expectedVersion: 2, name: 'Hooks' },
    ])
    await user.click(button('Views'))
    await user.click(await menuItem('Delete…'))
    await user.click(await screen.findByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Hooks/ })).toBeNull())
    expect(new URLSearchParams(router.state.location.search).has('view')).toBe(false)
  })

  it('of others can be opened only', async () => {
    const { api } = viewsApi()
    const { user } = await openQueue(api, '/?assignee=nobody&view=Night')
    await user.click(button('Views'))
    await menuItem('Save this view…')
    expect(screen.queryByRole('menuitem', { name: 'Delete…' })).toBeNull()
  })
})

describe('the look of the queue', () => {
  const headers = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent)

  it('is each person’s own, and stands in the address only when a link says so', async () => {
    const { api } = viewsApi()
    const { user, router, unmount } = await openQueue(api)
    expect(headers()).not.toContain('Team')
    await user.click(screen.getByRole('button', { name: 'Columns and density' }))
    await user.click(await screen.findByRole('checkbox', { name: 'Team' }))
    await user.click(screen.getByRole('radio', { name: 'Comfortable' }))
    expect(headers()).toContain('Team')
    expect(router.state.location.search).toBe('')
    unmount()
    renderPage(<IncidentsPage />, { api: viewsApi().api })
    await screen.findByRole('link', { name: 'INC-1' })
    expect(headers()).toContain('Team')
    await act(async () => {})
  })

  it('of a link goes before one’s own', async () => {
    const { api } = viewsApi()
    await openQueue(api, '/?columns=title&columns=tags')
    expect(headers()).toEqual(['', 'Incident', 'Title', 'Tags'])
  })

  it('sorts by the header, in the address', async () => {
    const { api } = viewsApi()
    const { user, router } = await openQueue(api, '/?columns=created')
    await user.click(screen.getByRole('button', { name: /^Opened/ }))
    expect(new URLSearchParams(router.state.location.search).get('sort')).toBe('NEWEST')
    await waitFor(() => expect(api.calls('Incidents_Query').at(-1)).toMatchObject({ orderBy: 'NEWEST' }))
    expect(screen.getByRole('columnheader', { name: /^Opened/ }).getAttribute('aria-sort')).toBe('descending')
    await user.click(screen.getByRole('button', { name: /^Opened/ }))
    await waitFor(() => expect(api.calls('Incidents_Query').at(-1)).toMatchObject({ orderBy: 'OLDEST' }))
  })
})

describe('the query', () => {
  it('that the server does not understand is told below the field, and the rows stay', async () => {
    const { api } = viewsApi()
    const { user } = await openQueue(api)
    api.on('Incidents_Query', () => {
      throw Object.assign(new Error('Unknown field “sevrity”'), { extensions: { code: 'BAD_USER_INPUT' } })
    })
    await user.type(screen.getByRole('searchbox', { name: 'Search incidents' }), 'sevrity:high{Enter}')
    expect(await screen.findByText('Unknown field “sevrity”')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'INC-1' })).toBeTruthy()
    expect(screen.queryByText('The incidents could not be read')).toBeNull()
  })

  it('is explained, with examples to try', async () => {
    const { api } = viewsApi()
    const { user, router } = await openQueue(api)
    await user.click(screen.getByRole('button', { name: 'How to search' }))
    expect(await screen.findByText('Address or network of the attacker')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'is:overdue' }))
    expect(new URLSearchParams(router.state.location.search).get('q')).toBe('is:overdue')
  })

  it('can be taken along as CSV', async () => {
    const { api } = viewsApi()
    await openQueue(api, '/?severity=LOW')
    const href = screen.getByRole('link', { name: 'Export as CSV' }).getAttribute('href') ?? ''
    const params = new URL(href, 'http://console').searchParams
    expect(JSON.parse(params.get('filter') ?? '')).toEqual({ state: ['NEW', 'OPEN', 'ASSIGNED'], severity: ['LOW'] })
    expect(params.get('orderBy')).toBe('LAST_ALERT')
  })
})
