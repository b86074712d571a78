import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildDirectory, buildPerson, DIRECTORY_PRESETS } from '../../testing/enrichment-builders'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { Directories } from './directories'

const setUp = (directories: object[] = [], permissions?: readonly string[]) => {
  const state = { directories }
  const api = createFakeApi()
    .on('Directories_Query', () => state)
    .on('DirectoryPresets_Query', () => ({ directoryPresets: DIRECTORY_PRESETS }))
  return { ...renderPage(<Directories />, { api, ...(permissions && { viewer: { permissions } }) }), state }
}

const enter = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

const openNew = async ({ user }: Pick<ReturnType<typeof setUp>, 'user'>) => {
  await user.click(await screen.findByRole('button', { name: 'Add a directory' }))
  const panel = within(await screen.findByRole('dialog', { name: 'New Directory' }))
  await panel.findByLabelText('Type')
  return panel
}

const openEdit = async ({ user }: Pick<ReturnType<typeof setUp>, 'user'>) => {
  await user.click(await screen.findByRole('button', { name: 'Edit Corp AD' }))
  const panel = within(await screen.findByRole('dialog', { name: 'Edit Directory' }))
  await panel.findByLabelText('Type')
  return panel
}

const step = (name: string, given: object = {}) => ({ name, ok: true, message: null, milliseconds: 12, ...given })
const tested = (given: object) => ({
  directoryTest: {
    test: { steps: [], filter: null, person: null, attributes: [], certificateFingerprint: null, ...given },
    userErrors: [],
  },
})

describe('directories', () => {
  it('show where they are, whose users they know, and as whom they are asked', async () => {
    setUp([
      buildDirectory(),
      buildDirectory({ id: 'directory-2', name: 'Lab', preset: 'OPENLDAP', bindDn: '', domains: [], enabled: false }),
    ])
    const corp = within(await screen.findByRole('row', { name: /Corp AD/ }))
    for (const text of ['Active Directory', 'ldaps://dc2.corp.example', 'corp, corp.example', 'cn=sallyport,dc=corp,dc=example', 'On'])
      expect(corp.getByText(text)).toBeTruthy()
    const lab = within(screen.getByRole('row', { name: /Lab/ }))
    for (const text of ['OpenLDAP', 'anonymous', 'all others', 'Off']) expect(lab.getByText(text)).toBeTruthy()
  })

  it('offer nothing to somebody who may only read', async () => {
    setUp([buildDirectory()], ['enrichment:read'])
    await screen.findByRole('row', { name: /Corp AD/ })
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('take another: the preset fills in filter and attributes', async () => {
    const view = setUp()
    const { user, api, state } = view
    api.on('DirectoryCreate_Mutation', () => {
      state.directories = [buildDirectory()]
      return { directoryCreate: { directory: buildDirectory(), userErrors: [] } }
    })
    const panel = await openNew(view)
    enter(panel.getByLabelText(/^Name/), 'Corp AD')
    await user.selectOptions(panel.getByLabelText('Type'), 'OpenLDAP')
    enter(panel.getByLabelText(/^Servers/), 'ldap://dc1.corp.example')
    expect(panel.getByText(/travel in the clear/)).toBeTruthy()
    await user.click(panel.getByLabelText(/^StartTLS/))
    expect(panel.queryByText(/travel in the clear/)).toBeNull()
    enter(panel.getByLabelText('Bind DN'), 'cn=sallyport,dc=corp,dc=example')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Enter the password of the bind DN')).toBeTruthy()
    expect(panel.getByText('Enter the base DN')).toBeTruthy()
    enter(panel.getByLabelText('Bind password'), 'secret')
    enter(panel.getByLabelText(/^Base DN/), 'dc=corp,dc=example')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('row', { name: /Corp AD/ })).toBeTruthy()
    const [{ input } = {}] = api.calls('DirectoryCreate_Mutation')
    expect(input).toMatchObject({
      name: 'Corp AD',
      preset: 'OPENLDAP',
      urls: ['ldap://dc1.corp.example'],
      startTls: true,
      bindDn: 'cn=sallyport,dc=corp,dc=example',
      bindPassword: 'secret',
      baseDn: 'dc=corp,dc=example',
      userFilter: '(uid={user})',
      attributes: [{ attribute: 'displayName', name: 'cn' }],
      nestedGroups: false,
    })
  })

  it('are written only where they were changed, and open the section where a fault is', async () => {
    const view = setUp([buildDirectory()])
    const { user, api } = view
    const theirs = buildDirectory({ version: 2, baseDn: 'ou=people,dc=corp,dc=example' })
    api.on('DirectoryUpdate_Mutation', ({ input }) => ({
      directoryUpdate:
        (input as { expectedVersion: number }).expectedVersion === 1
          ? { directory: theirs, userErrors: [{ message: 'Changed', field: ['expectedVersion'], code: 'CONFLICT' }] }
          : { directory: null, userErrors: [{ message: 'Not a filter', field: ['userFilter'], code: 'INVALID' }] },
    }))
    const panel = await openEdit(view)
    enter(panel.getByLabelText(/^Name/), 'Mine')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Taken over from them: Base DN.')).toBeTruthy()
    expect(panel.getByLabelText<HTMLInputElement>(/^Base DN/).value).toBe('ou=people,dc=corp,dc=example')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Not a filter')).toBeTruthy()
    expect(panel.getByRole('button', { name: /^More/ }).getAttribute('aria-expanded')).toBe('true')
    expect(api.calls('DirectoryUpdate_Mutation')).toEqual([
      { input: { id: 'directory-1', expectedVersion: 1, name: 'Mine' } },
      { input: { id: 'directory-1', expectedVersion: 2, name: 'Mine' } },
    ])
  })

  it('are deleted after a question', async () => {
    const { user, api, state } = setUp([buildDirectory()])
    api.on('DirectoryDelete_Mutation', () => {
      state.directories = []
      return { directoryDelete: { deletedId: 'directory-1', userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Delete Corp AD' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText('No directory yet')).toBeTruthy()
  })
})

describe('the test', () => {
  it('tries the settings as they are typed, and shows every step, the filter, the person and what came back', async () => {
    const view = setUp([buildDirectory()])
    const { user, api } = view
    api.on('DirectoryTest_Mutation', () =>
      tested({
        steps: [step('Connect'), step('Bind', { message: 'as cn=sallyport', milliseconds: 7 })],
        filter: '(sAMAccountName=jdoe)',
        person: buildPerson(),
        attributes: [
          { name: 'displayName', value: 'Jane Doe' },
          { name: 'jpegPhoto', value: '(1200 bytes)' },
        ],
      }),
    )
    const panel = await openEdit(view)
    enter(panel.getByLabelText(/^Base DN/), 'ou=people,dc=corp,dc=example')
    await user.click(panel.getByRole('button', { name: 'Test' }))
    expect((await panel.findByRole('alert')).textContent).toBe('Enter a user name')
    await user.type(panel.getByLabelText('Test with the user'), 'jdoe{Enter}')
    const result = within(await panel.findByRole('status', { name: 'Result of the test' }))
    for (const text of ['Connect', 'Bind', '7 ms', 'as cn=sallyport', '(sAMAccountName=jdoe)', '2 attributes came back', '(1200 bytes)'])
      expect(result.getByText(text)).toBeTruthy()
    expect(result.getAllByText('Jane Doe').length).toBeGreaterThan(0)
    expect(result.getByRole('img', { name: 'Photo of Jane Doe' })).toBeTruthy()
    const [{ input } = {}] = api.calls('DirectoryTest_Mutation')
    expect(input).toMatchObject({ id: 'directory-1', user: 'jdoe', baseDn: 'ou=people,dc=corp,dc=example' })
    expect(input).not.toHaveProperty('bindPassword')
    expect(api.calls('DirectoryUpdate_Mutation')).toHaveLength(0)
  })

  it('says at which step it failed, and pins a certificate when a person says that it is the right one', async () => {
    const view = setUp([buildDirectory()])
    const { user, api } = view
    const message = 'self-signed certificate'
    api.on('DirectoryTest_Mutation', () => tested({ steps: [step('TLS', { ok: false, message })], certificateFingerprint: 'AA:BB:CC' }))
    const panel = await openEdit(view)
    await user.type(panel.getByLabelText('Test with the user'), 'jdoe{Enter}')
    expect(await panel.findByText('TLS: failed')).toBeTruthy()
    expect(panel.getByText(message)).toBeTruthy()
    await user.click(panel.getByRole('button', { name: 'It is the same: trust this certificate' }))
    expect(panel.getByLabelText<HTMLTextAreaElement>('Fingerprint').value).toBe('AA:BB:CC')
  })

  it('says beside the field what the server refuses', async () => {
    const view = setUp([buildDirectory()])
    const { user, api } = view
    const refusal = { message: 'Enter the password again: a server is another one', field: ['bindPassword'], code: 'INVALID' }
    api.on('DirectoryTest_Mutation', () => ({ directoryTest: { test: null, userErrors: [refusal] } }))
    const panel = await openEdit(view)
    enter(panel.getByLabelText(/^Servers/), 'ldaps://other.corp.example')
    await user.type(panel.getByLabelText('Test with the user'), 'jdoe{Enter}')
    expect(await panel.findByText(refusal.message)).toBeTruthy()
    await waitFor(() => expect(panel.queryByRole('status', { name: 'Result of the test' })).toBeNull())
  })
})
