import type { Clock } from '../../platform/clock.js'
import { ProviderFault, type LookupAnswer, type LookupProvider, type Observable, type ProviderPace } from '../enrichment/index.js'
import { DirectoryFault } from './directory-fault.js'
import type { DirectoryRegistry, OpenDirectory } from './directory-registry.js'
import { findPerson, type PersonFound } from './find-person.js'
import { parsePanUser, type PanPerson } from './pan-user.js'
import { directoriesOf } from './routing.js'

/** Connections with a directory, per replica. */
const CONCURRENCY = 2
/** One of several directories is away: the rest can be asked meanwhile. */
const AWAY_PAUSE_SECONDS = 60
const AWAY_ATTEMPTS = 8

type Outcome =
  { readonly directory: OpenDirectory; readonly found: PersonFound } | { readonly directory: OpenDirectory; readonly fault: DirectoryFault }

/** Looks users up in the directories that are set up and switched on. */
export class DirectoryProvider implements LookupProvider {
  readonly id = 'DIRECTORY'
  readonly kinds = ['USER'] as const
  readonly batchSize = 1

  constructor(private readonly deps: { readonly registry: DirectoryRegistry; readonly clock: Clock }) {}

  async pace(): Promise<ProviderPace | undefined> {
    return (await this.deps.registry.enabled()).length > 0 ? { concurrency: CONCURRENCY } : undefined
  }

  /** People of whom some directory may know. */
  async accepts({ kind, value }: Observable): Promise<boolean> {
    const user = kind === 'USER' ? parsePanUser(value) : undefined
    return user?.kind === 'person' && (await this.directoriesFor(user)).length > 0
  }

  /** @throws ProviderFault where no directory can be asked at all */
  async ask(observables: readonly Observable[], signal: AbortSignal): Promise<readonly LookupAnswer[]> {
    const answers: LookupAnswer[] = []
    for (const { value } of observables) answers.push(await this.askFor(value, signal))
    return answers
  }

  private async askFor(value: string, signal: AbortSignal): Promise<LookupAnswer> {
    const user = parsePanUser(value)
    if (user.kind !== 'person') return { kind: 'failed', reason: user.kind === 'machine' ? 'The account of a computer' : user.why }
    const directories = await this.directoriesFor(user)
    if (directories.length === 0) return { kind: 'failed', reason: 'No directory is set up for this domain' }
    const outcomes: Outcome[] = []
    for (const directory of directories) {
      const outcome = await this.askOne(directory, user, signal)
      const answer = finalAnswer(outcome)
      if (answer) return answer
      outcomes.push(outcome)
    }
    return this.withoutPerson(outcomes)
  }

  private async directoriesFor(user: PanPerson): Promise<readonly OpenDirectory[]> {
    const open = await this.deps.registry.enabled()
    const wanted = new Set(
      directoriesOf(
        user,
        open.map(({ settings }) => settings),
      ),
    )
    // By domain: in the order of their names, those without domains where the routing put them.
    return [...wanted].flatMap(settings => open.filter(one => one.settings === settings))
  }

  private async askOne(directory: OpenDirectory, user: PanPerson, signal: AbortSignal): Promise<Outcome> {
    const { settings, session } = directory
    const options = { now: this.deps.clock.now(), directoryId: settings.id }
    try {
      return { directory, found: await session.use(connection => findPerson(connection, settings, user, signal, options), signal) }
    } catch (error) {
      if (!(error instanceof DirectoryFault) || signal.aborted) throw error
      return { directory, fault: error }
    }
  }

  /** Nobody was found. A directory that could not be asked may know the person: then 'unknown' would be a guess. */
  private async withoutPerson(outcomes: readonly Outcome[]): Promise<LookupAnswer> {
    const faults = outcomes.flatMap(outcome =>
      'fault' in outcome ? [{ name: outcome.directory.settings.name, fault: outcome.fault }] : [],
    )
    if (faults.length === 0) {
      return { kind: 'unknown', expiresInSeconds: Math.min(...outcomes.map(({ directory }) => directory.settings.unknownCacheSeconds)) }
    }
    const reason = faults.map(({ name, fault }) => `${name}: ${fault.message}`).join('; ')
    const open = await this.deps.registry.enabled()
    const resting = open.flatMap(({ session }) => session.fault ?? [])
    if (resting.length === open.length) {
      throw new ProviderFault(resting.every(({ kind }) => kind === 'CREDENTIALS') ? 'CREDENTIALS' : 'UNAVAILABLE', reason)
    }
    if (faults.some(({ fault }) => isAway(fault)))
      return { kind: 'later', reason, pauseSeconds: AWAY_PAUSE_SECONDS, giveUpAfter: AWAY_ATTEMPTS }
    return { kind: 'failed', reason }
  }
}

/** undefined: the next directory may know. */
function finalAnswer(outcome: Outcome): LookupAnswer | undefined {
  if ('fault' in outcome || outcome.found.kind === 'nobody') return undefined
  const { settings } = outcome.directory
  if (outcome.found.kind === 'found') return { kind: 'known', facts: outcome.found.facts, expiresInSeconds: settings.cacheSeconds }
  return { kind: 'failed', reason: `${settings.name}: ${outcome.found.count} entries match. Make the filter narrower` }
}

const isAway = ({ kind }: DirectoryFault): boolean => kind === 'UNREACHABLE' || kind === 'TLS' || kind === 'PROTOCOL'
