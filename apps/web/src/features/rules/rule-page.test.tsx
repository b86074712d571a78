import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import { connectionOf } from '../../testing/builders'
import { createFakeApi } from '../../testing/fake-api'
import { buildList } from '../../testing/list-builders'
import { renderPage } from '../../testing/render-app'
import { buildDefinition, buildMatch, buildRule, buildRulePreview } from '../../testing/rule-builders'
import { NewRulePage, RulePage } from './rule-page'

// jsdom has no sizes, which charts need.
vi.mock('./preview-chart', () => ({ PreviewChart: () => null }))
// Forms of many parts, on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

const page = (
  <Routes>
    <Route path="/rules/new" element={<NewRulePage />} />
    <Route path="/rules/:ruleId" element={<RulePage />} />
  </Routes>
)

const apiWith = (rule: object = buildRule()) =>
  createFakeApi()
    .on('RulePage_Query', () => ({ rule }))
    .on('RuleLists_Query', () => ({ lists: [buildList(), buildList({ id: 'list-2', name: 'Bad URLs', kind: 'URL' })] }))
    .on('RuleSources_Query', () => ({ sources: [{ id: 's', name: 'Edge' }] }))
    .on('RulePeople_Query', () => ({ users: connectionOf([{ id: 'user-erik', name: 'erik', disabled: false }]) }))
    .on('RuleTeams_Query', () => ({ teams: [{ id: 'team-1', name: 'Night shift' }] }))
    .on('RuleFieldValues_Query', () => ({ fieldValues: [] }))
    .on('RuleChannels_Query', () => ({ channels: [] }))
    .on('RuleNetworks_Query', () => ({ namedNetworks: [] }))
    .on('RuleCheck_Query', () => ({ ruleCheck: { faults: [], reading: null } }))

const open = (api = apiWith(), at = '/rules/rule-1', options: object = {}) => renderPage(page, { api, at, ...options })

const conditions = () => screen.getAllByRole('group', { name: 'Condition' }).map(element => within(element))

/** Types the field's name and takes the only one that is left. */
async function chooseField(user: UserEvent, at: number, label: string) {
  const field = conditions()[at]!.getByRole('combobox', { name: 'Field' })
  await user.clear(field)
  await user.paste(label)
  await user.click(await screen.findByRole('option', { name: label }))
}

async function nameIt(user: UserEvent, name: string) {
  await user.clear(await screen.findByRole('textbox', { name: /^Name/ }))
  await user.paste(name)
}

async function addAction(user: UserEvent, name: string) {
  await user.click(screen.getByRole('button', { name: 'Add action' }))
  await user.click(await screen.findByRole('menuitem', { name }))
}

describe('building', () => {
  it('builds a nested rule and saves exactly that', async () => {
    const api = apiWith().on('RuleCreate_Mutation', () => ({ ruleCreate: { rule: buildRule({ id: 'rule-9' }), userErrors: [] } }))
    const { user, router } = open(api, '/rules/new')
    await nameIt(user, 'Foreign logins')
    await user.click(screen.getByRole('button', { name: 'Add group' }))
    await chooseField(user, 1, 'Country of the attacker')
    await user.click(conditions()[1]!.getByRole('combobox', { name: 'Value' }))
    await user.paste('Germany')
    await user.click(await screen.findByRole('option', { name: 'Germany (DE)' }))
    const group = within(screen.getByRole('group', { name: 'At least one of these' }))
    await user.click(group.getByRole('button', { name: 'Add condition' }))
    await chooseField(user, 2, 'Threat id')
    await user.click(conditions()[2]!.getByRole('combobox', { name: 'Value' }))
    await user.paste('40001 40002')
    await user.keyboard('{Enter}')
    await user.click(screen.getAllByRole('button', { name: 'Add condition' }).at(-1)!)
    await chooseField(user, 3, 'Count of alerts')
    await addAction(user, 'Add to a list')
    const adding = within(screen.getByRole('group', { name: 'Add to a list' }))
    expect(adding.queryByRole('option', { name: 'Bad URLs' })).toBeNull()
    await user.selectOptions(adding.getByLabelText('List'), 'Attackers')
    await user.selectOptions(adding.getByLabelText('Expires'), 'after 7 days')
    await user.click(adding.getByRole('button', { name: 'Insert' }))
    await user.click(await screen.findByRole('menuitem', { name: '{threat}' }))
    await user.click(adding.getByLabelText('Ask for approval before'))
    await addAction(user, 'Assign')
    await user.selectOptions(within(screen.getByRole('group', { name: 'Assign' })).getByLabelText('To'), 'Night shift')

    const words = within(screen.getByRole('complementary', { name: 'What the rule says' }))
    expect(words.getByText('Country of the attacker is DE')).toBeTruthy()
    expect(words.getByText('Add the attacker to ‘Attackers’ for 7 days, once somebody agrees')).toBeTruthy()
    expect(words.getByText('Assign the incident to the team Night shift')).toBeTruthy()

    await user.click(screen.getByRole('button', { name: 'Create' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/rules/rule-9'))
    expect(api.calls('RuleCreate_Mutation')).toEqual([
      {
        input: {
          name: 'Foreign logins',
          description: '',
          mode: 'OFF',
          stopAfterMatch: false,
          maxEntriesPerHour: 100,
          definition: {
            sources: [],
            schedule: null,
            condition: {
              all: [
                { field: 'severity', op: 'atLeast', value: 'HIGH' },
                {
                  any: [
                    { field: 'attackerCountry', op: 'is', value: 'DE' },
                    { field: 'threatId', op: 'is', value: [40001, 40002] },
                  ],
                },
                { count: { per: 'attacker', atLeast: 5, windowSeconds: 600 } },
              ],
            },
            actions: [
              { do: 'addToList', value: 'ATTACKER', listId: 'list-1', ttlSeconds: 604_800, reason: '{threat}', approval: true },
              { do: 'assign', teamId: 'team-1' },
            ],
            waitSeconds: 60,
          },
        },
      },
    ])
  })

  it('says what is missing at the part that lacks it, once somebody tries to save', async () => {
    const { user, api } = open(apiWith(), '/rules/new')
    await nameIt(user, 'Unfinished')
    await user.click(screen.getByRole('button', { name: 'Add condition' }))
    await addAction(user, 'Add to a list')
    expect(screen.queryByText('Give a value')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Create' }))
    expect(conditions()[1]!.getByText('Give a value')).toBeTruthy()
    expect(conditions()[0]!.queryByRole('alert')).toBeNull()
    expect(within(screen.getByRole('group', { name: 'Add to a list' })).getByRole('alert').textContent).toContain('Choose a list')
    expect(screen.getByText(/^2 parts must be put right first/)).toBeTruthy()
    expect(api.calls('RuleCreate_Mutation')).toEqual([])
  })

  it('says what the server finds at fault where it is', async () => {
    const api = apiWith(
      buildRule({
        definition: buildDefinition({
          condition: {
            any: [
              { field: 'app', op: 'is', value: 'ssh' },
              { field: 'url', op: 'regex', value: '(a+)+$' },
            ],
          },
        }),
      }),
    ).on('RuleCheck_Query', () => ({
      ruleCheck: { faults: [{ path: ['condition', 'any', '1', 'value'], message: 'It may take too long' }], reading: null },
    }))
    open(api)
    expect(await screen.findByText('It may take too long')).toBeTruthy()
    expect(conditions().map(condition => condition.queryByRole('alert')?.textContent)).toEqual([
      undefined,
      expect.stringContaining('too long'),
    ])
  })

  it('sends only what was changed, with the version it was read at', async () => {
    const saved = buildRule({ version: 4, stopAfterMatch: true })
    const api = apiWith().on('RuleUpdate_Mutation', () => ({ ruleUpdate: { rule: saved, userErrors: [] } }))
    const { user } = open(api)
    await user.click(await screen.findByLabelText('Rules after this one do not see what matched'))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull())
    expect(api.calls('RuleUpdate_Mutation')).toEqual([{ input: { id: 'rule-1', expectedVersion: 3, stopAfterMatch: true } }])
  })

  it('shows both versions when somebody else saved meanwhile, and keeps what was written', async () => {
    const theirs = buildRule({ version: 4, name: 'Block them all', reading: { when: ['Severity is critical'], then: ['Comment'] } })
    const conflict = { rule: theirs, userErrors: [{ message: 'Somebody else changed it', field: null, code: 'CONFLICT' }] }
    const api = apiWith().on('RuleUpdate_Mutation', () => ({ ruleUpdate: conflict }))
    const { user } = open(api)
    await nameIt(user, 'Block attackers soon')
    api.on('RulePage_Query', () => ({ rule: theirs }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(within(await screen.findByRole('region', { name: 'Theirs' })).getByText('Severity is critical')).toBeTruthy()
    expect(within(screen.getByRole('region', { name: 'Yours' })).getByText('Severity is at least high')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Keep mine' }))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Name/ }).value).toBe('Block attackers soon')
    const saved = buildRule({ version: 5, name: 'Block attackers soon' })
    api.on('RuleUpdate_Mutation', () => ({ ruleUpdate: { rule: saved, userErrors: [] } }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() =>
      expect(api.calls('RuleUpdate_Mutation')[1]).toMatchObject({ input: { expectedVersion: 4, name: 'Block attackers soon' } }),
    )
  })

  it('shows the rule to others without a way to change it', async () => {
    open(apiWith(), '/rules/rule-1', { viewer: { permissions: ['rule:read', 'list:read'] } })
    expect(await screen.findByText('Severity is at least high')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Name/ }).matches(':disabled')).toBe(true)
    expect(screen.queryByRole('button', { name: 'Rule menu' })).toBeNull()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'On' }).disabled).toBe(true)
  })
})

it('keeps a new rule while its tabs are looked at', async () => {
  const { user } = open(apiWith(), '/rules/new')
  await nameIt(user, 'Foreign logins')
  await user.click(screen.getByRole('tab', { name: 'JSON' }))
  await user.click(screen.getByRole('tab', { name: 'Builder' }))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Name/ }).value).toBe('Foreign logins')
})

it('begins a copy from another rule', async () => {
  const { user, router } = open(apiWith(buildRule({ maxEntriesPerHour: 7 })))
  await user.click(await screen.findByRole('button', { name: 'Rule menu' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Duplicate' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/rules/new'))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: /^Name/ }).value).toBe('Copy of Block attackers')
  expect(screen.getByLabelText<HTMLInputElement>('Entries an hour').value).toBe('7')
})

describe('the preview', () => {
  const done = buildRulePreview({
    warnings: ['It would add 4,200 entries an hour: more than its limit of 100'],
    points: [{ at: '2026-11-24T01:00:00.000Z', matches: 20 }],
    samples: [
      {
        id: 'alert-1',
        occurredAt: '2026-11-24T01:00:00.000Z',
        severity: 'HIGH',
        threatName: 'Brute force',
        blocked: false,
        source: { address: '203.0.113.7' },
        destination: { address: '192.0.2.5' },
        incident: null,
      },
    ],
    effects: [
      {
        action: 'Add the attacker to ‘Attackers’',
        list: { id: 'list-1', name: 'Attackers' },
        times: 20,
        wouldAdd: 14,
        alreadyListed: 3,
        protected: 1,
        internal: 2,
        invalid: 0,
        values: ['203.0.113.7'],
      },
    ],
  })

  it('is run, shows its progress, and then what would have been done', async () => {
    let preview = buildRulePreview({ state: 'RUNNING', done: 250, matches: 0, incidents: 0 })
    const api = apiWith()
      .on('RulePreviewStart_Mutation', () => ({ rulePreviewStart: { preview, userErrors: [] } }))
      .on('RulePreview_Query', () => ({ rulePreview: preview }))
    const { user } = open(api, '/rules/rule-1?tab=preview')
    await user.selectOptions(await screen.findByLabelText('Alerts of the'), 'last week')
    await user.click(screen.getByRole('button', { name: 'Run preview' }))
    expect(await screen.findByText('250 of 1,000 alerts')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy()
    preview = done
    expect(await screen.findByText('would add 14 (3 already listed, 1 protected, 2 internal)')).toBeTruthy()
    expect(screen.getByText('It would add 4,200 entries an hour: more than its limit of 100')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Brute force' }).getAttribute('href')).toBe('/alerts?alert=alert-1')
    expect(api.calls('RulePreviewStart_Mutation')).toEqual([
      { input: { definition: buildDefinition(), hours: 168, maxEntriesPerHour: 100 } },
    ])
  })

  it('is cancelled', async () => {
    const api = apiWith()
      .on('RulePreviewStart_Mutation', () => ({
        rulePreviewStart: { preview: buildRulePreview({ state: 'RUNNING', done: 1 }), userErrors: [] },
      }))
      .on('RulePreview_Query', () => ({ rulePreview: buildRulePreview({ state: 'RUNNING', done: 1 }) }))
      .on('RulePreviewCancel_Mutation', () => ({
        rulePreviewCancel: { preview: buildRulePreview({ state: 'CANCELLED', done: 1 }), userErrors: [] },
      }))
    const { user } = open(api, '/rules/rule-1?tab=preview')
    await user.click(await screen.findByRole('button', { name: 'Run preview' }))
    await user.click(await screen.findByRole('button', { name: 'Cancel' }))
    expect(await screen.findByText(/^Cancelled after 1 of 1,000 alerts/)).toBeTruthy()
  })

  it('is asked for before a rule that nobody tried is switched on', async () => {
    const rule = buildRule({ definition: buildDefinition({ waitSeconds: 7 }) })
    const api = apiWith(rule).on('RuleUpdate_Mutation', () => ({
      ruleUpdate: { rule: { ...rule, mode: 'ON', version: 4 }, userErrors: [] },
    }))
    const { user } = open(api)
    await user.click(await screen.findByRole('radio', { name: 'On' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Preview first' }))
    expect(await screen.findByRole('button', { name: 'Run preview' })).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'On' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Switch on anyway' }))
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('radio', { name: 'On' }).checked).toBe(true))
    expect(api.calls('RuleUpdate_Mutation')).toEqual([{ input: { id: 'rule-1', expectedVersion: 3, mode: 'ON' } }])
  })
})

describe('what a rule did and said before', () => {
  it('tells matches with their reasons and outcomes', async () => {
    const match = buildMatch({
      outcomes: [{ action: 'Add the attacker to ‘Attackers’', state: 'REFUSED', message: '192.0.2.5 is protected' }],
    })
    const api = apiWith().on('RuleMatches_Query', () => ({ rule: { ...buildRule(), matches: connectionOf([match]) } }))
    open(api, '/rules/rule-1?tab=matches')
    const row = within(await screen.findByRole('row', { name: /Brute force/ }))
    expect(row.getByText('Add the attacker to ‘Attackers’: refused')).toBeTruthy()
    expect(row.getByText('192.0.2.5 is protected')).toBeTruthy()
    expect(row.getByText('Severity is at least high', { exact: false })).toBeTruthy()
    expect(row.getByRole('link', { name: 'INC-12' }).getAttribute('href')).toBe('/incidents/12')
  })

  it('returns to an older version', async () => {
    const version = (number: number, given: object = {}) => ({
      number,
      content: {},
      author: { id: 'user-erik', name: 'erik' },
      returnOf: null,
      createdAt: '2026-11-24T02:00:00.000Z',
      changes: [{ path: 'definition.waitSeconds', before: '60', after: '7' }],
      ...given,
    })
    const api = apiWith()
      .on('RuleVersions_Query', () => ({ rule: { ...buildRule(), versions: connectionOf([version(3), version(2)]) } }))
      .on('RuleReturn_Mutation', () => ({ ruleReturn: { rule: buildRule({ version: 4 }), userErrors: [] } }))
    const { user } = open(api, '/rules/rule-1?tab=versions')
    expect((await screen.findAllByText('definition.waitSeconds')).length).toBe(2)
    await user.click(screen.getByRole('button', { name: 'Return to 2' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Return' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(api.calls('RuleReturn_Mutation')).toEqual([{ input: { id: 'rule-1', expectedVersion: 3, number: 2 } }])
  })

  it('takes written JSON into the builder', async () => {
    const { user } = open(apiWith(), '/rules/rule-1?tab=json')
    const text = await screen.findByRole('textbox', { name: 'Definition' })
    await user.clear(text)
    await user.click(text)
    await user.paste('{ "condition": { "field": "app", "op": "is", "value": 7 }, "actions": [] }')
    expect(screen.getByText('condition.value: Give a text')).toBeTruthy()
    await user.clear(text)
    await user.click(text)
    await user.paste(JSON.stringify(buildDefinition({ condition: { none: [{ field: 'app', op: 'is', value: 'ssh' }] } })))
    await user.click(screen.getByRole('button', { name: 'Take into the builder' }))
    await user.click(screen.getByRole('tab', { name: 'Builder' }))
    expect(await screen.findByRole('group', { name: 'None of these' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy()
  })
})
