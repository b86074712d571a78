import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildFirewall, buildHealth, buildIngestStatus, buildSource, connectionOf } from '../../testing/builders'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { SourcesPage } from './sources-page'

const URL_ONCE = 'https://sallyport.corp.example/threat/json_event/events/abcdefghijklmnopqrstuvwxyz012345'
const buildJson = (given: object = {}) =>
  buildSource({ id: 'source-2', type: 'JSON', name: 'SIEM', health: buildHealth({ alertCount: '0' }), ...given })

const setUp = (sources: object[], permissions?: readonly string[]) => {
  const state = { sources, ingestStatus: buildIngestStatus() }
  const api = createFakeApi()
    .on('SourcesPage_Query', () => state)
    .on('UnreadableLines_Query', () => ({ unreadableLines: connectionOf([]) }))
    .on('SourceTokenRotate_Mutation', () => {
      state.sources = sources.map(source => ({ ...source, ...('type' in source && source.type === 'JSON' && { hasToken: true }) }))
      return { sourceTokenRotate: { source: buildJson({ hasToken: true }), url: URL_ONCE, userErrors: [] } }
    })
  return { ...renderPage(<SourcesPage />, { api, ...(permissions ? { viewer: { permissions } } : {}) }), state }
}

describe('a source of JSON events', () => {
  it('is made beside the one of firewalls, without what is only theirs', async () => {
    const { user, api, state } = setUp([buildSource()])
    api.on('SourceCreate_Mutation', () => {
      state.sources = [buildSource(), buildJson()]
      return { sourceCreate: { source: buildJson(), userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Add' }))
    const panel = within(await screen.findByRole('dialog', { name: 'New Source' }))
    expect(
      within(panel.getByLabelText('Type'))
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual(['JSON events'])
    expect(panel.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('JSON events')
    expect(panel.queryByLabelText('Enable WildFire API')).toBeNull()
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/It has no URL yet/)).toBeTruthy()
    expect(api.calls('SourceCreate_Mutation')).toMatchObject([{ input: { type: 'JSON', name: 'JSON events' } }])
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add' }).disabled).toBe(true))
  })

  it('takes its name from its type until somebody types another', async () => {
    const { user } = setUp([])
    await user.click(await screen.findByRole('button', { name: 'Add' }))
    const panel = within(await screen.findByRole('dialog'))
    await user.selectOptions(panel.getByLabelText('Type'), 'JSON events')
    expect(panel.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('JSON events')
    await user.clear(panel.getByLabelText(/^Name/))
    await user.type(panel.getByLabelText(/^Name/), 'Mine')
    await user.selectOptions(panel.getByLabelText('Type'), 'Palo Alto Networks')
    expect(panel.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Mine')
  })

  it('shows its URL once, with a command that posts an event', async () => {
    const { user } = setUp([buildJson()])
    await user.click(await screen.findByRole('button', { name: 'Make its URL' }))
    expect((await screen.findByLabelText('URL')).textContent).toBe(URL_ONCE)
    expect(screen.getByLabelText('Example').textContent).toContain(`curl '${URL_ONCE}'`)
    expect(screen.getByText(/Copy the URL now/)).toBeTruthy()
  })

  it('asks before the URL that is in use ends', async () => {
    const { user, api } = setUp([buildJson({ hasToken: true })])
    expect(await screen.findByText(/The URL is not shown again/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Make a new URL' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Make a new URL?' }))
    expect(api.calls('SourceTokenRotate_Mutation')).toEqual([])
    await user.click(dialog.getByRole('button', { name: 'Make a new URL' }))
    expect((await screen.findByLabelText('URL')).textContent).toBe(URL_ONCE)
  })

  it('tells its detectors, and nothing of syslog', async () => {
    setUp([buildJson({ hasToken: true, firewalls: connectionOf([buildFirewall({ name: 'ips-1' })]) })])
    expect(await screen.findByRole('region', { name: 'Detectors' })).toBeTruthy()
    expect(screen.queryByText('Waiting for the first line…')).toBeNull()
    expect(screen.queryByText('WildFire API')).toBeNull()
    expect(screen.getByRole('table', { name: 'Fields of an event', hidden: true }).textContent).toContain('link_attribute')
  })

  it('gives nobody a URL who may not change sources', async () => {
    setUp([buildJson()], ['alert:read', 'source:read'])
    expect(await screen.findByText(/It has no URL yet/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /URL/ })).toBeNull()
  })
})
