import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { NotificationsPage } from './notifications-page'

const buildDelivery = (given: object = {}) => ({
  id: 'delivery-1',
  title: 'Beacons: Made-up Overflow',
  state: 'SENT',
  attempts: 1,
  error: null,
  createdAt: '2026-11-24T10:00:00.000Z',
  sentAt: '2026-11-24T10:00:01.000Z',
  ...given,
})
const answering = (...nodes: object[]) => ({ edges: [], nodes, pageInfo: { hasNextPage: false } })
const buildChannel = (given: object = {}) => ({
  __typename: 'Channel',
  id: 'channel-1',
  name: 'SOAR',
  kind: 'WEBHOOK',
  enabled: true,
  target: 'https://soar.corp.example/hook',
  hasSecret: true,
  version: 1,
  deliveries: answering(),
  ...given,
})
const MAIL = {
  host: 'mail.corp.example',
  port: 587,
  security: 'STARTTLS',
  username: 'sallyport',
  hasPassword: true,
  from: 'a@corp.example',
}

const setUp = (channels: object[] = [], { mail = null, permissions }: { mail?: object | null; permissions?: readonly string[] } = {}) => {
  const state = { channels, mailSettings: mail }
  const api = createFakeApi()
    .on('Channels_Query', () => ({ channels: state.channels }))
    .on('MailServer_Query', () => ({ mailSettings: state.mailSettings }))
  return { ...renderPage(<NotificationsPage />, { api, ...(permissions && { viewer: { permissions } }) }), state }
}
const enter = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

describe('channels', () => {
  it('show where they go and what became of the last message', async () => {
    setUp([
      buildChannel({ deliveries: answering(buildDelivery()) }),
      buildChannel({ id: 'channel-2', name: 'Chat', kind: 'SLACK', target: '', enabled: false }),
      buildChannel({
        id: 'channel-3',
        name: 'Desk',
        kind: 'EMAIL',
        target: 'soc@corp.example,ann@corp.example',
        deliveries: answering(buildDelivery({ id: 'delivery-3', state: 'FAILED', error: 'No mail server is set', sentAt: null })),
      }),
    ])
    expect((await screen.findByRole('group', { name: 'SOAR' })).textContent).toMatch(/Webhook: https:\/\/soar\.corp\.example\/hook.*Sent/)
    expect(screen.getByRole('group', { name: 'Chat' }).textContent).toMatch(/Off.*its secret URL.*none in 30 days/)
    expect(screen.getByRole('group', { name: 'Desk' }).textContent).toMatch(
      /soc@corp\.example, ann@corp\.example.*Failed.*No mail server is set/,
    )
  })

  it('are added: what each kind asks for, faults beside the field, the secret written only', async () => {
    const { user, api, state } = setUp()
    api.on('ChannelCreate_Mutation', () => {
      state.channels = [buildChannel()]
      return { channelCreate: { channel: buildChannel(), userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Add channel' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'New channel' }))
    expect(dialog.getByLabelText('Addresses')).toBeTruthy()
    await user.selectOptions(dialog.getByLabelText('Kind'), 'Slack or compatible')
    expect(dialog.queryByLabelText('Addresses')).toBeNull()
    await user.selectOptions(dialog.getByLabelText('Kind'), 'Webhook')
    enter(dialog.getByLabelText('URL'), 'soar.corp.example')
    await user.click(dialog.getByRole('button', { name: 'Add channel' }))
    expect(await dialog.findByText('Enter a name')).toBeTruthy()
    expect(dialog.getByText(/^Not a URL/)).toBeTruthy()
    expect(dialog.getByText(/^Enter the key of the signature/)).toBeTruthy()
    expect(api.calls('ChannelCreate_Mutation')).toEqual([])
    enter(dialog.getByLabelText('Name'), ' SOAR ')
    enter(dialog.getByLabelText('URL'), 'https://soar.corp.example/hook')
    enter(dialog.getByLabelText('Key of the signature'), 'a key of the signature')
    await user.click(dialog.getByRole('button', { name: 'Add channel' }))
    expect(await screen.findByRole('group', { name: 'SOAR' })).toBeTruthy()
    const input = {
      kind: 'WEBHOOK',
      name: 'SOAR',
      enabled: true,
      target: 'https://soar.corp.example/hook',
      secret: 'a key of the signature',
    }
    expect(api.calls('ChannelCreate_Mutation')).toEqual([{ input }])
  })

  it('are changed without the secret, and nobody is written over unseen', async () => {
    const { user, api } = setUp([buildChannel()])
    const theirs = buildChannel({ version: 2, target: 'https://soar.corp.example/theirs' })
    api.on('ChannelUpdate_Mutation', ({ input }) => ({
      channelUpdate:
        (input as { expectedVersion: number }).expectedVersion === 1
          ? { channel: theirs, userErrors: [{ message: 'Changed', field: ['expectedVersion'], code: 'CONFLICT' }] }
          : { channel: { ...theirs, version: 3, enabled: false }, userErrors: [] },
    }))
    await user.click(await screen.findByRole('button', { name: 'Edit SOAR' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Channel SOAR' }))
    expect(dialog.getByText(/One is stored, sealed/)).toBeTruthy()
    await user.click(dialog.getByRole('switch', { name: /^Enabled/ }))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect((await dialog.findByRole('group', { name: 'Both versions' })).textContent).toContain('https://soar.corp.example/theirs')
    await user.click(dialog.getByRole('button', { name: 'Take theirs' }))
    await user.click(dialog.getByRole('switch', { name: /^Enabled/ }))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(api.calls('ChannelUpdate_Mutation')).toEqual([
      { input: { id: 'channel-1', expectedVersion: 1, enabled: false } },
      { input: { id: 'channel-1', expectedVersion: 2, enabled: false } },
    ])
  })

  it('are tested: the answer is shown', async () => {
    const { user, api } = setUp([buildChannel()])
    api.on('ChannelTest_Mutation', () => ({ channelTest: { ok: false, message: 'The receiver answered with status 503', userErrors: [] } }))
    await user.click(await screen.findByRole('button', { name: 'Test SOAR' }))
    expect((await screen.findByRole('alert')).textContent).toContain('The receiver answered with status 503')
    api.on('ChannelTest_Mutation', () => ({ channelTest: { ok: true, message: 'The message was taken', userErrors: [] } }))
    await user.click(screen.getByRole('button', { name: 'Test SOAR' }))
    expect(await screen.findByText('A test message went to SOAR')).toBeTruthy()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(api.calls('ChannelTest_Mutation')).toEqual([{ id: 'channel-1' }, { id: 'channel-1' }])
  })

  it('list what they were told, with attempts and errors', async () => {
    const { user, api } = setUp([buildChannel()])
    const nodes = [
      buildDelivery({ id: 'delivery-2', state: 'PENDING', attempts: 3, error: 'The receiver answered with status 503', sentAt: null }),
      buildDelivery(),
    ]
    api.on('ChannelDeliveries_Query', () => ({ node: buildChannel({ deliveries: answering(...nodes) }) }))
    await user.click(await screen.findByRole('button', { name: 'Messages to SOAR' }))
    const rows = within(await screen.findByRole('table', { name: 'Messages' })).getAllByRole('row')
    expect(rows[1]?.textContent).toMatch(/Made-up Overflow.*Trying again.*3.*not yet/)
    expect(rows[2]?.textContent).toContain('The receiver answered with status 503')
    expect(rows[3]?.textContent).toMatch(/Sent.*1/)
  })

  it('are deleted after a question', async () => {
    const { user, api, state } = setUp([buildChannel({ version: 4 })])
    api.on('ChannelDelete_Mutation', () => {
      state.channels = []
      return { channelDelete: { deletedId: 'channel-1', userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Delete SOAR' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete SOAR?' }))
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText(/No channel yet/)).toBeTruthy()
    expect(api.calls('ChannelDelete_Mutation')).toEqual([{ input: { id: 'channel-1', expectedVersion: 4 } }])
  })

  it('offer nothing to change to somebody who may only read', async () => {
    setUp([buildChannel()], { mail: MAIL, permissions: ['channel:read'] })
    await screen.findByRole('group', { name: 'SOAR' })
    expect(await screen.findByText(/mail\.corp\.example, port 587/)).toBeTruthy()
    expect(screen.getAllByRole('button').map(button => button.textContent)).toEqual(['Messages'])
  })

  it('are not asked for by who may not see them', async () => {
    const { api } = setUp([], { permissions: ['alert:read'] })
    expect(await screen.findByText('You may not see channels.')).toBeTruthy()
    expect(api.calls('Channels_Query')).toEqual([])
  })
})

describe('the mail server', () => {
  it('is set: the port follows the security, faults stand beside their field', async () => {
    const { user, api, state } = setUp()
    const saved = { ...MAIL, port: 465, security: 'TLS' }
    api.on('MailSettingsUpdate_Mutation', () => {
      state.mailSettings = saved
      return { mailSettingsUpdate: { mailSettings: saved, userErrors: [] } }
    })
    const server = await screen.findByLabelText('Server')
    await user.selectOptions(screen.getByLabelText('Security'), 'TLS from the start')
    expect(screen.getByLabelText<HTMLInputElement>('Port').value).toBe('465')
    enter(server, ' mail.corp.example ')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Not an address')).toBeTruthy()
    expect(api.calls('MailSettingsUpdate_Mutation')).toEqual([])
    enter(screen.getByLabelText('From'), 'a@corp.example')
    enter(screen.getByLabelText('User name'), 'sallyport')
    enter(screen.getByLabelText('Password'), 'right')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('The mail server was saved')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('')
    expect(await screen.findByText(/One is stored, sealed/)).toBeTruthy()
    const { hasPassword: _, ...settings } = saved
    expect(api.calls('MailSettingsUpdate_Mutation')).toEqual([{ input: { ...settings, password: 'right' } }])
  })

  it('keeps its password unless told otherwise, and says what the server refuses', async () => {
    const { user, api } = setUp([], { mail: MAIL })
    api.on('MailSettingsUpdate_Mutation', () => ({
      mailSettingsUpdate: {
        mailSettings: null,
        userErrors: [{ message: 'Enter the password again', field: ['password'], code: 'INVALID' }],
      },
    }))
    enter(await screen.findByLabelText('Server'), 'other.corp.example')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Enter the password again')).toBeTruthy()
    await user.click(screen.getByLabelText('Remove the stored password'))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const { hasPassword: _, ...settings } = { ...MAIL, host: 'other.corp.example' }
    await waitFor(() =>
      expect(api.calls('MailSettingsUpdate_Mutation')).toEqual([{ input: settings }, { input: { ...settings, password: '' } }]),
    )
  })
})
