import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildFirewall, buildHealth, buildIngestStatus, buildSource, connectionOf } from '../../testing/builders'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { SourcesPage } from './sources-page'

interface Given {
  sources?: object[]
  ingestStatus?: object
  permissions?: readonly string[]
  lines?: object[]
}

const setUp = ({ sources = [], ingestStatus = buildIngestStatus(), permissions, lines = [] }: Given = {}) => {
  const state = { sources, ingestStatus }
  const api = createFakeApi()
    .on('SourcesPage_Query', () => state)
    .on('UnreadableLines_Query', () => ({ unreadableLines: connectionOf(lines) }))
  return { ...renderPage(<SourcesPage />, { api, ...(permissions ? { viewer: { permissions } } : {}) }), state }
}

const READ_ONLY = ['alert:read', 'incident:read', 'source:read']
const waiting = (outcomes: object[] = []) =>
  buildSource({
    health: buildHealth({ firstAlertAt: null, lastAlertAt: null, alertCount: '0', alertsPerMinute: Array(60).fill(0), outcomes }),
  })

describe('without a source', () => {
  it('offers to create it', async () => {
    const { user } = setUp()
    await user.click(await screen.findByRole('button', { name: 'Create the source' }))
    expect(await screen.findByRole('dialog', { name: 'New Source' })).toBeTruthy()
  })

  it('tells of lines that arrive all the same', async () => {
    setUp({ ingestStatus: buildIngestStatus({ linesWithoutSource: '1284' }) })
    expect(await screen.findByText('1,284 lines arrived that no source takes')).toBeTruthy()
  })

  it('offers nothing to somebody who may not create it', async () => {
    setUp({ permissions: READ_ONLY })
    expect(await screen.findByText('An administrator can create it.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Add|Create/ })).toBeNull()
  })

  it('creates it with the fields of the panel and then waits for the first line', async () => {
    const { user, api, state } = setUp()
    api.on('SourceCreate_Mutation', () => {
      state.sources = [waiting()]
      return { sourceCreate: { source: waiting(), userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Add' }))
    const panel = within(await screen.findByRole('dialog'))
    await user.clear(panel.getByLabelText(/^Name/))
    await user.type(panel.getByLabelText(/^Name/), 'Edge')
    await user.click(panel.getByLabelText('Enable WildFire API'))
    await user.type(panel.getByLabelText('API Key'), 'key-1')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Waiting for the first line…')).toBeTruthy()
    const [{ input } = {}] = api.calls('SourceCreate_Mutation') as [{ input: object }]
    expect(input).toMatchObject({
      type: 'PALO_ALTO_NETWORKS',
      name: 'Edge',
      linkEvents: true,
      wildfireApiEnabled: true,
      wildfireApiKey: 'key-1',
    })
  })

  it('says beside the field what the server refuses, and keeps what was entered', async () => {
    const { user, api } = setUp()
    api.on('SourceCreate_Mutation', () => ({
      sourceCreate: {
        source: null,
        userErrors: [
          { message: 'This name is taken', field: ['name'], code: 'TAKEN' },
          { message: 'There is one already', field: null, code: 'TAKEN' },
        ],
      },
    }))
    await user.click(await screen.findByRole('button', { name: 'Add' }))
    const panel = within(await screen.findByRole('dialog'))
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect((await panel.findByRole('alert')).textContent).toBe('There is one already')
    expect(panel.getByText('This name is taken')).toBeTruthy()
    expect(panel.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Palo Alto Networks')
  })
})

describe('with a source that has no alert yet', () => {
  it('shows the commands with the address and port really used', async () => {
    setUp({ sources: [waiting()] })
    expect(await screen.findByText('Waiting for the first line…')).toBeTruthy()
    expect(screen.getByText(/server Sallyport server 192\.0\.2\.1/).textContent).toContain('server Sallyport port 5514')
  })

  it('tells lines that are no alerts from no lines at all', async () => {
    setUp({ sources: [waiting([{ outcome: 'SET_ASIDE', detail: 'TRAFFIC', count: '77' }])] })
    expect(await screen.findByText(/Lines arrive, but none is an alert yet/)).toBeTruthy()
    expect(screen.getByText('TRAFFIC 77')).toBeTruthy()
  })

  it('goes over to the health by itself when the first alert arrives', async () => {
    const { api } = setUp({ sources: [waiting()] })
    await screen.findByText('Waiting for the first line…')
    await waitFor(() => expect(api.opened('SourcesPage_Subscription')).toBe(1))
    await api.emit('SourcesPage_Subscription', {
      sourceHealthChanged: { sources: [buildSource({ firewalls: connectionOf([buildFirewall()]) })], ingestStatus: buildIngestStatus() },
    })
    expect(await screen.findByRole('rowheader', { name: /fw-edge-1/ })).toBeTruthy()
    expect(screen.queryByText('Waiting for the first line…')).toBeNull()
  })

  it('offers only transports that are listened on', async () => {
    setUp({ sources: [waiting()] })
    await screen.findByText('Waiting for the first line…')
    expect(screen.getByLabelText<HTMLInputElement>('SSL').disabled).toBe(true)
    expect(screen.getByLabelText<HTMLInputElement>('TCP').disabled).toBe(false)
  })
})

describe('with a source that has alerts', () => {
  it('has no second source of a type to add', async () => {
    setUp({ sources: [buildSource(), buildSource({ id: 'source-2', type: 'JSON' })] })
    expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Add' })).disabled).toBe(true)
  })

  it('shows what each firewall tells and what is wrong with it', async () => {
    const firewall = buildFirewall({
      clockSkewMs: -95_000,
      sequenceGaps: '4',
      sequenceMissing: '120',
      timeZone: 'America/New_York',
      outcomes: [{ outcome: 'UNREADABLE', detail: 'TOO_FEW_FIELDS', count: '2' }],
    })
    setUp({ sources: [buildSource({ firewalls: connectionOf([firewall]) })] })
    const row = within(await screen.findByRole('row', { name: /fw-edge-1/ }))
    for (const text of [
      '007051000111',
      '192.0.2.11',
      'PAN-OS 10.1, 117 fields',
      '44,000',
      '4 gaps',
      '120 missing',
      'clock is 1 min ahead',
      'America/New_York',
      '2 unreadable',
    ])
      expect(row.getByText(text)).toBeTruthy()
  })

  it('shows listeners that took another port or none', async () => {
    setUp({ sources: [buildSource()] })
    expect(await screen.findByText('0.0.0.0:5514')).toBeTruthy()
    expect(screen.getByText('Port 6514 is in use.')).toBeTruthy()
  })

  it('keeps the steps for further firewalls at hand, folded', async () => {
    const { user } = setUp({ sources: [buildSource()] })
    const toggle = await screen.findByRole('button', { name: 'Show the steps' })
    expect(toggle.getAttribute('aria-expanded')).toBe('false')
    await user.click(toggle)
    expect(await screen.findByRole('button', { name: 'Copy all commands' })).toBeTruthy()
  })

  it('offers unreadable lines that arrive, and moves nothing before it is asked to', async () => {
    const outcomes = (count: string) => buildIngestStatus({ outcomes: [{ outcome: 'UNREADABLE', detail: 'EMPTY', count }] })
    const { user, api } = setUp({ sources: [buildSource()], ingestStatus: outcomes('3') })
    await screen.findByText('Every line could be read.')
    await waitFor(() => expect(api.opened('SourcesPage_Subscription')).toBe(1))
    await api.emit('SourcesPage_Subscription', { sourceHealthChanged: { sources: [buildSource()], ingestStatus: outcomes('5') } })
    const before = api.calls('UnreadableLines_Query').length
    await user.click(await screen.findByRole('button', { name: 'Show 2 new' }))
    await waitFor(() => expect(api.calls('UnreadableLines_Query')).toHaveLength(before + 1))
    expect(await screen.findByRole('button', { name: 'Refresh' })).toBeTruthy()
  })

  it('has no controls for somebody who may only read', async () => {
    setUp({ sources: [buildSource({ firewalls: connectionOf([buildFirewall()]) })], permissions: READ_ONLY })
    await screen.findByRole('row', { name: /fw-edge-1/ })
    for (const name of [/Edit/, /Delete/, /Add/, /test alert/, /Read again/]) expect(screen.queryByRole('button', { name })).toBeNull()
    expect(screen.queryByRole('switch')).toBeNull()
  })

  it('deletes only when its name is typed', async () => {
    const { user, api, state } = setUp({ sources: [buildSource({ version: 7 })] })
    api.on('SourceDelete_Mutation', () => {
      state.sources = []
      return { sourceDelete: { deletedId: 'source-1', userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Delete' }))
    const dialog = within(await screen.findByRole('dialog'))
    const remove = dialog.getByRole<HTMLButtonElement>('button', { name: 'Delete' })
    expect(remove.disabled).toBe(true)
    await user.type(dialog.getByLabelText(/Type its name/), 'Palo Alto Networks')
    await user.click(remove)
    expect(await screen.findByText('No source yet')).toBeTruthy()
    expect(api.calls('SourceDelete_Mutation')).toEqual([
      { input: { id: 'source-1', expectedVersion: 7, confirmName: 'Palo Alto Networks' } },
    ])
  })

  it('tells what another changed meanwhile, and writes over it only when saved again', async () => {
    const { user, api } = setUp({ sources: [buildSource({ version: 1 })] })
    const theirs = buildSource({ version: 2, name: 'Theirs', timeZone: 'Asia/Tokyo' })
    api.on('SourceUpdate_Mutation', ({ input }) =>
      (input as { expectedVersion: number }).expectedVersion === 1
        ? { sourceUpdate: { source: theirs, userErrors: [{ message: 'Changed', field: null, code: 'CONFLICT' }] } }
        : { sourceUpdate: { source: { ...theirs, version: 3, name: 'Mine' }, userErrors: [] } },
    )
    await user.click(await screen.findByRole('button', { name: 'Edit' }))
    const panel = within(await screen.findByRole('dialog'))
    await user.clear(panel.getByLabelText(/^Name/))
    await user.type(panel.getByLabelText(/^Name/), 'Mine')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Taken over from them: Time zone.')).toBeTruthy()
    expect(panel.getByText(/Changed by both: Name\./).textContent).toContain('still here')
    expect(panel.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Mine')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const inputs = api.calls('SourceUpdate_Mutation').map(({ input }) => input)
    expect(inputs[0]).toEqual({ id: 'source-1', expectedVersion: 1, name: 'Mine' })
    expect(inputs[1]).toEqual({ id: 'source-1', expectedVersion: 2, name: 'Mine' })
  })

  it('shows unreadable lines and reads them again', async () => {
    const line = {
      id: 'l1',
      receivedAt: '2026-11-24T03:00:00.000Z',
      sender: '192.0.2.9',
      transport: 'UDP',
      reason: 'UNKNOWN_FORMAT',
      line: 'whatever this is',
    }
    const { user, api } = setUp({ sources: [buildSource()], lines: [line] })
    api.on('UnreadableLinesRetry_Mutation', () => ({
      unreadableLinesRetry: { readAgain: 1, nowAlerts: 1, nowSetAside: 0, stillUnreadable: 0, userErrors: [] },
    }))
    expect(await screen.findByText('whatever this is')).toBeTruthy()
    api.on('UnreadableLines_Query', () => ({ unreadableLines: connectionOf([]) }))
    await user.click(screen.getByRole('button', { name: 'Read again' }))
    expect(await screen.findByText('1 line read again')).toBeTruthy()
    expect(await screen.findByText('Every line could be read.')).toBeTruthy()
  })

  it('sends a test alert and says when it has arrived', async () => {
    const { user, api } = setUp({ sources: [buildSource()] })
    api.on('TestAlert_Cursor_Query', () => ({ alertsCursor: 'c1' }))
    api.on('TestAlert_Mutation', async () => {
      await api.emit('TestAlert_Subscription', {
        alertsAdded: { alerts: [{ id: 'other', sequence: '1' }], cursor: 'c2', resyncRequired: false },
      })
      return { sourceSendTestAlert: { sequence: '99', userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Send a test alert' }))
    expect(await screen.findByText('Sent; waiting until it arrives…')).toBeTruthy()
    await waitFor(() => expect(api.calls('TestAlert_Mutation')).toHaveLength(1))
    await api.emit('TestAlert_Subscription', {
      alertsAdded: { alerts: [{ id: 'mine', sequence: '99' }], cursor: 'c3', resyncRequired: false },
    })
    expect((await screen.findByRole('link', { name: 'See it' })).getAttribute('href')).toBe('/alerts?alert=mine')
    expect(api.opened('TestAlert_Subscription')).toBe(0)
  })

  it('reads everything again when the connection is back', async () => {
    const { api, state } = setUp({ sources: [buildSource()] })
    await screen.findByText('12,843', { selector: 'p, div' })
    state.sources = [buildSource({ health: buildHealth({ alertCount: '20000' }) })]
    api.connection.set({ state: 'live', reconnects: 1 })
    expect(await screen.findByText('20,000')).toBeTruthy()
  })
})

it('says why the sources cannot be read, and tries again', async () => {
  const api = createFakeApi().on('SourcesPage_Query', () => {
    throw new Error('The database is away')
  })
  const { user } = renderPage(<SourcesPage />, { api })
  expect((await screen.findByRole('alert')).textContent).toContain('The database is away')
  api
    .on('SourcesPage_Query', () => ({ sources: [], ingestStatus: buildIngestStatus() }))
    .on('UnreadableLines_Query', () => ({ unreadableLines: connectionOf([]) }))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('No source yet')).toBeTruthy()
})
