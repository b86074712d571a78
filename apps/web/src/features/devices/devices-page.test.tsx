import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildDevice, buildFacts, buildMapping, buildRun } from '../../testing/device-builders'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { DevicesPage } from './devices-page'

interface Given {
  devices?: object[]
  pushPaused?: boolean
  permissions?: readonly string[]
}

const FINGERPRINT = Array.from({ length: 32 }, (_, byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':')

const setUp = ({ devices = [], pushPaused = false, permissions }: Given = {}) => {
  const state = { devices, pushPaused }
  const api = createFakeApi()
    .on('DevicesPage_Query', () => state)
    .on('PushStop_Query', () => state)
  return { ...renderPage(<DevicesPage />, { api, ...(permissions ? { viewer: { permissions } } : {}) }), state }
}

const openPanel = async ({ user }: Pick<ReturnType<typeof setUp>, 'user'>) => {
  await user.click(await screen.findByRole('button', { name: 'Add' }))
  return within(await screen.findByRole('dialog', { name: 'New Network Device' }))
}

const fillIn = async ({ user }: Pick<ReturnType<typeof setUp>, 'user'>, panel: Awaited<ReturnType<typeof openPanel>>) => {
  await user.type(panel.getByLabelText(/^Name/), 'fw-edge')
  await user.type(panel.getByLabelText(/^Hostname \/ IP \*/), '192.0.2.1')
  await user.type(panel.getByLabelText(/^Username/), 'sallyport')
  await user.type(panel.getByLabelText(/^Password/), 'secret')
}

describe('the table', () => {
  it('tells of each device what it is, how its mappings stand and what was last done', async () => {
    const mappings = [
      buildMapping('a'),
      buildMapping('b'),
      buildMapping('c', { state: 'FAILED', stateReason: 'no' }),
      buildMapping('d', { state: 'PENDING' }),
    ]
    const run = buildRun(1, { state: 'FAILED', failure: 'LOCKED' })
    setUp({
      devices: [buildDevice({ facts: buildFacts({ missingRights: ['Commit'] }), mappings, paused: true, peerHost: '192.0.2.2' }, [run])],
    })
    const row = within(await screen.findByRole('row', { name: /fw-edge/ }))
    for (const text of [
      'Paused',
      '192.0.2.1',
      'peer 192.0.2.2',
      'PA-440',
      'PAN-OS 11.1.4, HA active',
      'rights missing',
      'When the list changes',
    ])
      expect(row.getByText(text)).toBeTruthy()
    expect(row.getAllByText(/^\d+ (failed|pending|in sync)$/).map(({ textContent }) => textContent)).toEqual([
      '1 failed',
      '1 pending',
      '2 in sync',
    ])
    expect(row.getByText('Somebody holds a lock on the device')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'fw-edge' }).getAttribute('href')).toBe('/devices/device-1')
  })

  it('follows what happens, and asks again for a device that it does not know', async () => {
    const { api, state } = setUp({ devices: [buildDevice()] })
    await screen.findByText('never')
    await waitFor(() => expect(api.opened('DevicesPage_Subscription')).toBe(1))
    await api.emit('DevicesPage_Subscription', {
      enforcementChanged: { lists: [], runs: [], devices: [buildDevice({}, [buildRun(1, { state: 'RUNNING', finishedAt: null })])] },
    })
    expect(await screen.findByText('Running')).toBeTruthy()
    const other = buildDevice({ id: 'device-2', name: 'fw-branch' })
    state.devices = [...state.devices, other]
    await api.emit('DevicesPage_Subscription', { enforcementChanged: { lists: [], runs: [], devices: [other] } })
    expect(await screen.findByRole('link', { name: 'fw-branch' })).toBeTruthy()
  })

  it('offers nothing to somebody who may only read', async () => {
    setUp({ permissions: ['device:read'] })
    expect(await screen.findByText('An administrator can add one.')).toBeTruthy()
    for (const name of [/Add/, /Stop/]) expect(screen.queryByRole('button', { name })).toBeNull()
  })
})

describe('a new device', () => {
  it('is saved with the fields of the panel, and its page opens', async () => {
    const view = setUp()
    const { user, api, router } = view
    api.on('DeviceCreate_Mutation', () => ({ deviceCreate: { device: buildDevice(), userErrors: [] } }))
    const panel = await openPanel(view)
    await fillIn(view, panel)
    await user.selectOptions(panel.getByLabelText('Update this device'), 'Every so many minutes')
    await user.clear(panel.getByLabelText('Minutes'))
    await user.type(panel.getByLabelText('Minutes'), '5')
    await user.selectOptions(panel.getByLabelText('Commit'), 'Inside windows')
    await user.click(panel.getByRole('button', { name: 'Add a window' }))
    await user.click(panel.getByLabelText('Sat'))
    await user.type(panel.getByLabelText('Change ticket'), ' CHG7 ')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/devices/device-1'))
    const [{ input } = {}] = api.calls('DeviceCreate_Mutation')
    expect(input).toMatchObject({
      type: 'PALO_ALTO_NETWORKS',
      name: 'fw-edge',
      host: '192.0.2.1',
      username: 'sallyport',
      password: 'secret',
      schedule: 'INTERVAL',
      intervalMinutes: 5,
      scope: 'VSYS',
      scopeName: 'vsys1',
      commitPolicy: 'WINDOW',
      commitWindows: [{ days: [1, 2, 3, 4, 5, 6], from: '22:00', to: '04:00' }],
      changeTicket: 'CHG7',
      tlsTrust: 'SYSTEM',
    })
  })

  it('is not sent while something is missing, and what the server refuses stands beside the field', async () => {
    const view = setUp()
    const { user, api } = view
    api.on('DeviceCreate_Mutation', () => ({
      deviceCreate: { device: null, userErrors: [{ message: 'This name is taken', field: ['name'], code: 'TAKEN' }] },
    }))
    const panel = await openPanel(view)
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Enter a name')).toBeTruthy()
    expect(api.calls('DeviceCreate_Mutation')).toHaveLength(0)
    await fillIn(view, panel)
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('This name is taken')).toBeTruthy()
  })

  it('shows a certificate that is not trusted, and pins it when a person says that it is the right one', async () => {
    const view = setUp()
    const { user, api } = view
    const answers = [
      {
        ok: false,
        failure: 'TLS_NOT_TRUSTED',
        message: 'self-signed certificate',
        facts: null,
        fingerprint: FINGERPRINT,
        subject: 'CN=fw-1',
      },
      {
        ok: true,
        failure: null,
        message: null,
        facts: buildFacts({ missingRights: ['User-ID Agent'] }),
        fingerprint: FINGERPRINT,
        subject: 'CN=fw-1',
      },
    ]
    api.on('DeviceTest_Mutation', () => ({ deviceTest: { test: answers.shift(), userErrors: [] } }))
    const panel = await openPanel(view)
    await fillIn(view, panel)
    await user.click(panel.getByRole('button', { name: 'Test connection' }))
    expect(await panel.findByText(FINGERPRINT)).toBeTruthy()
    await user.click(panel.getByRole('button', { name: /trust this certificate/ }))
    expect(await panel.findByText('The device answers, but rights are missing')).toBeTruthy()
    for (const text of ['PA-440', '021201000001', '11.1.4', 'active', 'User-ID Agent']) expect(panel.getByText(text)).toBeTruthy()
    expect(panel.getByLabelText<HTMLInputElement>('Fingerprint').value).toBe(FINGERPRINT)
    const [, { input } = {}] = api.calls('DeviceTest_Mutation')
    expect(input).toMatchObject({ tlsTrust: 'PINNED', tlsFingerprint: FINGERPRINT, password: 'secret' })
  })

  it('says why the device could not be asked', async () => {
    const view = setUp()
    const { user, api } = view
    api.on('DeviceTest_Mutation', () => ({
      deviceTest: { test: { ok: false, failure: 'CREDENTIALS', message: 'Invalid Credential', facts: null }, userErrors: [] },
    }))
    const panel = await openPanel(view)
    await user.click(panel.getByRole('button', { name: 'Test connection' }))
    expect(await panel.findByText('The device refuses the user name or password')).toBeTruthy()
    expect(panel.getByText('Invalid Credential')).toBeTruthy()
  })
})

describe('the stop switch', () => {
  it('asks before it stops everything, and before it resumes', async () => {
    const { user, api } = setUp({ devices: [buildDevice()] })
    api.on('PushPause_Mutation', ({ paused }) => ({ pushPause: { paused } }))
    await user.click(await screen.findByRole('button', { name: 'Stop all pushing' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Stop all pushing?' }))
    expect(api.calls('PushPause_Mutation')).toHaveLength(0)
    await user.click(dialog.getByRole('button', { name: 'Stop all pushing' }))
    expect(await screen.findByText('All pushing is stopped')).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.click(screen.getByRole('button', { name: 'Resume pushing' }))
    await user.click(within(await screen.findByRole('dialog', { name: 'Resume pushing?' })).getByRole('button', { name: 'Resume pushing' }))
    expect(await screen.findByRole('button', { name: 'Stop all pushing' })).toBeTruthy()
    expect(api.calls('PushPause_Mutation')).toEqual([{ paused: true }, { paused: false }])
  })

  it('is shown when somebody else stops everything', async () => {
    const { api, state } = setUp({ devices: [buildDevice()] })
    await screen.findByRole('button', { name: 'Stop all pushing' })
    await waitFor(() => expect(api.opened('PushStop_Subscription')).toBe(1))
    state.pushPaused = true
    await api.emit('PushStop_Subscription', { enforcementChanged: { lists: [], runs: [], devices: [{ id: 'device-1' }] } })
    expect(await screen.findByText('All pushing is stopped')).toBeTruthy()
  })
})

it('says why the devices cannot be read, and tries again', async () => {
  const api = createFakeApi()
    .on('PushStop_Query', () => ({ pushPaused: false }))
    .on('DevicesPage_Query', () => {
      throw new Error('The database is away')
    })
  const { user } = renderPage(<DevicesPage />, { api })
  expect((await screen.findByRole('alert')).textContent).toContain('The database is away')
  api.on('DevicesPage_Query', () => ({ devices: [] }))
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('No device yet')).toBeTruthy()
})
