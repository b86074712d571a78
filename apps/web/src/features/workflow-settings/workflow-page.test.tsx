import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { userOf } from '../../testing/alert-builders'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { WorkflowPage } from './workflow-page'

const NIGHT = { __typename: 'Team', id: 'team-1', name: 'Night shift', version: 3, members: [userOf('erik')] }

const value = (field: string, name: string, position: number, retired = false) => ({
  id: `${field}-${name}`,
  field,
  value: name,
  position,
  retired,
})

function setUp(permissions?: readonly string[]) {
  const server = {
    teams: [NIGHT],
    fieldValues: [
      value('CLASSIFICATION', 'Malware', 0),
      value('CLASSIFICATION', 'Phishing', 1),
      value('CLASSIFICATION', 'Old', 0, true),
      value('DISPOSITION', 'True positive', 0),
    ],
    targets: [
      { severity: 'CRITICAL', acknowledgeMinutes: 15 as number | null, closeMinutes: 240 as number | null },
      { severity: 'LOW', acknowledgeMinutes: null, closeMinutes: null },
    ],
  }
  const api = createFakeApi()
    .on('WorkflowSettings_Query', () => ({ ...server }))
    .on('TeamPeople_Query', () => ({
      users: { nodes: [userOf('anna'), userOf('erik'), { ...userOf('gone'), disabled: true }], pageInfo: { hasNextPage: false } },
    }))
    .on('FieldValuesSet_Mutation', ({ input }) => {
      const { field, values } = input as { field: string; values: string[] }
      const others = server.fieldValues.filter(other => other.field !== field)
      const retired = server.fieldValues.filter(other => other.field === field && !values.includes(other.value))
      server.fieldValues = [
        ...others,
        ...values.map((name, position) => value(field, name, position)),
        ...retired.map(other => ({ ...other, retired: true })),
      ]
      return { fieldValuesSet: { fieldValues: server.fieldValues.filter(other => other.field === field), userErrors: [] } }
    })
    .on('TargetsSet_Mutation', ({ input }) => {
      server.targets = (input as { targets: typeof server.targets }).targets
      return { targetsSet: { targets: server.targets, userErrors: [] } }
    })
  return { ...renderPage(<WorkflowPage />, { api, ...(permissions && { viewer: { permissions } }) }), server, api }
}

describe('teams', () => {
  it('are made with members', async () => {
    const { user, api, server } = setUp()
    const made = { __typename: 'Team', id: 'team-2', name: 'Day shift', version: 1, members: [userOf('anna')] }
    api.on('TeamCreate_Mutation', () => {
      server.teams = [made, NIGHT]
      return { teamCreate: { team: made, userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Add team' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'New team' }))
    await user.click(dialog.getByRole('button', { name: 'Add team' }))
    expect(dialog.getByText('Give it a name')).toBeTruthy()
    await user.type(dialog.getByLabelText('Name'), ' Day shift ')
    await user.click(dialog.getByRole('combobox', { name: 'Members' }))
    expect(screen.queryByRole('option', { name: 'gone', hidden: true })).toBeNull()
    await user.click(await screen.findByRole('option', { name: 'anna', hidden: true }))
    await user.click(dialog.getByRole('button', { name: 'Add team' }))
    const table = within(await screen.findByRole('table', { name: 'Teams' }))
    expect((await table.findByRole('row', { name: /Day shift/ })).textContent).toContain('anna')
    expect(api.calls('TeamCreate_Mutation')).toEqual([{ input: { name: 'Day shift', memberIds: ['user-anna'] } }])
  })

  it('say beside the name that it is taken', async () => {
    const { user, api } = setUp()
    api.on('TeamUpdate_Mutation', () => ({
      teamUpdate: { team: null, userErrors: [{ message: 'There is such a team', field: ['name'], code: 'TAKEN' }] },
    }))
    await user.click(await screen.findByRole('button', { name: 'Edit Night shift' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Team Night shift' }))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await dialog.findByText('There is such a team')).toBeTruthy()
  })

  it('that somebody else changed meanwhile show both versions, and mine can be kept', async () => {
    const { user, api, server } = setUp()
    api.on('TeamUpdate_Mutation', ({ input }) => {
      const { expectedVersion, name } = input as { expectedVersion: number; name: string }
      if (expectedVersion !== 4) {
        server.teams = [{ ...NIGHT, version: 4, name: 'Late shift', members: [userOf('erik'), userOf('anna')] }]
        return { teamUpdate: { team: server.teams[0], userErrors: [{ message: 'Changed', field: null, code: 'CONFLICT' }] } }
      }
      server.teams = [{ ...NIGHT, version: 5, name }]
      return { teamUpdate: { team: server.teams[0], userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Edit Night shift' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.clear(dialog.getByLabelText('Name'))
    await user.type(dialog.getByLabelText('Name'), 'Graveyard{Enter}')
    const both = await dialog.findByRole('group', { name: 'Both versions' })
    expect(both.textContent).toContain('Theirs: Late shift, erik, anna')
    expect(dialog.getByLabelText<HTMLInputElement>('Name').value).toBe('Graveyard')
    await user.click(within(both).getByRole('button', { name: 'Keep mine' }))
    expect(await screen.findByRole('row', { name: /Graveyard/ })).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(api.calls('TeamUpdate_Mutation').map(({ input }) => input)).toEqual([
      { id: 'team-1', expectedVersion: 3, name: 'Graveyard', memberIds: ['user-erik'] },
      { id: 'team-1', expectedVersion: 4, name: 'Graveyard', memberIds: ['user-erik'] },
    ])
  })

  it('take theirs into the form, which is saved from there', async () => {
    const { user, api } = setUp()
    const theirs = { ...NIGHT, version: 4, name: 'Late shift' }
    api.on('TeamUpdate_Mutation', () => ({
      teamUpdate: { team: theirs, userErrors: [{ message: 'Changed', field: null, code: 'CONFLICT' }] },
    }))
    await user.click(await screen.findByRole('button', { name: 'Edit Night shift' }))
    const dialog = within(await screen.findByRole('dialog'))
    await user.type(dialog.getByLabelText('Name'), '!{Enter}')
    await user.click(await dialog.findByRole('button', { name: 'Take theirs' }))
    expect(dialog.getByLabelText<HTMLInputElement>('Name').value).toBe('Late shift')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(api.calls('TeamUpdate_Mutation').at(-1)).toMatchObject({ input: { expectedVersion: 4, name: 'Late shift' } }),
    )
  })

  it('are deleted after asking, on what is there by then', async () => {
    const { user, api, server } = setUp()
    api.on('TeamDelete_Mutation', ({ input }) => {
      if ((input as { expectedVersion: number }).expectedVersion !== 4) {
        server.teams = [{ ...NIGHT, version: 4, name: 'Late shift' }]
        return { teamDelete: { deletedId: null, userErrors: [{ message: 'Somebody changed it', field: null, code: 'CONFLICT' }] } }
      }
      server.teams = []
      return { teamDelete: { deletedId: 'team-1', userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Delete Night shift' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Night shift?' }))
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    expect((await dialog.findByRole('alert')).textContent).toBe('Somebody changed it')
    expect(await screen.findByRole('dialog', { name: 'Delete Late shift?' })).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText(/No team yet/)).toBeTruthy()
  })
})

describe('field values', () => {
  const shown = () =>
    within(screen.getByRole('list', { name: 'Classifications' }))
      .queryAllByRole('listitem')
      .map(item => item.textContent)

  it('are added, moved, retired and brought back, in their order', async () => {
    const { user, api } = setUp()
    await user.type(await screen.findByRole('textbox', { name: 'Add to classifications' }), ' Scan {Enter}')
    await waitFor(() => expect(shown()).toEqual(['MalwareRetire', 'PhishingRetire', 'ScanRetire']))
    await user.click(screen.getByRole('button', { name: 'Move Scan up' }))
    await waitFor(() => expect(shown()).toEqual(['MalwareRetire', 'ScanRetire', 'PhishingRetire']))
    await user.click(screen.getByRole('button', { name: 'Retire Malware' }))
    await waitFor(() => expect(shown()).toEqual(['ScanRetire', 'PhishingRetire']))
    await user.click(screen.getByText(/^Retired \(2\)/))
    await user.click(screen.getByRole('button', { name: 'Bring back Old' }))
    await waitFor(() => expect(shown()).toEqual(['ScanRetire', 'PhishingRetire', 'OldRetire']))
    expect(api.calls('FieldValuesSet_Mutation').map(({ input }) => (input as { values: string[] }).values)).toEqual([
      ['Malware', 'Phishing', 'Scan'],
      ['Malware', 'Scan', 'Phishing'],
      ['Scan', 'Phishing'],
      ['Scan', 'Phishing', 'Old'],
    ])
  })

  it('keep what another administrator added meanwhile', async () => {
    const { user, api, server } = setUp()
    await screen.findByRole('button', { name: 'Retire Malware' })
    server.fieldValues = [...server.fieldValues, value('CLASSIFICATION', 'Theirs', 2)]
    await user.click(screen.getByRole('button', { name: 'Retire Malware' }))
    await waitFor(() => expect(shown()).toEqual(['PhishingRetire', 'TheirsRetire']))
    expect(api.calls('FieldValuesSet_Mutation')).toEqual([{ input: { field: 'CLASSIFICATION', values: ['Phishing', 'Theirs'] } }])
  })

  it('keep what was typed when it is refused', async () => {
    const { user, api } = setUp()
    api.on('FieldValuesSet_Mutation', () => ({
      fieldValuesSet: { fieldValues: [], userErrors: [{ message: 'One value is there twice', field: ['values'], code: 'INVALID' }] },
    }))
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Add to classifications' })
    await user.type(field, 'malware{Enter}')
    expect((await screen.findByRole('alert')).textContent).toBe('One value is there twice')
    expect(field.value).toBe('malware')
  })
})

describe('targets', () => {
  const cell = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

  it('are shown and written in words, and only what was changed is', async () => {
    const { user, api, server } = setUp()
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Time to open critical' })).value).toBe('15 min')
    expect(cell('Time to close critical').value).toBe('4 h')
    expect(cell('Time to open low').value).toBe('none')
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save targets' }).disabled).toBe(true)
    await user.clear(cell('Time to open low'))
    await user.type(cell('Time to open low'), '120')
    await user.tab()
    expect(cell('Time to open low').value).toBe('2 h')
    await user.clear(cell('Time to close critical'))
    server.targets = [{ severity: 'CRITICAL', acknowledgeMinutes: 30, closeMinutes: 240 }, server.targets[1]!]
    await user.click(screen.getByRole('button', { name: 'Save targets' }))
    await waitFor(() => expect(cell('Time to open critical').value).toBe('30 min'))
    expect(cell('Time to close critical').value).toBe('none')
    expect(api.calls('TargetsSet_Mutation')).toEqual([
      {
        input: {
          targets: [
            { severity: 'CRITICAL', acknowledgeMinutes: 30, closeMinutes: null },
            { severity: 'LOW', acknowledgeMinutes: 120, closeMinutes: null },
          ],
        },
      },
    ])
  })

  it('that cannot be read are not saved, and can be discarded', async () => {
    const { user, api } = setUp()
    await user.type(await screen.findByRole('textbox', { name: 'Time to open critical' }), ' or so')
    expect(screen.getByText('Write for example 15 min, 4 h, 3 d or none')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save targets' }).disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    expect(cell('Time to open critical').value).toBe('15 min')
    expect(api.calls('TargetsSet_Mutation')).toEqual([])
  })
})

describe('the page', () => {
  it('is nothing for who may not change it', async () => {
    const { api } = setUp(['incident:read'])
    expect(await screen.findByText(/Only administrators/)).toBeTruthy()
    expect(api.calls('WorkflowSettings_Query')).toEqual([])
  })
})
