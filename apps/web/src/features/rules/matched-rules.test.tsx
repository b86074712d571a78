import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createFakeApi } from '../../testing/fake-api'
import { buildMatch } from '../../testing/rule-builders'
import { renderPage } from '../../testing/render-app'
import { AlertMatches, IncidentMatches } from './matched-rules'

const matchesOf = (nodes: readonly object[], hasNextPage = false) => ({
  incident: { id: 'incident-12', ruleMatches: { nodes, pageInfo: { hasNextPage } } },
})

describe('match conditions that an alert met', () => {
  it('say which version, why, and what each action did', async () => {
    const match = buildMatch({
      matched: [{ path: 'condition.all.0', text: 'Attacker is in 203.0.113.0/24', value: '203.0.113.7' }],
      outcomes: [
        { action: 'Add the attacker to ‘Attackers’', state: 'REFUSED', message: 'protected: partner' },
        { action: 'Tag it ‘seen’', state: 'DONE', message: null },
      ],
    })
    const api = createFakeApi().on('AlertMatches_Query', () => ({ alert: { id: 'alert-1', ruleMatches: [match] } }))
    renderPage(<AlertMatches alertId="alert-1" />, { api })
    const section = await screen.findByRole('region', { name: 'Match conditions' })
    expect(screen.getByRole('link', { name: 'Block attackers' }).getAttribute('href')).toBe('/rules/rule-1')
    for (const text of ['version 3', 'Attacker is in 203.0.113.0/24: 203.0.113.7', 'Add the attacker to ‘Attackers’', 'protected: partner'])
      expect(section.textContent).toContain(text)
    expect(section.textContent).toContain('Tag it ‘seen’')
    expect(api.calls('AlertMatches_Query').at(-1)).toEqual({ id: 'alert-1' })
  })

  it('say so when there are none', async () => {
    const api = createFakeApi().on('AlertMatches_Query', () => ({ alert: { id: 'alert-1', ruleMatches: [] } }))
    renderPage(<AlertMatches alertId="alert-1" />, { api })
    expect(await screen.findByText('It met no match condition.')).toBeTruthy()
  })

  it('are not asked for by who may not read them', async () => {
    const api = createFakeApi()
    renderPage(<AlertMatches alertId="alert-1" />, { api, viewer: { permissions: ['alert:read'] } })
    await waitFor(() => expect(screen.queryByRole('region')).toBeNull())
    expect(api.calls('AlertMatches_Query')).toEqual([])
  })
})

describe('match conditions of an incident', () => {
  it('keep the name of one that is gone, without a link, and tell that there are more', async () => {
    const api = createFakeApi().on('IncidentMatches_Query', () =>
      matchesOf([buildMatch({ rule: null, ruleName: 'Old one', state: 'LOGGED' })], true),
    )
    renderPage(<IncidentMatches incidentId="incident-12" />, { api })
    expect(await screen.findByText('Old one', { exact: false })).toBeTruthy()
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.getByText('Logged only')).toBeTruthy()
    expect(screen.getByText('The newest 20. The timeline has all.')).toBeTruthy()
  })

  it('tell when they cannot be read', async () => {
    renderPage(<IncidentMatches incidentId="incident-12" />, { api: createFakeApi() })
    expect((await screen.findByRole('alert')).textContent).toContain('IncidentMatches_Query')
  })
})
