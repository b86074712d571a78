import { ACTIVE_INCIDENT_STATES, IncidentState, SEVERITIES } from '@sallyport/shared'
import { smallKey } from '../../graphql/global-id.js'
import { canonicalNetwork } from '../../graphql/scalars.js'
import { BadInputError } from '../../platform/errors.js'
import { parseIncidentQuery, userKey, type IncidentConditions } from '../incidents/index.js'

const SPANS_MS: Readonly<Record<string, number>> = {
  '15m': 900_000,
  '1h': 3_600_000,
  '24h': 86_400_000,
  '7d': 604_800_000,
  '30d': 2_592_000_000,
}
const TEXT_MAX = 500

/**
 * What a query string of the incidents page asks for. Read as the page reads it: what does not fit its parameter is as if it were not
 * there, and parameters that are no filter are passed over. undefined: it names somebody or asks something that nobody can read.
 */
export function readViewSearch(search: string, { viewerId, now }: { viewerId: string; now: number }): IncidentConditions | undefined {
  const params = new URLSearchParams(search)
  const text = (name: string): string | undefined => params.get(name)?.trim().slice(0, TEXT_MAX).trim() || undefined
  const flag = (name: string): true | undefined => (params.get(name) === 'yes' ? true : undefined)
  const [query, user, address, hash] = [text('q'), text('user'), text('address'), text('hash')]
  if (query !== undefined && !parseIncidentQuery(query).ok) return undefined
  try {
    return {
      ...rangeOf(params.get('range'), now),
      ...assigneeOf(text('assignee'), viewerId),
      state: choicesOf(params, 'state', Object.values(IncidentState), ACTIVE_INCIDENT_STATES),
      severity: choicesOf(params, 'severity', SEVERITIES, []),
      text: query ?? null,
      teamId: keyOf(text('team'), id => smallKey('Team', id)),
      tag: text('tag') ?? null,
      classification: text('classification') ?? null,
      attackVector: text('vector') ?? null,
      disposition: text('disposition') ?? null,
      anyAllowed: flag('allowed') ?? null,
      overdue: flag('overdue') ?? null,
      muted: flag('muted') ?? null,
      address: (address && canonicalNetwork(address)) ?? null,
      user: user === undefined ? null : { contains: user },
      fileDigest: hash !== undefined && /^[\da-f]{1,128}$/i.test(hash) ? hash : null,
      viewerId,
    }
  } catch (error) {
    if (error instanceof BadInputError) return undefined
    throw error
  }
}

/** null: all. */
function choicesOf<Choice extends string>(
  params: URLSearchParams,
  name: string,
  choices: readonly Choice[],
  none: readonly Choice[],
): readonly Choice[] | null {
  const values = params.getAll(name)
  if (values.includes('all')) return null
  const chosen = choices.filter(choice => values.includes(choice))
  const kept = chosen.length === 0 ? none : chosen
  return kept.length === 0 ? null : kept
}

function assigneeOf(text: string | undefined, viewerId: string): Pick<IncidentConditions, 'assigneeId' | 'unassigned'> {
  if (text === 'nobody') return { unassigned: true }
  return { assigneeId: text === 'me' ? viewerId : keyOf(text, userKey) }
}

const keyOf = <Key>(text: string | undefined, read: (globalId: string) => Key): Key | undefined =>
  text === undefined ? undefined : read(text)

function rangeOf(text: string | null, now: number): Pick<IncidentConditions, 'from' | 'to'> {
  if (text === null) return {}
  const span = Object.hasOwn(SPANS_MS, text) ? SPANS_MS[text] : undefined
  if (span !== undefined) return { from: new Date(now - span) }
  const [from, to, ...others] = text.split('..')
  return from === undefined || to === undefined || others.length > 0 ? {} : { from: momentOf(from), to: momentOf(to) }
}

/** Years that PostgreSQL and people know. */
function momentOf(text: string): Date | null {
  const time = /^[12]\d{3}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(time) ? null : new Date(time)
}
