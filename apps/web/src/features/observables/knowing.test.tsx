import { act, screen, waitFor, within } from '@testing-library/react'
import { GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import { Known, KnownFootnotes, KnownIndicators, KnownOfAlert, KnowledgeOf } from '../../components/ui/knowledge'
import { type ValueActions, ValueActionsProvider } from '../../components/ui/value-actions'
import { ValueText } from '../../components/ui/value-text'
import { createFakeApi, type FakeApi } from '../../testing/fake-api'
import {
  buildAddress,
  buildEvidence,
  buildFile,
  buildNobody,
  buildObservable,
  buildPerson,
  buildPlace,
  buildReputation,
  buildUser,
  buildWildfire,
  notYet,
  seen,
} from '../../testing/observable-builders'
import { renderPage } from '../../testing/render-app'
import { Knowing } from './knowing'

const HASH = 'c'.repeat(64)
const ORIGIN = { alertId: 'alert-1', incident: null }
const OF_INCIDENT = { alertId: null, incident: { id: 'incident-12', number: '12' } }

const alertKnowing =
  (...observables: readonly object[]) =>
  () => ({ alert: { id: 'alert-1', observables } })

function openAlert(api: FakeApi, permissions?: readonly string[]) {
  return renderPage(
    <Knowing>
      <KnowledgeOf origin={ORIGIN}>
        <p>The alert</p>
        <KnownOfAlert />
      </KnowledgeOf>
    </Knowing>,
    { api, ...(permissions && { viewer: { permissions } }) },
  )
}

async function sectionOf(...observables: readonly object[]) {
  openAlert(createFakeApi().on('AlertKnown_Query', alertKnowing(...observables)))
  const section = await screen.findByRole('region', { name: 'Who, where, how bad' })
  await waitFor(() => expect(within(section).queryByLabelText('Loading what is known')).toBeNull())
  return section
}

describe('who', () => {
  it('shows the person with photo, manager, ways to reach them, source and age', async () => {
    const section = await sectionOf(seen('USER', buildUser('corp\\bob')))
    expect(within(section).getByRole('img', { name: 'Photo of Bob Baker' }).getAttribute('src')).toMatch(/^data:image\/png/)
    for (const text of ['Bob Baker', 'Accountant, Finance, Example Corp', 'B 2.14, Berlin'])
      expect(within(section).getByText(text)).toBeTruthy()
    expect(section.textContent).toContain('Manager Carla Chen')
    expect(within(section).getByRole('link', { name: 'bob.baker@corp.example' }).getAttribute('href')).toBe('mailto:bob.baker@corp.example')
    expect(within(section).getByRole('link', { name: '+49 30 5550 114' }).getAttribute('href')).toBe('tel:+49305550114')
    expect(section.textContent).toContain('Directory Corporate · 3 min ago')
  })

  it('lists the groups when asked', async () => {
    const { user } = openAlert(createFakeApi().on('AlertKnown_Query', alertKnowing(seen('USER', buildUser('corp\\bob')))))
    expect(screen.queryByText('VPN users')).toBeNull()
    await user.click(await screen.findByRole('button', { name: '2 groups' }))
    expect(screen.getByText('VPN users')).toBeTruthy()
  })

  it('draws no photo that would be fetched, and says that an account is disabled', async () => {
    const person = buildPerson({ photo: 'https://evil.example/p.png', accountState: 'DISABLED' })
    const section = await sectionOf(seen('USER', buildUser('corp\\bob', person)))
    expect(section.querySelector('img')).toBeNull()
    expect(within(section).getByText('account disabled')).toBeTruthy()
  })

  it.each([
    [notYet('NOT_ASKED', 'not a person'), 'Person not asked: not a person'],
    [notYet('PENDING'), 'Person pending'],
    [notYet('UNKNOWN'), 'Person unknown'],
    [notYet('FAILED', 'the directory does not answer'), 'Person failed: the directory does not answer'],
  ])('is never blank: %j', async (status, text) => {
    const section = await sectionOf(seen('USER', buildUser('corp\\bob', buildNobody(status))))
    expect(section.textContent).toContain(text)
  })

  it('keeps what was known when the newest answer failed', async () => {
    const person = buildPerson({ status: notYet('FAILED', 'the directory does not answer') })
    const section = await sectionOf(seen('USER', buildUser('corp\\bob', person)))
    expect(section.textContent).toContain('Bob Baker')
    expect(section.textContent).toContain('Newest answer failed: the directory does not answer')
  })

  it('is asked again by those who may', async () => {
    const api = createFakeApi()
      .on('AlertKnown_Query', alertKnowing(seen('USER', buildUser('corp\\bob', buildNobody(notYet('UNKNOWN'))))))
      .on('ObservableRefresh_Mutation', () => ({
        observableRefresh: { observable: buildUser('corp\\bob', buildNobody(notYet('PENDING'))), userErrors: [] },
      }))
    const { user } = openAlert(api)
    await user.click(await screen.findByRole('button', { name: 'Ask again about corp\\bob' }))
    // The answer is of the value, wherever it is shown.
    expect(await screen.findByText('pending')).toBeTruthy()
    expect(api.calls('ObservableRefresh_Mutation')).toEqual([{ input: { kind: 'USER', value: 'corp\\bob', provider: 'DIRECTORY' } }])
  })
})

describe('where and how bad', () => {
  it('shows place, network, score and whose data it is', async () => {
    const section = await sectionOf(seen('ATTACKER', buildAddress('203.0.113.7', { names: ['host.evil.example'] })))
    expect(section.textContent).toContain('Frankfurt, Hesse, Germany AS64500 Example Hosting')
    expect(section.textContent).toContain('host.evil.example')
    expect(within(section).getByRole('button', { name: 'Score: 92 malicious' })).toBeTruthy()
    expect(within(section).getByRole('link', { name: 'IP Geolocation by DB-IP' }).getAttribute('href')).toBe('https://db-ip.com')
  })

  it('names our own networks, and credits nobody for them', async () => {
    const place = buildPlace({
      scope: 'PRIVATE',
      network: { id: 'n1', name: 'Office Berlin', network: '10.1.0.0/16', description: '', own: true, version: 1 },
      ...{ countryCode: null, country: null, region: null, city: null, asn: null, organisation: null },
    })
    const address = buildAddress('10.1.2.3', { place, reputation: buildReputation([], null), notAskedOutside: 'private address' })
    const section = await sectionOf(seen('TARGET', address))
    expect(section.textContent).toContain('Office Berlin')
    expect(section.textContent).toContain('Nobody outside is asked: private address')
    expect(section.textContent).toContain('Score not asked')
    expect(within(section).queryByText('IP Geolocation by DB-IP')).toBeNull()
  })

  it('shows the evidence behind a score, each with its state, share and age', async () => {
    const evidence = [
      buildEvidence(),
      buildEvidence({
        source: 'GreyNoise',
        provider: 'GREYNOISE',
        state: 'FAILED',
        score: null,
        summary: '',
        reason: 'the key is wrong',
        link: null,
      }),
      buildEvidence({
        source: 'VirusTotal',
        provider: 'VIRUSTOTAL',
        state: 'PENDING',
        score: null,
        summary: '',
        answeredAt: null,
        link: null,
      }),
      buildEvidence({
        source: 'Drop list',
        provider: null,
        score: 80,
        summary: 'On the list since 2026-11-02',
        link: 'javascript:alert(1)',
      }),
    ]
    const api = createFakeApi().on(
      'AlertKnown_Query',
      alertKnowing(seen('ATTACKER', buildAddress('203.0.113.7', { reputation: buildReputation(evidence, 88) }))),
    )
    const { user } = openAlert(api)
    await user.click(await screen.findByRole('button', { name: 'Score: 88 malicious' }))
    const card = await screen.findByRole('group', { name: 'Score of 203.0.113.7' })
    const answers = within(card)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(answers).toEqual([
      expect.stringMatching(/^AbuseIPDB92 malicious37 reports, confidence 92 %weight 50 · 7 min ago/),
      expect.stringMatching(/^Drop list80 maliciousOn the list since 2026-11-02feed, weight 50/),
      expect.stringMatching(/^VirusTotalpending/),
      expect.stringMatching(/^GreyNoisefailed: the key is wrong/),
    ])
    expect(
      within(card)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['AbuseIPDB'])
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Score of 203.0.113.7' })).toBeNull())
  })

  it('shows the verdict, what it was, and the worst of the report', async () => {
    const wildfire = buildWildfire({ previousVerdict: 'BENIGN', verdictChangedAt: '2026-11-24T02:00:00.000Z' })
    const section = await sectionOf(seen('FILE', buildFile(HASH, { wildfire })))
    expect(section.textContent).toContain('Malicious was benign until 2026-11-24 02:00:00')
    expect(section.textContent).toContain('Loader.Example · PE32 · unsigned')
    const findings = within(section)
      .getAllByText(/score \d+/)
      .map(({ parentElement }) => parentElement?.textContent)
    expect(findings).toEqual(['Changed the autostart score 80', 'Started a process score 10'])
    expect(within(section).getByRole('link', { name: 'Report PDF' }).getAttribute('href')).toBe(`/wildfire/${HASH}.pdf`)
  })

  it.each([
    [notYet('NOT_ASKED'), notYet('NOT_ASKED'), 'Verdict not asked', 'Report not asked'],
    [notYet('PENDING', 'waits for the quota'), notYet('NOT_ASKED'), 'Verdict pending: waits for the quota', 'Report not asked'],
    [notYet('UNKNOWN'), notYet('UNKNOWN'), 'Verdict unknown', 'Report unknown'],
    [notYet('FAILED', 'the key is wrong'), notYet('FAILED', 'the key is wrong'), 'Verdict failed: the key is wrong', 'Report failed'],
  ])('says how far WildFire was asked: %j', async (status, reportStatus, verdict, report) => {
    const wildfire = buildWildfire({ status, verdict: null, reportStatus, report: null })
    const section = await sectionOf(seen('FILE', buildFile(HASH, { wildfire })))
    expect(section.textContent).toContain(verdict)
    expect(section.textContent).toContain(report)
  })
})

describe('beside an alert', () => {
  it('hides nothing when it cannot be read, and can be tried again', async () => {
    const api = createFakeApi().on('AlertKnown_Query', () => {
      throw new GraphQLError('The database is away')
    })
    const { user } = openAlert(api)
    expect(screen.getByText('The alert')).toBeTruthy()
    expect((await screen.findByRole('alert')).textContent).toContain('What is known could not be read: The database is away')
    api.on('AlertKnown_Query', alertKnowing(seen('USER', buildUser('corp\\bob'))))
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('Bob Baker')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is asked again when something new is known of one of its values, and only then', async () => {
    const api = createFakeApi().on('AlertKnown_Query', alertKnowing(seen('USER', buildUser('corp\\bob', buildNobody(notYet('PENDING'))))))
    openAlert(api)
    await screen.findByText('pending')
    await waitFor(() => expect(api.opened('EnrichmentChanged_Subscription')).toBe(1))
    const changed = (value: string, resync = false) =>
      act(() =>
        api.emit('EnrichmentChanged_Subscription', {
          enrichmentChanged: { observables: [{ kind: 'USER', value, verdict: null }], settings: false, resync },
        }),
      )
    api.on('AlertKnown_Query', alertKnowing(seen('USER', buildUser('corp\\bob'))))
    const before = api.calls('AlertKnown_Query').length
    await changed('corp\\eve')
    expect(api.calls('AlertKnown_Query')).toHaveLength(before)
    await changed('corp\\bob')
    expect(await screen.findByText('Bob Baker')).toBeTruthy()
    expect(api.calls('AlertKnown_Query')).toHaveLength(before + 1)
  })

  it('is not asked for somebody who may not read it', async () => {
    const api = createFakeApi()
    openAlert(api, ['alert:read'])
    expect(await screen.findByText('The alert')).toBeTruthy()
    expect(api.calls('AlertKnown_Query')).toEqual([])
    expect(screen.queryByRole('region', { name: 'Who, where, how bad' })).toBeNull()
  })
})

const BLOCKING: ValueActions = {
  ofValue: kind => [{ label: 'Block…', icon: null, apply: () => blocked.push(kind) }],
  ofOrigin: () => [],
}
const blocked: string[] = []

describe('beside the values of an incident', () => {
  it('shows what is known of each, and the indicators of reports one click from a list', async () => {
    const api = createFakeApi().on('IncidentKnown_Query', () => ({
      incident: {
        id: 'incident-12',
        observables: [
          seen('USER', buildUser('corp\\bob')),
          seen('ATTACKER', buildAddress('203.0.113.7')),
          seen('INDICATOR', buildObservable('DOMAIN', 'c2.evil.example', { reputation: buildReputation() }), '0'),
        ],
      },
    }))
    const { user } = renderPage(
      <ValueActionsProvider value={BLOCKING}>
        <Knowing>
          <KnowledgeOf origin={OF_INCIDENT}>
            <section aria-label="user">
              <Known kind="USER" value="CORP\bob" />
            </section>
            <section aria-label="host">
              <Known kind="ADDRESS" value="203.0.113.7" />
            </section>
            <section aria-label="other">
              <Known kind="ADDRESS" value="198.51.100.1" />
            </section>
            <KnownIndicators>{list => <section aria-label="Indicators">{list}</section>}</KnownIndicators>
            <KnownFootnotes />
          </KnowledgeOf>
        </Knowing>
      </ValueActionsProvider>,
      { api },
    )
    expect((await screen.findByText('Bob Baker')).closest('[aria-label=user]')).toBeTruthy()
    expect(screen.getByRole('region', { name: 'host' }).textContent).toContain('Frankfurt')
    expect(screen.getByRole('region', { name: 'other' }).textContent).toBe('')
    expect(screen.getByText('IP Geolocation by DB-IP')).toBeTruthy()
    const indicators = screen.getByRole('region', { name: 'Indicators' })
    expect(indicators.textContent).toContain('c2.evil.example')
    await user.click(within(indicators).getByRole('button', { name: 'Block… c2.evil.example' }))
    expect(blocked).toEqual(['DOMAIN'])
  })
})

describe('a value anywhere', () => {
  const page = (api: FakeApi) =>
    renderPage(
      <Knowing>
        <ValueText value="203.0.113.7" kind="ADDRESS" />
        <ValueText value="Rule 12" />
      </Knowing>,
      { api },
    )
  const known = () =>
    createFakeApi().on('ValueCard_Query', () => ({
      observable: buildAddress('203.0.113.7', {
        protected: 'public DNS',
        lists: [{ id: 'list-1', name: 'Attackers' }],
      }),
    }))

  it('shows the essentials while the pointer rests on it, asked for only then', async () => {
    const api = known()
    const { user } = page(api)
    expect(api.calls('ValueCard_Query')).toEqual([])
    await user.hover(screen.getByRole('button', { name: '203.0.113.7: actions' }))
    const card = await screen.findByRole('group', { name: 'What we know of 203.0.113.7' })
    expect(await within(card).findByText(/Frankfurt/)).toBeTruthy()
    expect(card.textContent).toContain('On Attackers')
    expect(card.textContent).toContain('May not be blocked: public DNS')
    expect(within(card).getByRole('link', { name: 'All we know' }).getAttribute('href')).toBe('/observables/ADDRESS/203.0.113.7')
    await user.unhover(screen.getByRole('button', { name: '203.0.113.7: actions' }))
    await waitFor(() => expect(screen.queryByRole('group', { name: 'What we know of 203.0.113.7' })).toBeNull())
  })

  it('leads to its page from the menu, which hides the card', async () => {
    const { user, router } = page(known())
    await user.click(screen.getByRole('button', { name: '203.0.113.7: actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'What we know' }))
    expect(router.state.location.pathname).toBe('/observables/ADDRESS/203.0.113.7')
    expect(screen.queryByRole('group', { name: 'What we know of 203.0.113.7' })).toBeNull()
  })

  it('says so when a text is no value that can be asked about', async () => {
    const { user } = page(createFakeApi().on('ValueCard_Query', () => ({ observable: null })))
    await user.hover(screen.getByRole('button', { name: '203.0.113.7: actions' }))
    expect(await screen.findByText('This is no address that can be asked about.')).toBeTruthy()
  })

  it('is left alone where it is of no kind', async () => {
    const api = known()
    const { user } = page(api)
    await user.click(screen.getByRole('button', { name: 'Rule 12: actions' }))
    await screen.findByRole('menuitem', { name: 'Copy' })
    expect(screen.queryByRole('menuitem', { name: 'What we know' })).toBeNull()
  })
})
