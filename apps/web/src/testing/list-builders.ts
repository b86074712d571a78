/** Lists, entries and publishing as the API's schema has them; what a test does not care about is filled in. */

export const buildVersion = (number: number, given: object = {}) => ({
  id: `version-${number}`,
  number,
  state: 'SUPERSEDED',
  entryCount: 10 * number,
  added: 2,
  removed: 1,
  rollbackOf: null,
  createdAt: '2026-11-24T02:00:00.000Z',
  inForceAt: '2026-11-24T02:00:01.000Z',
  decidedBy: null,
  addedEntries: ['203.0.113.1', '203.0.113.2'],
  removedEntries: ['203.0.113.9'],
  ...given,
})

export const buildPublishing = (given: object = {}) => ({
  urls: [
    { format: 'JSON', url: 'https://sallyport.example/edl/path-of-it/block.json', retiresAt: null },
    { format: 'TEXT', url: 'https://sallyport.example/edl/path-of-it/block.txt', retiresAt: null },
  ],
  inForce: buildVersion(41, { state: 'IN_FORCE' }),
  held: null,
  versions: [buildVersion(41, { state: 'IN_FORCE' }), buildVersion(40)],
  fetches: [],
  guardPercent: 30,
  guardEntries: 100,
  aggregate: false,
  trailingSlash: true,
  allowedNetworks: [],
  panosSetCommands: ['configure', 'set external-list "block" type ip url "https://sallyport.example/edl/path-of-it/block.txt"'],
  ...given,
})

export const buildFetch = (given: object = {}) => ({
  credential: null,
  address: '192.0.2.11',
  version: 41,
  status: 200,
  fetchedAt: new Date(Date.now() - 180_000).toISOString(),
  count: '12',
  userAgent: 'PAN-OS/11.0',
  ...given,
})

export const buildList = (given: object = {}) => ({
  __typename: 'List',
  id: 'list-1',
  name: 'Attackers',
  kind: 'ADDRESS',
  description: '',
  defaultTtlSeconds: 2_592_000,
  entryCount: 3,
  revision: '7',
  version: 5,
  createdAt: '2026-11-20T10:00:00.000Z',
  updatedAt: '2026-11-24T02:00:00.000Z',
  published: false,
  publishing: null,
  mappings: [],
  ...given,
})

export const buildEntry = (number: number, given: object = {}) => ({
  __typename: 'ListEntry',
  id: `entry-${number}`,
  value: `203.0.113.${number}`,
  typed: `203.0.113.${number}`,
  reason: 'Brute force',
  cause: 'USER',
  user: { id: 'user-erik', name: 'erik', disabled: false },
  incident: null,
  alert: null,
  addedAt: new Date(Date.UTC(2026, 10, 24, 2, 0, 60 - number)).toISOString(),
  expiresAt: null,
  disabled: false,
  removedAt: null,
  removedBy: null,
  removal: null,
  removalNote: null,
  list: buildList(),
  ...given,
})

export const buildPreview = (verdicts: Readonly<Record<string, number>>, lines: readonly object[] = []) => ({
  counts: Object.entries(verdicts).map(([verdict, count]) => ({ verdict, count })),
  lines,
})
