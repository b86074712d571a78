/** Settings of enrichment as the API answers them; what a test does not care about is filled in. */

export const buildProviderHealth = (provider: string, given: object = {}) => ({
  provider,
  enabled: true,
  lastSuccessAt: '2026-11-24T03:00:00.000Z',
  lastErrorAt: null,
  lastError: null,
  openUntil: null,
  askedToday: 12,
  quota: null,
  waiting: 0,
  ...given,
})

export const buildGeoDatabase = (given: object = {}) => ({
  attribution: 'IP Geolocation by DB-IP',
  url: 'https://db-ip.com',
  builtAt: '2026-11-01T00:00:00.000Z',
  kind: 'City',
  file: null,
  error: null,
  ...given,
})

export const buildDirectory = (given: object = {}) => ({
  id: 'directory-1',
  name: 'Corp AD',
  enabled: true,
  preset: 'ACTIVE_DIRECTORY',
  urls: ['ldaps://dc1.corp.example', 'ldaps://dc2.corp.example'],
  startTls: false,
  tlsTrust: 'SYSTEM',
  tlsCaPem: null,
  tlsFingerprint: null,
  bindDn: 'cn=sallyport,dc=corp,dc=example',
  hasBindPassword: true,
  baseDn: 'dc=corp,dc=example',
  userFilter: '(sAMAccountName={user})',
  attributes: [{ attribute: 'displayName', name: 'displayName' }],
  nestedGroups: true,
  domains: ['corp', 'corp.example'],
  timeoutSeconds: 5,
  cacheSeconds: 86_400,
  unknownCacheSeconds: 3_600,
  version: 1,
  ...given,
})

export const DIRECTORY_PRESETS = [
  {
    preset: 'ACTIVE_DIRECTORY',
    userFilter: '(sAMAccountName={user})',
    attributes: [{ attribute: 'displayName', name: 'displayName' }],
    nestedGroups: true,
  },
  { preset: 'OPENLDAP', userFilter: '(uid={user})', attributes: [{ attribute: 'displayName', name: 'cn' }], nestedGroups: false },
]

export const buildPerson = (given: object = {}) => ({
  status: {
    provider: 'DIRECTORY',
    state: 'KNOWN',
    reason: null,
    answeredAt: '2026-11-24T03:00:00.000Z',
    expiresAt: null,
    refreshing: false,
  },
  displayName: 'Jane Doe',
  mail: 'jdoe@corp.example',
  title: 'Engineer',
  department: 'Research',
  company: null,
  office: null,
  city: 'Berlin',
  phone: null,
  mobile: null,
  manager: 'Max Mustermann',
  groups: [],
  accountState: 'ACTIVE',
  photo: 'data:image/png;base64,iVBORw0KGgo=',
  distinguishedName: 'cn=Jane Doe,dc=corp,dc=example',
  directory: 'Corp AD',
  ...given,
})

export const buildNetwork = (given: object = {}) => ({
  id: 'network-1',
  network: '192.0.2.0/24',
  name: 'Office Berlin',
  description: 'Second floor',
  own: true,
  version: 1,
  ...given,
})

export const buildReputationProvider = (type: string, given: object = {}) => ({
  id: `provider-${type}`,
  type,
  enabled: false,
  needsKey: type !== 'REVERSE_DNS',
  hasApiKey: false,
  baseUrl: null,
  defaultBaseUrl: type === 'REVERSE_DNS' ? null : 'https://api.provider.example',
  dailyQuota: 1_000,
  perMinute: 60,
  cacheSeconds: 86_400,
  weight: 60,
  kinds: type === 'VIRUSTOTAL' ? ['ADDRESS', 'DOMAIN', 'URL', 'FILE_HASH'] : ['ADDRESS'],
  version: 0,
  ...given,
})

export const buildFeed = (given: object = {}) => ({
  id: 'feed-1',
  name: 'Attackers',
  enabled: true,
  kind: 'ADDRESS',
  location: 'https://feeds.example/block.txt',
  format: 'PLAIN',
  csvColumn: 1,
  intervalSeconds: 3_600,
  score: 80,
  weight: 50,
  fetchedAt: '2026-11-24T03:00:00.000Z',
  succeededAt: '2026-11-24T03:00:00.000Z',
  error: null,
  entryCount: 12_345,
  skippedCount: 0,
  version: 1,
  ...given,
})
