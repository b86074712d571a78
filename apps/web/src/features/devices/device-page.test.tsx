import { screen, waitFor, within } from '@testing-library/react'
import { PERMISSIONS } from '@sallyport/shared'
import { describe, expect, it } from 'vitest'
import { buildDevice, buildFacts, buildMapping, buildRun } from '../../testing/device-builders'
import { createFakeApi } from '../../testing/fake-api'
import { renderRoutes } from '../../testing/render-app'
import { ViewerProvider } from '../../lib/permissions'
import { DevicePage } from './device-page'

interface Given {
  device?: object
  runs?: object[]
  permissions?: readonly string[]
}

const LISTS = [
  { id: 'list-1', name: 'Attackers', kind: 'ADDRESS', entryCount: 120 },
  { id: 'list-2', name: 'Phishing', kind: 'URL', entryCount: 9 },
  { id: 'list-3', name: 'Bad files', kind: 'FILE_HASH', entryCount: 4 },
]

const setUp = ({ device = {}, runs = [], permissions = PERMISSIONS }: Given = {}) => {
  const state = { device, runs, pushPaused: false }
  const whole = () => ({ device: buildDevice(state.device, state.runs) })
  const api = createFakeApi()
    .on('DevicePage_Query', whole)
    .on('RunHistory_Query', whole)
    .on('PushStop_Query', () => state)
    .on('NewMappingPanel_Query', () => ({ lists: LISTS }))
    .on('RunDetails_Query', ({ id }) => ({ node: state.runs.find(run => (run as { id: string }).id === id) ?? null }))
  const page = (
    <ViewerProvider viewer={{ id: 'viewer', name: 'marta', permissions }}>
      <DevicePage />
    </ViewerProvider>
  )
  const view = renderRoutes(
    [
      { path: '/devices/:deviceId', element: page },
      { path: '/devices', element: <p>all devices</p> },
    ],
    { api, at: '/devices/device-1' },
  )
  return { ...view, state }
}

type View = ReturnType<typeof setUp>

const changed = (event: { devices?: object[]; runs?: object[] }) => ({ enforcementChanged: { lists: [], devices: [], runs: [], ...event } })
const change = (given: object = {}) => ({
  groupName: 'Blocked',
  kind: 'ADDRESS_GROUP',
  add: [],
  remove: [],
  addCount: 0,
  removeCount: 0,
  ...given,
})
const preview = (given: object = {}) => ({
  exists: false,
  foreign: false,
  change: change(),
  failure: null,
  message: null,
  warnings: [],
  ...given,
})

const chooseList = async ({ user }: Pick<View, 'user'>, name: RegExp) => {
  await user.click(screen.getByRole('combobox', { name: /^List/ }))
  await user.click(await screen.findByRole('option', { name, hidden: true }))
}

const openMapping = async (view: View) => {
  const section = within(await screen.findByRole('region', { name: 'List Mappings' }))
  await view.user.click(section.getByRole('button', { name: 'Add' }))
  return within(await screen.findByRole('dialog', { name: 'New Device Mapping' }))
}

describe('the page of a device', () => {
  it('shows what it is and how lists are enforced on it', async () => {
    setUp({
      device: {
        facts: buildFacts(),
        commitPolicy: 'WINDOW',
        changeTicket: 'CHG0012345',
        commitWindows: [{ days: [1, 2, 3, 4, 5], from: '22:00', to: '04:00' }],
        mappings: [
          buildMapping('Blocked'),
          buildMapping('Tagged', {
            kind: 'DYNAMIC_ADDRESS_GROUP',
            state: 'FAILED',
            stateReason: 'The device holds no more',
            entryCount: 950,
            capacity: 1_000,
          }),
        ],
      },
    })
    const details = within(await screen.findByRole('region', { name: 'Device Details' }))
    for (const text of ['Palo Alto Networks', 'Virtual system vsys1', 'Mon–Fri 22:00–04:00 (UTC)', 'CHG0012345', 'PA-440', '021201000001'])
      expect(details.getByText(text)).toBeTruthy()
    expect(within(screen.getByRole('row', { name: /Blocked/ })).getByText('In sync')).toBeTruthy()
    const tagged = within(screen.getByRole('row', { name: /Tagged/ }))
    for (const text of ['Failed', 'The device holds no more', '950 of 1,000', 'Close to the limit of the device'])
      expect(tagged.getByText(text)).toBeTruthy()
    expect(tagged.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('95')
  })

  it('says that the list has gone on since it was in sync', async () => {
    const list = { id: 'list-1', name: 'Attackers', kind: 'ADDRESS', entryCount: 121, revision: '8' }
    setUp({ device: { mappings: [buildMapping('Blocked', { state: 'PENDING', list })] } })
    expect((await screen.findByText(/^revision 7/)).textContent).toContain('the list is at 8')
  })

  it('pushes, and tells why it cannot', async () => {
    const { user, api } = setUp({ device: { mappings: [buildMapping('Blocked')] } })
    api.on('DevicePush_Mutation', () => ({
      devicePush: { run: null, userErrors: [{ message: 'All pushing is paused', field: null, code: 'NOT_ALLOWED_NOW' }] },
    }))
    await user.click(await screen.findByRole('button', { name: 'Push now' }))
    expect(await screen.findByText('All pushing is paused')).toBeTruthy()
  })

  it('pauses and resumes the device', async () => {
    const { user, api } = setUp({ device: { mappings: [buildMapping('Blocked')] } })
    api.on('DevicePause_Mutation', ({ input }) => ({
      devicePause: { device: buildDevice({ paused: (input as { paused: boolean }).paused }), userErrors: [] },
    }))
    await user.click(await screen.findByRole('button', { name: 'Pause device' }))
    expect(await screen.findByText('This device is paused')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Push now' }).disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Resume device' }))
    await waitFor(() => expect(screen.queryByText('This device is paused')).toBeNull())
  })

  it('has no controls for somebody who may only read', async () => {
    setUp({ device: { mappings: [buildMapping('Blocked')] }, permissions: ['device:read', 'list:read'] })
    await screen.findByRole('row', { name: /Blocked/ })
    for (const name of [/Push/, /Preview/, /Pause/, /Add/, /Delete/, /Test/, /menu/])
      expect(screen.queryByRole('button', { name })).toBeNull()
  })

  it('shows what a push would change, mapping by mapping', async () => {
    const { user, api } = setUp({ device: { mappings: [buildMapping('Blocked'), buildMapping('Other')] } })
    api.on('MappingPreview_Mutation', ({ input }) =>
      (input as { groupName: string }).groupName === 'Blocked'
        ? { mappingPreview: { preview: preview({ exists: true, change: change({ add: ['203.0.113.7'], addCount: 1 }) }), userErrors: [] } }
        : { mappingPreview: { preview: preview({ failure: 'UNREACHABLE', message: 'connect ETIMEDOUT', change: null }), userErrors: [] } },
    )
    await user.click(await screen.findByRole('button', { name: 'Preview' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'What a push to fw-edge would change' }))
    expect(await dialog.findByText(/203\.0\.113\.7/)).toBeTruthy()
    expect(await dialog.findByText('The device does not answer')).toBeTruthy()
    expect(api.calls('MappingPreview_Mutation')).toHaveLength(2)
  })

  it('deletes the device and goes back to the others', async () => {
    const { user, api, router } = setUp({ device: { mappings: [buildMapping('Blocked')], version: 4 } })
    api.on('DeviceDelete_Mutation', () => ({ deviceDelete: { deletedId: 'device-1', userErrors: [] } }))
    await user.click(await screen.findByRole('button', { name: 'Device menu' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete fw-edge?' }))
    expect(dialog.getByText(/keeps blocking/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/devices'))
    expect(api.calls('DeviceDelete_Mutation')).toEqual([{ input: { id: 'device-1', expectedVersion: 4 } }])
  })
})

describe('editing the device', () => {
  it('writes only what was changed, and keeps it when somebody else saved meanwhile', async () => {
    const { user, api } = setUp({ device: { version: 1 } })
    const theirs = buildDevice({ version: 2, name: 'theirs', schedule: 'HOURLY' })
    api.on('DeviceUpdate_Mutation', ({ input }) =>
      (input as { expectedVersion: number }).expectedVersion === 1
        ? { deviceUpdate: { device: theirs, userErrors: [{ message: 'Changed', field: null, code: 'CONFLICT' }] } }
        : { deviceUpdate: { device: { ...theirs, version: 3, name: 'mine' }, userErrors: [] } },
    )
    await user.click(await screen.findByRole('button', { name: 'Device menu' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Edit' }))
    const panel = within(await screen.findByRole('dialog', { name: 'Edit Network Device' }))
    expect(panel.getByLabelText<HTMLInputElement>(/^Password/).value).toBe('')
    await user.clear(panel.getByLabelText(/^Name/))
    await user.type(panel.getByLabelText(/^Name/), 'mine')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Taken over from them: Update this device.')).toBeTruthy()
    expect(panel.getByText(/^Changed by both: Name\./)).toBeTruthy()
    await user.click(panel.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(api.calls('DeviceUpdate_Mutation')).toEqual([
      { input: { id: 'device-1', expectedVersion: 1, name: 'mine' } },
      { input: { id: 'device-1', expectedVersion: 2, name: 'mine' } },
    ])
    expect(await screen.findByRole('heading', { name: 'mine' })).toBeTruthy()
  })
})

describe('a new mapping', () => {
  it('names what PAN-OS would not take while it is typed', async () => {
    const view = setUp({ device: { mappings: [buildMapping('Taken')] } })
    const panel = await openMapping(view)
    const name = panel.getByLabelText(/^Group Name/)
    await view.user.type(name, 'a/b')
    expect(await panel.findByText('Only letters, digits, space, _, - and .')).toBeTruthy()
    await view.user.clear(name)
    await view.user.type(name, 'Taken')
    expect(await panel.findByText('Another mapping of this device is called Taken')).toBeTruthy()
  })

  it('offers the kinds that the list can become, and only lists that can become one', async () => {
    const view = setUp()
    const panel = await openMapping(view)
    await view.user.click(panel.getByRole('combobox', { name: /^List/ }))
    expect((await screen.findAllByRole('option', { hidden: true })).map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['Attackers (120)', 'Phishing (9)']),
    )
    expect(screen.queryByRole('option', { name: /Bad files/, hidden: true })).toBeNull()
    await view.user.click(screen.getByRole('option', { name: /Phishing/, hidden: true }))
    const kinds = within(panel.getByLabelText('Kind')).getAllByRole('option')
    expect(kinds.map(({ textContent }) => textContent)).toEqual(['URL category'])
  })

  it('is saved only after the device was looked at, and over a group of others only when that is said expressly', async () => {
    const view = setUp()
    const { user, api } = view
    const foreign = change({ add: ['203.0.113.7'], remove: ['hand-made-host'], addCount: 1, removeCount: 1 })
    api.on('MappingPreview_Mutation', () => ({
      mappingPreview: {
        preview: preview({ exists: true, foreign: true, change: foreign, warnings: ['Uncommitted changes of alice'] }),
        userErrors: [],
      },
    }))
    const mapping = buildMapping('Blocked', { state: 'PENDING', syncedRevision: null, syncedAt: null, entryCount: 0 })
    api.on('MappingCreate_Mutation', () => ({
      mappingCreate: { mapping: { ...mapping, device: buildDevice({ mappings: [mapping] }) }, userErrors: [] },
    }))
    const panel = await openMapping(view)
    expect(panel.queryByRole('button', { name: 'Save' })).toBeNull()
    await chooseList(view, /Attackers/)
    await user.type(panel.getByLabelText(/^Group Name/), 'Blocked')
    await user.click(panel.getByRole('button', { name: 'Look at the device' }))
    expect(await panel.findByText('Blocked is on the device already, and was made by somebody else')).toBeTruthy()
    expect(panel.getByText('Uncommitted changes of alice')).toBeTruthy()
    expect(within(panel.getByRole('list', { name: 'Removed' })).getByText(/hand-made-host/)).toBeTruthy()
    expect(panel.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true)
    await user.click(panel.getByLabelText('Overwrite Blocked'))
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('row', { name: /Blocked.*Pending/ })).toBeTruthy()
    expect(api.calls('MappingCreate_Mutation')).toEqual([
      { input: { deviceId: 'device-1', listId: 'list-1', kind: 'ADDRESS_GROUP', groupName: 'Blocked', overwrite: true } },
    ])
  })

  it('has to be looked at again when it is changed', async () => {
    const view = setUp()
    view.api.on('MappingPreview_Mutation', () => ({ mappingPreview: { preview: preview(), userErrors: [] } }))
    const panel = await openMapping(view)
    await chooseList(view, /Attackers/)
    await view.user.type(panel.getByLabelText(/^Group Name/), 'Blocked')
    await view.user.click(panel.getByRole('button', { name: 'Look at the device' }))
    expect(await panel.findByRole('button', { name: 'Save' })).toBeTruthy()
    await view.user.type(panel.getByLabelText(/^Group Name/), '2')
    expect(await panel.findByRole('button', { name: 'Look at the device' })).toBeTruthy()
    expect(panel.queryByRole('button', { name: 'Save' })).toBeNull()
  })
})

describe('deleting a mapping', () => {
  it.each([
    ['Leave it on the device as it is', false],
    ['Take it off the device', true],
  ])('%s', async (choice, removeFromDevice) => {
    const { user, api, state } = setUp({ device: { mappings: [buildMapping('Blocked')] } })
    api.on('MappingDelete_Mutation', () => {
      state.device = { mappings: [] }
      return { mappingDelete: { deletedId: 'mapping-Blocked', userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Delete the mapping Blocked' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.click(dialog.getByLabelText(choice))
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText(/No list is mapped to this device yet/)).toBeTruthy()
    expect(api.calls('MappingDelete_Mutation')).toEqual([{ input: { id: 'mapping-Blocked', removeFromDevice } }])
  })
})

describe('runs', () => {
  const log = [
    { at: '2026-11-24T03:00:00.000Z', level: 'info', text: 'Connected to fw-1' },
    { at: '2026-11-24T03:00:01.000Z', level: 'warn', text: 'Somebody else removed two members' },
  ]

  it('are listed with cause, counts, duration and commit job, and open to their diff and log', async () => {
    const run = buildRun(1, {
      cause: 'MANUAL',
      user: { id: 'u', name: 'marta', role: 'ANALYST', disabled: false },
      commitJob: '42',
      changes: [change({ add: ['203.0.113.7'], addCount: 1, remove: ['198.51.100.4'], removeCount: 5 })],
      log,
    })
    const { user } = setUp({ runs: [run] })
    const runs = within(await screen.findByRole('table', { name: 'Runs' }))
    for (const text of ['Succeeded', 'By hand', 'marta', '+3 −1', '2.5 s', '12', '42']) expect(runs.getByText(text)).toBeTruthy()
    expect(screen.queryByRole('log')).toBeNull()
    await user.click(runs.getByRole('button', { name: /Details of the run/ }))
    expect(await screen.findByText('Connected to fw-1')).toBeTruthy()
    expect(screen.getByLabelText('Warning')).toBeTruthy()
    expect(within(screen.getByRole('list', { name: 'Removed' })).getByText('… and 4 more')).toBeTruthy()
  })

  it('can be followed while they are at work', async () => {
    const { api, state } = setUp({ device: { mappings: [buildMapping('Blocked')] } })
    await screen.findByText('Nothing was pushed to this device yet.')
    await waitFor(() => expect(api.opened('RunHistory_Subscription')).toBe(1))
    const running = buildRun(1, { state: 'RUNNING', finishedAt: null, log: log.slice(0, 1) })
    state.runs = [running]
    const device = buildDevice({ mappings: [buildMapping('Blocked')], running }, [running])
    await api.emit('DevicePage_Subscription', changed({ devices: [device] }))
    await api.emit('RunHistory_Subscription', changed({ runs: [running] }))
    expect(await screen.findByText(/Pushing \(a list changed\)/)).toBeTruthy()
    expect(await screen.findByText('Connected to fw-1')).toBeTruthy()
    await waitFor(() => expect(api.opened('RunDetails_Subscription')).toBe(1))
    const ended = buildRun(1, { state: 'FAILED', failure: 'COMMIT_FAILED', message: 'Commit job 42 failed', log })
    // This event ends the following: what it has not heard is asked for.
    state.runs = [ended]
    await api.emit('RunHistory_Subscription', changed({ runs: [ended] }))
    await api.emit('DevicePage_Subscription', changed({ devices: [buildDevice({ mappings: [buildMapping('Blocked')] }, [ended])] }))
    expect(await screen.findByText('Somebody else removed two members')).toBeTruthy()
    expect(screen.getByText('The last run failed: The commit failed')).toBeTruthy()
    expect(screen.queryByText(/Pushing \(/)).toBeNull()
  })
})

it('says that there is no such device', async () => {
  const api = createFakeApi().on('DevicePage_Query', () => ({ device: null }))
  renderRoutes(
    [
      {
        path: '/devices/:deviceId',
        element: (
          <ViewerProvider viewer={{ id: 'viewer', name: 'marta', permissions: PERMISSIONS }}>
            <DevicePage />
          </ViewerProvider>
        ),
      },
    ],
    { api, at: '/devices/nope' },
  )
  expect(await screen.findByText('There is no such device')).toBeTruthy()
})
