/** Objects as the API's schema has them; what a test does not care about is filled in. */

export const buildHealth = (given: object = {}) => ({
  firstAlertAt: '2026-11-20T10:00:00.000Z',
  lastAlertAt: '2026-11-24T03:00:00.000Z',
  alertCount: '12843',
  alertsPerMinute: Array.from({ length: 60 }, (_, minute) => minute % 5),
  outcomes: [{ outcome: 'ALERT', detail: '', count: '12843' }],
  queuedLines: 0,
  spooledBytes: '0',
  spooledBatches: 0,
  ...given,
})

export const buildFirewall = (given: object = {}) => ({
  id: 'firewall-1',
  serial: '007051000111',
  name: 'fw-edge-1',
  address: '192.0.2.11',
  panosVersion: '10.1',
  fieldCount: 117,
  timeZone: null,
  addressOrder: 'AUTO',
  firstAlertAt: '2026-11-20T10:00:00.000Z',
  lastAlertAt: '2026-11-24T03:00:00.000Z',
  lastLineAt: '2026-11-24T03:00:00.000Z',
  alertCount: '44000',
  sequenceGaps: '0',
  sequenceMissing: '0',
  clockSkewMs: 200,
  alertsPerMinute: Array.from({ length: 60 }, () => 1),
  outcomes: [],
  ...given,
})

export const connectionOf = (nodes: readonly object[], hasNextPage = false) => ({
  nodes,
  edges: [],
  pageInfo: { hasNextPage, hasPreviousPage: false, startCursor: null, endCursor: hasNextPage ? 'end' : null },
})

export const buildSource = (given: object = {}) => ({
  id: 'source-1',
  type: 'PALO_ALTO_NETWORKS',
  name: 'Palo Alto Networks',
  description: '',
  enabled: true,
  linkEvents: true,
  linkKeys: ['VICTIM_USER', 'VICTIM_ADDRESS'],
  linkWindowSeconds: 86_400,
  wildfireApiEnabled: false,
  wildfireApiKeySet: false,
  hasToken: false,
  wildfireApiUrl: 'https://wildfire.paloaltonetworks.com/publicapi',
  wildfireDailyQuota: 1_050,
  incidentMinSeverity: 'MEDIUM',
  incidentVerdicts: ['MALICIOUS', 'PHISHING'],
  incidentBlocked: true,
  timeZone: 'UTC',
  version: 1,
  createdAt: '2026-11-20T10:00:00.000Z',
  updatedAt: '2026-11-20T10:00:00.000Z',
  health: buildHealth(),
  firewalls: connectionOf([]),
  ...given,
})

export const buildIngestStatus = (given: object = {}) => ({
  syslogAddress: '192.0.2.1',
  linesWithoutSource: '0',
  databaseAvailable: true,
  spooledBatches: 0,
  outcomes: [],
  listeners: [
    {
      transport: 'UDP',
      address: '0.0.0.0',
      port: 5514,
      wantedPort: 514,
      listening: true,
      notice: 'Port 514 needs a right; 5514 was taken.',
    },
    { transport: 'TCP', address: '0.0.0.0', port: 514, wantedPort: 514, listening: true },
    { transport: 'TLS', wantedPort: 6514, listening: false, notice: 'Port 6514 is in use.' },
  ],
  ...given,
})
