/** Match conditions as the API's schema has them; what a test does not care about is filled in. */

import { connectionOf } from './builders'

export const buildDefinition = (given: object = {}) => ({
  sources: [],
  schedule: null,
  condition: { all: [{ field: 'severity', op: 'atLeast', value: 'HIGH' }] },
  actions: [{ do: 'addToList', listId: 'list-1', value: 'ATTACKER' }],
  waitSeconds: 60,
  ...given,
})

export const buildStats = (given: object = {}) => ({
  matches: 0,
  actions: 0,
  entries: 0,
  timeSpent: 0,
  lastMatchAt: null,
  hours: [],
  ...given,
})

export const buildRule = (given: object = {}) => ({
  __typename: 'Rule',
  id: 'rule-1',
  name: 'Block attackers',
  description: '',
  mode: 'OFF',
  position: 1,
  stopAfterMatch: false,
  definition: buildDefinition(),
  maxEntriesPerHour: 100,
  owner: { id: 'user-erik', name: 'erik' },
  stoppedAt: null,
  stoppedReason: null,
  reading: { when: ['Severity is at least high'], then: ['Add the attacker to ‘Attackers’'] },
  version: 3,
  createdAt: '2026-11-20T10:00:00.000Z',
  updatedAt: '2026-11-24T02:00:00.000Z',
  stats: buildStats(),
  ...given,
})

export const buildMatch = (given: object = {}) => ({
  __typename: 'RuleMatch',
  id: 'match-1',
  rule: buildRule(),
  ruleName: 'Block attackers',
  ruleVersion: 3,
  alert: { id: 'alert-1', threatName: 'Brute force', severity: 'HIGH' },
  incident: { id: 'incident-12', number: '12' },
  state: 'DONE',
  matched: [{ path: 'condition.all.0', text: 'Severity is at least high', value: 'HIGH' }],
  outcomes: [{ action: 'Add the attacker to ‘Attackers’', state: 'DONE', message: null }],
  decidedBy: null,
  createdAt: '2026-11-24T02:00:00.000Z',
  finishedAt: '2026-11-24T02:00:01.000Z',
  ...given,
})

export const buildRulePreview = (given: object = {}) => ({
  __typename: 'RulePreview',
  id: 'preview-1',
  state: 'DONE',
  total: 1_000,
  done: 1_000,
  message: null,
  fromTime: '2026-11-23T02:00:00.000Z',
  toTime: '2026-11-24T02:00:00.000Z',
  matches: 20,
  unknown: 0,
  points: [],
  samples: [],
  incidents: 4,
  effects: [],
  warnings: [],
  ...given,
})

export const noMatches = () => connectionOf([])
