import { act, screen, waitFor, within } from '@testing-library/react'
import { PERMISSIONS } from '@sallyport/shared'
import { GraphQLError } from 'graphql'
import { Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it } from 'vitest'
import { buildAlert, buildIncident, buildPage, buildTold } from '../../testing/alert-builders'
import { giveElementsSize } from '../../testing/element-size'
import { createFakeApi, type FakeApi } from '../../testing/fake-api'
import {
  buildAddress,
  buildFile,
  buildNobody,
  buildObservable,
  buildReputation,
  buildUser,
  buildWildfire,
  notYet,
  seen,
} from '../../testing/observable-builders'
import { renderPage } from '../../testing/render-app'
import { AlertsRoute } from './alerts'
import { IncidentRoute } from './incident'

beforeEach(() => giveElementsSize())

const HASH = 'c'.repeat(64)

describe('the panel of an alert', () => {
  const api = () =>
    createFakeApi()
      .on('AlertToolbar_Query', () => ({ sources: [] }))
      .on('AlertsCursor_Query', () => ({ alertsCursor: 'batch-1' }))
      .on('Alerts_Query', () => ({ alerts: buildPage([buildAlert(1)]) }))
      .on('AlertMatches_Query', () => ({ alert: { id: 'alert-1', ruleMatches: [] } }))
      .on('AlertPanel_Query', () => ({ alert: buildAlert(1) }))
      .on('AlertKnown_Query', () => ({
        alert: {
          id: 'alert-1',
          observables: [seen('ATTACKER', buildAddress('203.0.113.7')), seen('USER', buildUser('acme\\bob'))],
        },
      }))

  it('tells who, where and how bad, the person first', async () => {
    renderPage(<AlertsRoute />, { api: api(), at: '/?alert=alert-1' })
    const section = await screen.findByRole('region', { name: 'Who, where, how bad' })
    await within(section).findByText('Bob Baker')
    expect(section.textContent).toMatch(/acme\\bob.*Bob Baker.*203\.0\.113\.7.*Frankfurt.*92 malicious/)
  })

  it('tells the alert all the same when nothing of this can be read', async () => {
    const failing = api().on('AlertKnown_Query', () => {
      throw new GraphQLError('The directory module is broken')
    })
    renderPage(<AlertsRoute />, { api: failing, at: '/?alert=alert-1' })
    const section = await screen.findByRole('region', { name: 'Who, where, how bad' })
    expect((await within(section).findByRole('alert')).textContent).toContain('The directory module is broken')
    expect(screen.getByText('command-and-control')).toBeTruthy()
  })
})

const USER_PENDING = seen('USER', buildUser('acme\\bob', buildNobody(notYet('PENDING'))))
const ATTACKER = seen('ATTACKER', buildAddress('203.0.113.7'))

/** One incident that the test may change, behind the API. */
function apiWithIncident() {
  const server = {
    incident: buildIncident(12, {
      users: [{ value: 'acme\\bob', count: '12' }],
      hosts: [
        {
          role: 'ATTACKER',
          address: '203.0.113.7',
          location: 'Utopia',
          count: '12',
          firstSeenAt: '2026-11-24T02:00:00.000Z',
          lastSeenAt: '2026-11-24T03:00:00.000Z',
        },
      ],
      files: [{ name: 'invoice.exe', digest: HASH, type: 'pe', verdict: 'BENIGN', count: '1' }],
    }),
    activities: [buildTold(1)] as object[],
    observables: [USER_PENDING, ATTACKER, seen('FILE', buildFile(HASH, { wildfire: buildWildfire({ verdict: 'BENIGN', report: null }) }))],
  }
  const api = createFakeApi()
    .on('IncidentPage_Query', () => ({ incident: server.incident }))
    .on('IncidentTimeline_Query', () => ({ incident: { ...server.incident, timeline: buildPage(server.activities.toReversed()) } }))
    .on('IncidentRelations_Query', () => ({ incident: server.incident }))
    .on('IncidentView_Mutation', () => ({ incidentView: { incident: server.incident, userErrors: [] } }))
    .on('WorkflowChoices_Query', () => ({ teams: [], fieldValues: [] }))
    .on('IncidentMatches_Query', () => ({ incident: { id: 'incident-12', ruleMatches: buildPage([]) } }))
    .on('IncidentKnown_Query', () => ({ incident: { id: 'incident-12', observables: server.observables } }))
    .on('Assignees_Query', () => ({ users: { nodes: [] } }))
    .on('BlockLists_Query', () => ({ lists: [] }))
  return { api, server }
}

const openIncident = (api: FakeApi, permissions?: readonly string[]) =>
  renderPage(
    <Routes>
      <Route path="/incidents/:number" element={<IncidentRoute />} />
    </Routes>,
    { api, at: '/incidents/12', ...(permissions && { viewer: { permissions } }) },
  )

const emitKnown = (api: FakeApi, kind: string, value: string) =>
  act(() =>
    api.emit('EnrichmentChanged_Subscription', {
      enrichmentChanged: { observables: [{ kind, value, verdict: null }], settings: false, resync: false },
    }),
  )

describe('the page of an incident', () => {
  it('tells the person, the place and score of hosts, the verdict of files, as each becomes known', async () => {
    const { api, server } = apiWithIncident()
    openIncident(api)
    const users = await screen.findByRole('region', { name: 'Users' })
    expect(await within(users).findByText('pending')).toBeTruthy()
    const hosts = screen.getByRole('region', { name: 'Hosts' })
    expect(hosts.textContent).toContain('Frankfurt, Hesse, Germany AS64500 Example Hosting')
    expect(within(hosts).getByRole('button', { name: 'Score: 92 malicious' })).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Files' }).textContent).toMatch(/Benign.*Report pending/)
    expect(screen.getByRole('link', { name: 'IP Geolocation by DB-IP' })).toBeTruthy()

    await waitFor(() => expect(api.opened('EnrichmentChanged_Subscription')).toBe(1))
    server.observables = [seen('USER', buildUser('acme\\bob')), ATTACKER]
    await emitKnown(api, 'USER', 'acme\\bob')
    expect(await within(users).findByText('Bob Baker')).toBeTruthy()
    expect(users.textContent).toContain('Manager Carla Chen')
  })

  it('says when a verdict turned, and lists what the report names', async () => {
    const { api, server } = apiWithIncident()
    openIncident(api)
    await screen.findByText('opened it: a first alert', { exact: false })
    await waitFor(() => expect(api.opened('IncidentChanged_Subscription')).toBe(1))
    server.activities.push(
      buildTold(2, { kind: 'ENRICHMENT', text: `WildFire verdict of ${HASH} changed from BENIGN to MALICIOUS and reopened it` }),
    )
    server.observables = [
      seen('FILE', buildFile(HASH, { wildfire: buildWildfire({ previousVerdict: 'BENIGN' }) })),
      seen('INDICATOR', buildObservable('DOMAIN', 'c2.evil.example', { reputation: buildReputation() }), '0'),
    ]
    await act(() =>
      api.emit('IncidentChanged_Subscription', {
        incidentsChanged: { incidents: [server.incident], noLongerMatchingIds: [], resyncRequired: false },
      }),
    )
    expect(await screen.findByText(/saw that the WildFire verdict changed, and reopened it/)).toBeTruthy()
    const timeline = screen.getByRole('region', { name: 'Timeline' })
    expect(timeline.textContent).toContain('Benign → Malicious')
    expect(within(timeline).getByRole('button', { name: `${HASH}: actions` })).toBeTruthy()
    const indicators = await screen.findByRole('region', { name: 'Indicators' })
    expect(within(indicators).getByRole('button', { name: 'Block… c2.evil.example' })).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Files' }).textContent).toContain('Malicious was benign')
  })

  it('is as it was for somebody who may not read what is known', async () => {
    const { api } = apiWithIncident()
    openIncident(
      api,
      PERMISSIONS.filter(permission => !permission.startsWith('enrichment:')),
    )
    expect((await screen.findByRole('region', { name: 'Users' })).textContent).toContain('acme\\bob')
    expect(api.calls('IncidentKnown_Query')).toEqual([])
  })
})
