import DataLoader from 'dataloader'
import type { Context, LoaderFactory } from '../../graphql/context.js'
import type { IncidentEvidence, ValueKind } from '../alerts/index.js'
import { canonicalObservable, type Observable } from '../enrichment/index.js'
import { canonicalValues, mostTelling, type ObservableRole, type SeenValue } from './seen-values.js'

/** Of an incident; each is one more read. */
const REPORTS_MAX = 20

/** What the evidence of an incident is as observables. Rules, zones and threats are none. */
const VALUES: readonly (readonly [evidence: ValueKind, kind: Observable['kind'], role: ObservableRole])[] = [
  ['users', 'USER', 'USER'],
  ['hostNames', 'HOST', 'HOST'],
  ['domains', 'DOMAIN', 'DOMAIN'],
  ['urls', 'URL', 'URL'],
  ['resolvers', 'ADDRESS', 'RESOLVER'],
  ['otherAddresses', 'ADDRESS', 'OTHER'],
]

export interface SeenObservablesDeps {
  readonly evidence: Pick<IncidentEvidence, 'hostsOfIncident' | 'filesOfIncident' | 'valuesOfIncident'>
  /** What the report of a file names; none: no report. */
  readonly indicatorsOf: LoaderFactory<string, readonly Observable[]>
}

/** Who and what an incident is about. */
export class SeenObservables {
  constructor(private readonly deps: SeenObservablesDeps) {}

  /** Loader factory: by the key of an incident. The evidence's own loaders see to it that several incidents are one read. */
  readonly ofIncident = (context: Context): DataLoader<string, readonly SeenValue[]> =>
    new DataLoader(incidentIds => Promise.all(incidentIds.map(id => this.read(id, context))))

  private async read(incidentId: string, context: Context): Promise<readonly SeenValue[]> {
    const { evidence } = this.deps
    const values = context.load(evidence.valuesOfIncident)
    const [hosts, files, ...others] = await Promise.all([
      context.load(evidence.hostsOfIncident).load(incidentId),
      context.load(evidence.filesOfIncident).load(incidentId),
      ...VALUES.map(([kind]) => values.load({ incidentId, kind })),
    ])
    const named: SeenValue[] = [
      ...hosts.map(({ address, role, count }) => ({ kind: 'ADDRESS' as const, value: bare(address), role, alerts: BigInt(count) })),
      ...VALUES.flatMap(([, kind, role], index) =>
        (others[index] ?? []).map(({ value, count }) => ({ kind, value, role, alerts: BigInt(count) })),
      ),
      ...files.flatMap(({ digest, count }) =>
        digest === null ? [] : [{ kind: 'FILE_HASH' as const, value: digest, role: 'FILE' as const, alerts: BigInt(count) }],
      ),
    ]
    const seen = canonicalValues(named, canonicalObservable)
    return mostTelling(seen, await this.indicators(seen, context))
  }

  private async indicators(seen: readonly SeenValue[], context: Context): Promise<SeenValue[]> {
    const files = seen.filter(({ role }) => role === 'FILE').slice(0, REPORTS_MAX)
    const loader = context.load(this.deps.indicatorsOf)
    const named = await Promise.all(files.map(({ value }) => loader.load(value)))
    const indicators = named.flat().map(({ kind, value }): SeenValue => ({ kind, value, role: 'INDICATOR', alerts: 0n }))
    return canonicalValues(indicators, canonicalObservable)
  }
}

/** PostgreSQL's text of a single host has no prefix length, but whatever comes is an address. */
const bare = (address: string): string => address.replace(/\/\d+$/, '')
