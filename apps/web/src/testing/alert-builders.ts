/** Alerts and incidents as the API answers them; what a test does not care about is filled in. */

const FIREWALL = { id: 'firewall-1', name: 'fw-edge-1', serial: '007051000111' }

const endpoint = (given: object) => ({ address: null, host: null, port: null, user: null, zone: null, location: null, ...given })

/** An alert as rows and panel ask for it. The later the number, the later it arrived. */
export function buildAlert(number: number, given: object = {}) {
  const at = new Date(Date.UTC(2026, 10, 24, 3, 0, number)).toISOString()
  return {
    id: `alert-${number}`,
    receivedAt: at,
    occurredAt: at,
    timeSource: 'HIGH_RESOLUTION',
    severity: 'HIGH',
    subtype: 'spyware',
    threatId: '86672',
    threatName: `Beacon ${number}`,
    threatCategory: 'command-and-control',
    action: 'reset-both',
    blocked: true,
    verdict: null,
    repeatCount: 1,
    app: 'web-browsing',
    rule: 'outbound',
    vsys: 'vsys1',
    category: null,
    url: null,
    domain: null,
    fileName: null,
    fileType: null,
    fileDigest: null,
    reportId: null,
    mailSender: null,
    mailSubject: null,
    mailRecipient: null,
    sessionId: '4711',
    sequence: String(number),
    sender: '192.0.2.11',
    linkKey: null,
    linkValue: null,
    direction: 'CLIENT_TO_SERVER',
    attackerSide: 'DESTINATION',
    victimSide: 'SOURCE',
    commandControl: false,
    source: endpoint({ address: '10.1.2.3', port: 50123, user: 'acme\\bob', zone: 'trust' }),
    destination: endpoint({ address: '203.0.113.7', port: 443, zone: 'untrust', location: 'Utopia' }),
    firewall: FIREWALL,
    incident: null,
    truncated: false,
    format: 'PANOS_CSV',
    transport: 'UDP',
    fieldCount: 117,
    fields: [
      { key: 'srcuser', label: 'Source User', value: 'acme\\bob' },
      { key: 'dstuser', label: 'Destination User', value: '' },
    ],
    raw: `1,2026/11/24 03:00:00,007051000111,THREAT,spyware,…,${number}`,
    ...given,
  }
}

/** An incident as list, header and overview ask for it. */
export function buildIncident(number: number, given: object = {}) {
  return {
    id: `incident-${number}`,
    number: String(number),
    title: `Beacon on host ${number}`,
    state: 'OPEN',
    severity: 'HIGH',
    linkKey: 'VICTIM_ADDRESS',
    linkValue: `10.1.2.${number}`,
    linking: true,
    firstAlertAt: '2026-11-24T02:00:00.000Z',
    lastAlertAt: new Date(Date.UTC(2026, 10, 24, 3, 0, number)).toISOString(),
    createdAt: '2026-11-24T02:00:00.000Z',
    alertCount: '12',
    eventCount: '15',
    blockedCount: '10',
    allowedCount: '2',
    assignee: null,
    team: null,
    classification: null,
    attackVector: null,
    disposition: null,
    tags: [],
    severitySet: false,
    acknowledgedAt: null,
    acknowledgeBy: null,
    closeBy: null,
    mutedUntil: null,
    mutedAlerts: '0',
    mergedInto: null,
    tasks: [],
    viewers: [],
    related: [],
    moves: [],
    closeSummary: null,
    closeDetail: null,
    version: 1,
    allowedActions: ['ASSIGN', 'COMMENT', 'CLOSE', 'IGNORE'],
    source: { id: 'source-1', name: 'Palo Alto Networks' },
    hosts: [],
    users: [],
    urls: [],
    domains: [],
    files: [],
    rules: [],
    zones: [],
    threats: [],
    ...given,
  }
}

/** An item of a timeline. */
export function buildTold(number: number, given: object = {}) {
  return {
    id: `told-${number}`,
    at: '2026-11-24T02:00:00.000Z',
    kind: 'STATE',
    cause: 'SYSTEM',
    by: null,
    text: 'opened it: a first alert',
    detail: null,
    list: null,
    device: null,
    ...given,
  }
}

export const buildPage = (nodes: readonly object[], endCursor: string | null = null) => ({
  nodes,
  pageInfo: { endCursor, hasNextPage: endCursor !== null },
})

export const userOf = (name: string) => ({ id: `user-${name}`, name, disabled: false })
