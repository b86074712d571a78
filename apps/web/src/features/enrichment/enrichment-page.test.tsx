import { PERMISSIONS } from '@sallyport/shared'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ViewerProvider } from '../../lib/permissions'
import { buildGeoDatabase, buildProviderHealth } from '../../testing/enrichment-builders'
import { createFakeApi } from '../../testing/fake-api'
import { renderRoutes } from '../../testing/render-app'
import { EnrichmentPage } from './enrichment-page'

const setUp = (at = '/enrichment', enrichmentProviders: object[] = [], geoDatabases: object[] = []) => {
  const state = { enrichmentProviders, geoDatabases }
  const api = createFakeApi()
    .on('EnrichmentHealth_Query', () => state)
    .on('Networks_Query', () => ({ namedNetworks: [] }))
  const page = (
    <ViewerProvider viewer={{ id: 'u', name: 'marta', permissions: PERMISSIONS }}>
      <EnrichmentPage />
    </ViewerProvider>
  )
  return { ...renderRoutes([{ path: '/enrichment/:tab?', element: page }], { api, at }), state }
}

describe('the tabs', () => {
  it('have an address each', async () => {
    const { user, router } = setUp()
    await screen.findByRole('table', { name: 'Asked over the network' })
    await user.click(screen.getByRole('tab', { name: 'Networks' }))
    expect(await screen.findByText('No network has a name yet')).toBeTruthy()
    expect(router.state.location.pathname).toBe('/enrichment/networks')
    expect(document.title).toContain('Networks')
  })

  it('lead to the first from an address that has none', async () => {
    const { router } = setUp('/enrichment/nothing')
    await waitFor(() => expect(router.state.location.pathname).toBe('/enrichment'))
  })
})

describe('the health', () => {
  const soon = new Date(Date.now() + 600_000).toISOString()

  it('says of each provider in words how asking it goes', async () => {
    setUp('/enrichment', [
      buildProviderHealth('DIRECTORY', { waiting: 1_200 }),
      buildProviderHealth('WILDFIRE_VERDICT', { enabled: false, lastSuccessAt: null }),
      buildProviderHealth('VIRUSTOTAL', { askedToday: 500, quota: 500 }),
      buildProviderHealth('GREYNOISE', { openUntil: soon, lastErrorAt: '2026-11-24T03:01:00.000Z', lastError: 'HTTP 503' }),
      buildProviderHealth('ABUSEIPDB', { lastErrorAt: '2026-11-24T03:01:00.000Z', lastError: 'The key is refused', quota: 1_000 }),
      buildProviderHealth('REVERSE_DNS', { lastSuccessAt: null }),
    ])
    const row = async (name: RegExp) => within(await screen.findByRole('row', { name }))
    const directory = await row(/^Directory/)
    expect(directory.getByText('Working')).toBeTruthy()
    expect(directory.getByText('1,200')).toBeTruthy()
    const wildfire = await row(/^WildFire/)
    expect(wildfire.getByText('Off')).toBeTruthy()
    expect(wildfire.getByRole('link', { name: 'Set up' }).getAttribute('href')).toBe('/sources')
    const virustotal = await row(/^VirusTotal/)
    expect(virustotal.getByText('Waiting: quota used up')).toBeTruthy()
    expect(virustotal.getByText('500 of 500')).toBeTruthy()
    expect(virustotal.getByRole('progressbar', { name: 'Quota of VirusTotal used' }).getAttribute('aria-valuenow')).toBe('100')
    const greynoise = await row(/^GreyNoise/)
    expect(greynoise.getByText('Not asked until')).toBeTruthy()
    expect(greynoise.getByText('HTTP 503')).toBeTruthy()
    const abuse = await row(/^AbuseIPDB/)
    for (const text of ['Failed', 'The key is refused']) expect(abuse.getByText(text)).toBeTruthy()
    expect((await row(/^Reverse DNS/)).getByText('Ready, not asked yet')).toBeTruthy()
  })

  it('names the makers of the geo databases, and what is wrong with a file', async () => {
    setUp(
      '/enrichment',
      [],
      [
        buildGeoDatabase(),
        buildGeoDatabase({
          kind: 'ASN',
          attribution: 'Own file',
          url: 'javascript:alert(1)',
          file: '/data/own.mmdb',
          error: 'Not a database',
        }),
      ],
    )
    const link = await screen.findByRole('link', { name: 'IP Geolocation by DB-IP' })
    expect(link.getAttribute('href')).toBe('https://db-ip.com')
    expect(screen.queryByRole('link', { name: 'Own file' })).toBeNull()
    const own = within(screen.getByRole('row', { name: /Own file/ }))
    for (const text of ['network operator', '/data/own.mmdb', 'Not a database']) expect(own.getByText(text)).toBeTruthy()
  })

  it('follows what happens', async () => {
    const { api, state } = setUp('/enrichment', [buildProviderHealth('DIRECTORY', { askedToday: 12 })])
    await screen.findByText('12')
    await waitFor(() => expect(api.opened('EnrichmentEvents_Subscription')).toBe(1))
    state.enrichmentProviders = [buildProviderHealth('DIRECTORY', { askedToday: 13 })]
    await api.emit('EnrichmentEvents_Subscription', { enrichmentChanged: { observables: [], settings: false, resync: false } })
    expect(await screen.findByText('13')).toBeTruthy()
  })

  it('says why it cannot be read, and tries again', async () => {
    const { api, user, state } = setUp('/enrichment/networks')
    await screen.findByText('No network has a name yet')
    api.on('EnrichmentHealth_Query', () => {
      throw new Error('The database is away')
    })
    await user.click(screen.getByRole('tab', { name: 'Health' }))
    expect((await screen.findByRole('alert')).textContent).toContain('The database is away')
    api.on('EnrichmentHealth_Query', () => state)
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('table', { name: 'Asked over the network' })).toBeTruthy()
  })
})
