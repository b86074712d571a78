/** What is known of values, as the API answers it; what a test does not care about is filled in. */

/** Minutes ago, so that ages can be asked for. */
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000 - 5_000).toISOString()

export const buildLookup = (given: object = {}) => ({
  provider: 'DIRECTORY',
  state: 'KNOWN',
  reason: null,
  answeredAt: ago(3),
  expiresAt: null,
  refreshing: false,
  ...given,
})

export const notYet = (state: 'NOT_ASKED' | 'PENDING' | 'UNKNOWN' | 'FAILED', reason: string | null = null, given: object = {}) =>
  buildLookup({ state, reason, answeredAt: state === 'UNKNOWN' ? ago(3) : null, ...given })

const PIXEL = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

export const buildPerson = (given: object = {}) => ({
  status: buildLookup(),
  displayName: 'Bob Baker',
  mail: 'bob.baker@corp.example',
  title: 'Accountant',
  department: 'Finance',
  company: 'Example Corp',
  office: 'B 2.14',
  city: 'Berlin',
  phone: '+49 30 5550 114',
  mobile: null,
  manager: 'Carla Chen',
  groups: ['Finance', 'VPN users'],
  accountState: 'ACTIVE',
  photo: PIXEL,
  distinguishedName: 'uid=bob,ou=people,dc=corp,dc=example',
  directory: 'Corporate',
  ...given,
})

/** A person of whom nothing is known, yet or at all. */
export const buildNobody = (status: object) => ({
  ...Object.fromEntries(Object.keys(buildPerson()).map(name => [name, null])),
  status,
  groups: [],
  accountState: 'UNKNOWN',
})

export const buildPlace = (given: object = {}) => ({
  scope: 'PUBLIC',
  scopeName: null,
  network: null,
  countryCode: 'DE',
  country: 'Germany',
  region: 'Hesse',
  city: 'Frankfurt',
  latitude: 50.11,
  longitude: 8.68,
  asn: 64500,
  organisation: 'Example Hosting',
  sources: [
    {
      attribution: 'IP Geolocation by DB-IP',
      url: 'https://db-ip.com',
      builtAt: '2026-11-01T00:00:00.000Z',
      kind: 'City',
      file: null,
      error: null,
    },
  ],
  ...given,
})

export const buildEvidence = (given: object = {}) => ({
  source: 'AbuseIPDB',
  provider: 'ABUSEIPDB',
  state: 'KNOWN',
  score: 92,
  weight: 50,
  summary: '37 reports, confidence 92 %',
  reason: null,
  answeredAt: ago(7),
  expiresAt: null,
  refreshing: false,
  link: 'https://www.abuseipdb.com/check/203.0.113.7',
  details: [],
  ...given,
})

export const buildReputation = (evidence: readonly object[] = [buildEvidence()], score: number | null = 92) => ({ score, evidence })

export const buildReport = (given: object = {}) => ({
  fetchedAt: ago(5),
  malware: true,
  fileType: 'PE32',
  size: '48640',
  sha256: 'c'.repeat(64),
  sha1: null,
  md5: null,
  signer: null,
  families: ['Loader.Example'],
  platforms: [
    {
      platform: 'Windows 10 64-bit',
      software: 'PE',
      malware: true,
      summary: [
        { text: 'Started a process', details: null, score: 10 },
        { text: 'Changed the autostart', details: 'A key under Run', score: 80 },
      ],
      processes: [{ action: 'Create', subject: 'C:\\temp\\sample.exe', detail: 'parent explorer.exe' }],
      files: [{ action: 'Write', subject: 'C:\\temp\\a.bin', detail: null }],
      network: [{ action: 'DNS query', subject: 'c2.evil.example', detail: null }],
    },
  ],
  indicators: [{ kind: 'DOMAIN', value: 'c2.evil.example', verdict: 'COMMAND_AND_CONTROL' }],
  xmlPath: `/wildfire/${'c'.repeat(64)}.xml`,
  pdfPath: `/wildfire/${'c'.repeat(64)}.pdf`,
  ...given,
})

export const buildWildfire = (given: object = {}) => ({
  status: buildLookup({ provider: 'WILDFIRE_VERDICT' }),
  verdict: 'MALICIOUS',
  previousVerdict: null,
  verdictChangedAt: null,
  reportStatus: buildLookup({ provider: 'WILDFIRE_REPORT' }),
  report: buildReport(),
  ...given,
})

/** Of any kind, knowing nothing; `given` says what there is. */
export const buildObservable = (kind: string, value: string, given: object = {}) => ({
  kind,
  value,
  place: null,
  reputation: null,
  person: null,
  wildfire: null,
  names: [],
  namesStatus: null,
  protected: null,
  notAskedOutside: null,
  lists: [],
  activity: { firstSeenAt: null, lastSeenAt: null, alerts: 0, exact: true, days: [], roles: [] },
  incidents: { nodes: [], edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } },
  ...given,
})

export const buildUser = (value: string, person: object = buildPerson()) => buildObservable('USER', value, { person })

export const buildAddress = (value: string, given: object = {}) =>
  buildObservable('ADDRESS', value, { place: buildPlace(), reputation: buildReputation(), ...given })

export const buildFile = (hash: string, given: object = {}) =>
  buildObservable('FILE_HASH', hash, { wildfire: buildWildfire(), reputation: buildReputation([], null), ...given })

export const seen = (role: string, observable: object, alerts = '3') => ({ role, alerts, observable })
