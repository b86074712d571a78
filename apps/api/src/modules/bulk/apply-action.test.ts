import { expect, it } from 'vitest'
import { actorOf } from '../../../../../test/support/graphql.js'
import { UserFaultsError } from '../../platform/errors.js'
import type { IncidentRow, IncidentService } from '../incidents/index.js'
import { applyAction } from './apply-action.js'

it('assigns person and team though somebody changes it between, and knows what it would be without that', async () => {
  const row = (given: Partial<IncidentRow>) => ({ id: '1', ...given }) as IncidentRow
  const acknowledgedAt = new Date('2026-03-04T12:00:00Z')
  const before = row({ version: 1, state: 'NEW', assigneeId: null, acknowledgedAt: null, title: 'Beacon' })
  const assigned = row({ version: 2, state: 'ASSIGNED', assigneeId: 'ann', acknowledgedAt, title: 'Beacon' })
  const renamed = { ...assigned, version: 3, title: 'Beacon, ours', acknowledgedAt: new Date(acknowledgedAt) }
  const given = { ...renamed, version: 4, teamId: 7 }
  const service = {
    assign: async () => ({ before, after: assigned, changed: true }),
    edit: async (_actor: unknown, { expectedVersion }: { expectedVersion: number }) => {
      if (expectedVersion === 3) return { before: renamed, after: given, changed: true }
      throw new UserFaultsError([{ code: 'CONFLICT', message: 'It was changed', field: null }], renamed)
    },
  } as unknown as IncidentService
  expect(await applyAction(service, actorOf('ANALYST'), { kind: 'ASSIGN', assigneeId: 'ann', teamId: 7 }, before)).toEqual({
    before: { ...renamed, state: 'NEW', assigneeId: null, acknowledgedAt: null },
    after: given,
    changed: true,
  })
})
