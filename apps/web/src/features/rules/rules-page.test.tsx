import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { connectionOf } from '../../testing/builders'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { buildMatch, buildRule, buildStats } from '../../testing/rule-builders'
import { RulesPage } from './rules-page'

const apiWith = (rules: object[], awaiting: object[] = []) =>
  createFakeApi()
    .on('RulesPage_Query', () => ({ rules }))
    .on('RulesAwaiting_Query', () => ({ ruleMatchesAwaiting: connectionOf(awaiting) }))

const namesInOrder = () =>
  within(screen.getByRole('table', { name: 'Match conditions' }))
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent)

describe('the rules in order', () => {
  const two = () => [
    buildRule({
      mode: 'ON',
      stats: buildStats({
        matches: 12,
        actions: 9,
        entries: 4,
        timeSpent: 34.2,
        lastMatchAt: new Date(Date.now() - 180_000).toISOString(),
      }),
    }),
    buildRule({
      id: 'rule-2',
      name: 'Close scans',
      position: 2,
      stoppedReason: 'It added 101 entries within an hour',
      stoppedAt: '2026-11-24T02:00:00.000Z',
    }),
  ]

  it('tell what they do, how they are switched, what they did, and which stopped', async () => {
    renderPage(<RulesPage />, { api: apiWith(two()) })
    const row = within(await screen.findByRole('row', { name: /Block attackers/ }))
    expect(row.getByText('When Severity is at least high – Add the attacker to ‘Attackers’')).toBeTruthy()
    expect(row.getByRole<HTMLInputElement>('radio', { name: 'On' }).checked).toBe(true)
    expect(row.getByText('12 matches, 9 actions, +4 on lists')).toBeTruthy()
    for (const text of ['3 min ago', '34 ms']) expect(row.getByText(text)).toBeTruthy()
    expect(screen.getByText('1 rule stopped by itself')).toBeTruthy()
    expect(screen.getByText(/It added 101 entries within an hour/)).toBeTruthy()
  })

  it('are put into another order', async () => {
    const rules = two()
    const api = apiWith(rules).on('RulesReorder_Mutation', () => ({
      rulesReorder: {
        rules: [
          { ...rules[0], position: 2 },
          { ...rules[1], position: 1 },
        ],
        userErrors: [],
      },
    }))
    const { user } = renderPage(<RulesPage />, { api })
    await user.click(await screen.findByRole('button', { name: 'Close scans: do it earlier' }))
    await waitFor(() =>
      expect(namesInOrder()).toEqual([expect.stringMatching(/^1. Close scans/), expect.stringMatching(/^2. Block attackers/)]),
    )
    expect(api.calls('RulesReorder_Mutation')).toEqual([{ input: { ids: ['rule-2', 'rule-1'] } }])
  })

  it('are switched, to log only without a question', async () => {
    const api = apiWith(two()).on('RuleUpdate_Mutation', () => ({
      ruleUpdate: { rule: buildRule({ mode: 'LOG_ONLY', version: 4 }), userErrors: [] },
    }))
    const { user } = renderPage(<RulesPage />, { api })
    const row = within(await screen.findByRole('row', { name: /Block attackers/ }))
    await user.click(row.getByRole('radio', { name: 'Log only' }))
    await waitFor(() => expect(row.getByRole<HTMLInputElement>('radio', { name: 'Log only' }).checked).toBe(true))
    expect(api.calls('RuleUpdate_Mutation')).toEqual([{ input: { id: 'rule-1', expectedVersion: 3, mode: 'LOG_ONLY' } }])
  })

  it('say why one was not switched', async () => {
    const refused = { rule: buildRule(), userErrors: [{ message: 'Its list is gone', field: ['definition'], code: 'INVALID' }] }
    const api = apiWith([buildRule({ mode: 'ON' })]).on('RuleUpdate_Mutation', () => ({ ruleUpdate: refused }))
    const { user } = renderPage(<RulesPage />, { api })
    await user.click(await screen.findByRole('radio', { name: 'Log only' }))
    expect(await screen.findByText('Its list is gone')).toBeTruthy()
  })

  it('are only looked at by those who may not change them', async () => {
    renderPage(<RulesPage />, { api: apiWith(two()), viewer: { permissions: ['rule:read'] } })
    await screen.findByRole('row', { name: /Block attackers/ })
    for (const name of ['Import', 'Block attackers: do it later']) expect(screen.queryByRole('button', { name })).toBeNull()
    expect(screen.queryByRole('link', { name: 'Add' })).toBeNull()
    expect(screen.getAllByRole<HTMLInputElement>('radio').every(({ disabled }) => disabled)).toBe(true)
  })
})

describe('approvals', () => {
  const awaiting = buildMatch({
    state: 'AWAITING_APPROVAL',
    outcomes: [{ action: 'Add the attacker to ‘Attackers’', state: 'AWAITING_APPROVAL', message: null }],
  })

  it('are given to one or many at once', async () => {
    const waiting = [awaiting, buildMatch({ ...awaiting, id: 'match-2', ruleName: 'Close scans' })]
    const api = apiWith([buildRule()], waiting).on('RuleMatchDecide_Mutation', () => {
      waiting.length = 0
      return { ruleMatchDecide: { matches: [], userErrors: [] } }
    })
    const { user } = renderPage(<RulesPage />, { api })
    await screen.findByRole('heading', { name: '2 matches await approval' })
    await user.click(screen.getByRole('checkbox', { name: 'Choose the match of Close scans' }))
    await user.click(screen.getByRole('checkbox', { name: 'All' }))
    await user.click(screen.getByRole('button', { name: 'Approve 2' }))
    await waitFor(() => expect(screen.queryByRole('table', { name: 'Awaiting approval' })).toBeNull())
    expect(api.calls('RuleMatchDecide_Mutation')).toEqual([{ input: { ids: ['match-1', 'match-2'], approve: true } }])
  })

  it('are not offered to those who may not', async () => {
    renderPage(<RulesPage />, { api: apiWith([], [awaiting]), viewer: { permissions: ['rule:read'] } })
    expect(await screen.findByText('An analyst can decide.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull()
  })
})

describe('rules as a file', () => {
  it('are read in, and stay off', async () => {
    const rules: object[] = []
    const api = apiWith(rules).on('RulesImport_Mutation', () => {
      rules.push(buildRule())
      return { rulesImport: { rules, userErrors: [] } }
    })
    const { user, container } = renderPage(<RulesPage />, { api })
    expect(await screen.findByText('No match condition yet')).toBeTruthy()
    const content = { format: 'sallyport-rules', version: 1, rules: [{ name: 'Block attackers' }] }
    const file = new File([JSON.stringify(content)], 'rules.json', { type: 'application/json' })
    await user.upload(container.querySelector('input[type=file]') as HTMLInputElement, file)
    expect(await screen.findByText('1 rule imported')).toBeTruthy()
    expect(await screen.findByRole('row', { name: /Block attackers/ })).toBeTruthy()
    expect(api.calls('RulesImport_Mutation')).toEqual([{ input: { rules: content } }])
  })

  it('are refused with a word when they are none', async () => {
    const { user, container } = renderPage(<RulesPage />, { api: apiWith([]) })
    await screen.findByText('No match condition yet')
    await user.upload(
      container.querySelector('input[type=file]') as HTMLInputElement,
      new File(['<a>'], 'x.json', { type: 'application/json' }),
    )
    expect(await screen.findByText('x.json is not a JSON file of rules.')).toBeTruthy()
  })

  it('are written out', async () => {
    const saved: Blob[] = []
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => (saved.push(blob), 'blob:x'), revokeObjectURL: () => {} }))
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    const api = apiWith([buildRule()]).on('RulesExport_Query', () => ({ rulesExport: { format: 'sallyport-rules', rules: [] } }))
    const { user } = renderPage(<RulesPage />, { api })
    await user.click(await screen.findByRole('button', { name: 'Export' }))
    await waitFor(() => expect(saved.length).toBe(1))
    vi.unstubAllGlobals()
  })
})
