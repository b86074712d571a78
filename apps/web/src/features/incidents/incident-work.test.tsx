import { screen, waitFor, within } from '@testing-library/react'
import { Route, Routes } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import { buildIncident, userOf } from '../../testing/alert-builders'
import type { FakeApi } from '../../testing/fake-api'
import { apiWithIncident } from '../../testing/incident-api'
import { renderPage } from '../../testing/render-app'
import { IncidentPage } from './incident-page'
import { VIEW_EVERY_MS } from './incident-viewers'

function openPage(api: FakeApi, permissions?: readonly string[]) {
  return renderPage(
    <Routes>
      <Route path="/incidents/:number" element={<IncidentPage alerts={() => null} />} />
    </Routes>,
    { api, at: '/incidents/12', ...(permissions && { viewer: { permissions } }) },
  )
}

const payload = (name: string, incident: object, userErrors: readonly object[] = []) => ({ [name]: { incident, userErrors } })

describe('the title in place', () => {
  const EDITABLE = { allowedActions: ['EDIT'] }

  it('is saved by Enter, with the version that was seen', async () => {
    const { api, server } = apiWithIncident(EDITABLE)
    api.on('IncidentEdit_Mutation', () =>
      payload('incidentEdit', (server.incident = { ...server.incident, version: 2, title: 'Beacon, cleaned' })),
    )
    const { user } = openPage(api)
    await user.click(await screen.findByRole('button', { name: 'Change the title' }))
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Title of INC-12' })
    expect(field.value).toBe('Beacon on host 12')
    await user.clear(field)
    await user.type(field, ' Beacon, cleaned {Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'INC-12 Beacon, cleaned' })).toBeTruthy()
    expect(api.calls('IncidentEdit_Mutation')).toEqual([{ input: { id: 'incident-12', expectedVersion: 1, title: 'Beacon, cleaned' } }])
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Change the title' })))
  })

  it('stays as it is by Escape, and when nothing was changed; without a letter it is refused', async () => {
    const { api } = apiWithIncident(EDITABLE)
    const { user } = openPage(api)
    const begin = async () => user.click(await screen.findByRole('button', { name: 'Change the title' }))
    const field = () => screen.getByRole('textbox', { name: 'Title of INC-12' })
    await begin()
    await user.type(field(), ' more{Escape}')
    expect(screen.getByRole('heading', { level: 1, name: 'INC-12 Beacon on host 12' })).toBeTruthy()
    await begin()
    await user.clear(field())
    await user.type(field(), '  {Enter}')
    expect(screen.getByText('Give it a title')).toBeTruthy()
    await user.clear(field())
    await user.type(field(), 'Beacon on host 12{Enter}')
    expect(screen.getByRole('heading', { level: 1, name: 'INC-12 Beacon on host 12' })).toBeTruthy()
    expect(api.calls('IncidentEdit_Mutation')).toEqual([])
  })

  it('that came too late is shown beside theirs, and written over it when asked to', async () => {
    const { api, server } = apiWithIncident(EDITABLE)
    api.on('IncidentEdit_Mutation', ({ input }) => {
      const { expectedVersion, title } = input as { expectedVersion: number; title: string }
      if (expectedVersion !== 4) {
        server.incident = { ...server.incident, version: 4, title: 'Theirs' }
        return payload('incidentEdit', server.incident, [{ message: 'Changed', field: null, code: 'CONFLICT' }])
      }
      return payload('incidentEdit', (server.incident = { ...server.incident, version: 5, title }))
    })
    const { user } = openPage(api)
    await user.click(await screen.findByRole('button', { name: 'Change the title' }))
    await user.clear(screen.getByRole('textbox', { name: 'Title of INC-12' }))
    await user.type(screen.getByRole('textbox', { name: 'Title of INC-12' }), 'Mine{Enter}')
    const both = await screen.findByRole('group', { name: 'Both versions' })
    expect(both.textContent).toContain('Title, yours: Mine')
    expect(both.textContent).toContain('theirs: Theirs')
    expect(screen.getByRole('heading', { level: 1, name: 'INC-12 Theirs' })).toBeTruthy()
    await user.click(within(both).getByRole('button', { name: 'Keep mine' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'INC-12 Mine' })).toBeTruthy()
    expect(api.calls('IncidentEdit_Mutation').map(({ input }) => (input as { expectedVersion: number }).expectedVersion)).toEqual([1, 4])
  })

  it('cannot be changed by somebody who may only read', async () => {
    const { api } = apiWithIncident(EDITABLE)
    openPage(api, ['incident:read'])
    await screen.findByRole('heading', { level: 1, name: 'INC-12 Beacon on host 12' })
    expect(screen.queryByRole('button', { name: 'Change the title' })).toBeNull()
  })
})

describe('who else is looking', () => {
  it('is told while the page is open, by name and beyond four by number', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    try {
      const { api, server } = apiWithIncident()
      const names = ['erik', 'anna', 'bob', 'carl', 'dora', 'emil']
      api.on('IncidentView_Mutation', () => payload('incidentView', { ...server.incident, viewers: names.map(userOf) }))
      const page = openPage(api)
      const group = await screen.findByRole('group', { name: 'Also looking' })
      for (const name of names.slice(0, 4)) expect(within(group).getAllByTitle(name)).not.toHaveLength(0)
      expect(within(group).getByText('+2')).toBeTruthy()
      expect(api.calls('IncidentView_Mutation')).toEqual([{ id: 'incident-12' }])
      await vi.advanceTimersByTimeAsync(VIEW_EVERY_MS)
      await waitFor(() => expect(api.calls('IncidentView_Mutation')).toHaveLength(2))
      page.unmount()
      await vi.advanceTimersByTimeAsync(3 * VIEW_EVERY_MS)
      expect(api.calls('IncidentView_Mutation')).toHaveLength(2)
    } finally {
      vi.useRealTimers()
    }
  })

  it('is nothing when nobody else is', async () => {
    const { api } = apiWithIncident()
    openPage(api)
    await screen.findByRole('heading', { level: 1 })
    await waitFor(() => expect(api.calls('IncidentView_Mutation')).toHaveLength(1))
    expect(screen.queryByRole('group', { name: 'Also looking' })).toBeNull()
  })
})

describe('related incidents', () => {
  it('are linked, with what they share', async () => {
    const { api } = apiWithIncident({
      related: [{ incident: buildIncident(7, { state: 'CLOSED' }), shared: ['address 203.0.113.8', 'user corp\\bob'] }],
    })
    openPage(api)
    const section = within(await screen.findByRole('region', { name: 'Related incidents' }))
    const link = await section.findByRole('link', { name: 'INC-7 Beacon on host 7' })
    expect(link.getAttribute('href')).toBe('/incidents/7')
    expect(section.getByText('address 203.0.113.8, user corp\\bob')).toBeTruthy()
    expect(section.getByText('Closed')).toBeTruthy()
  })

  it('are said to be none', async () => {
    const { api } = apiWithIncident()
    openPage(api)
    expect(await screen.findByText(/None shares an address/)).toBeTruthy()
  })
})

describe('who does a task', () => {
  const task = {
    id: 'task-1',
    title: 'Call Bob',
    assignee: null as object | null,
    doneAt: null,
    doneBy: null,
    createdAt: '2026-11-24T03:00:00Z',
  }

  it('is chosen among the people, and can be nobody again', async () => {
    const { api, server } = apiWithIncident({ tasks: [task] })
    api.on('IncidentTaskUpdate_Mutation', ({ input }) => {
      const { assigneeId } = input as { assigneeId: string | null }
      const assignee = assigneeId === null ? null : userOf('erik')
      return payload('incidentTaskUpdate', (server.incident = { ...server.incident, tasks: [{ ...task, assignee }] as never }))
    })
    const { user } = openPage(api)
    const who = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Who does Call Bob' })
    await within(who).findByRole('option', { name: 'erik' })
    expect(
      within(who)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['nobody', 'marta', 'anna', 'annabel', 'erik'])
    await user.selectOptions(who, 'erik')
    await waitFor(() => expect([who.value, who.disabled]).toEqual(['user-erik', false]))
    await user.selectOptions(who, 'nobody')
    await waitFor(() => expect(who.value).toBe(''))
    expect(api.calls('IncidentTaskUpdate_Mutation')).toEqual([
      { input: { id: 'task-1', assigneeId: 'user-erik' } },
      { input: { id: 'task-1', assigneeId: null } },
    ])
  })

  it('says why it was refused', async () => {
    const { api, server } = apiWithIncident({ tasks: [task] })
    api.on('IncidentTaskUpdate_Mutation', () =>
      payload('incidentTaskUpdate', server.incident, [{ message: 'erik is disabled', field: ['assigneeId'], code: 'INVALID' }]),
    )
    const { user } = openPage(api)
    const who = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Who does Call Bob' })
    await within(who).findByRole('option', { name: 'erik' })
    await user.selectOptions(who, 'erik')
    expect((await screen.findByRole('alert')).textContent).toBe('erik is disabled')
    expect(who.value).toBe('')
  })
})

describe('mentioning people in a comment', () => {
  const openForm = async () => {
    const { api } = apiWithIncident()
    const { user } = openPage(api)
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' })
    await waitFor(() => expect(api.calls('Assignees_Query').length).toBeGreaterThan(0))
    return { user, field }
  }
  const offered = () => screen.queryByRole('group', { name: 'People to mention' })

  it('offers who begins like that, and Tab takes the first', async () => {
    const { user, field } = await openForm()
    await user.type(field, 'Ask @AN')
    const names = within(await screen.findByRole('group', { name: 'People to mention' })).getAllByRole('button')
    expect(names.map(({ textContent }) => textContent)).toEqual(['@anna', '@annabel'])
    await user.keyboard('{Tab}')
    expect(field.value).toBe('Ask @anna ')
    expect(offered()).toBeNull()
    await user.keyboard('please')
    expect(field.value).toBe('Ask @anna please')
  })

  it('goes on after the name, also within a text', async () => {
    const { user, field } = await openForm()
    await user.type(field, 'Ask  today')
    await user.type(field, '@er', { initialSelectionStart: 4, initialSelectionEnd: 4 })
    await user.click(await screen.findByRole('button', { name: '@erik' }))
    await user.keyboard('and anna ')
    expect(field.value).toBe('Ask @erik and anna today')
  })

  it('takes the one that is clicked', async () => {
    const { user, field } = await openForm()
    await user.type(field, '@a')
    await user.click(await screen.findByRole('button', { name: '@annabel' }))
    expect(field.value).toBe('@annabel ')
    expect(document.activeElement).toBe(field)
  })

  it('offers nobody in a mail address, nor after Escape', async () => {
    const { user, field } = await openForm()
    await user.type(field, 'bob@an')
    expect(offered()).toBeNull()
    await user.type(field, ' @e')
    expect(await screen.findByRole('button', { name: '@erik' })).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(offered()).toBeNull()
    expect(field.value).toBe('bob@an @e')
  })
})
