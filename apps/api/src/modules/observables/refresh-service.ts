import { observableRefreshInput, type LookupProviderId } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay, UserFaultsError, type UserErrorCode } from '../../platform/errors.js'
import { canonicalObservable, type LookupProvider, type Lookups, type Observable, type OutsidePolicy } from '../enrichment/index.js'
import { Recently } from './recently.js'

export interface RefreshServiceDeps {
  readonly lookups: Pick<Lookups, 'want' | 'lookupOf'>
  readonly providers: readonly LookupProvider[]
  readonly policy: Pick<OutsidePolicy, 'reasonNotToAsk'>
  readonly clock: Clock
}

/** A key that is held down burns no quota. */
export const REFRESH_SECONDS = 10
const REFRESHES_MAX = 10_000

/** Asks again now, although an answer is there, because somebody wants to know. */
export class RefreshService {
  private readonly recently: Recently

  constructor(private readonly deps: RefreshServiceDeps) {
    this.recently = new Recently({ clock: deps.clock, milliseconds: REFRESH_SECONDS * 1_000, max: REFRESHES_MAX })
  }

  /**
   * Every provider that knows values of the kind is asked, or the one that is named; each at most once in REFRESH_SECONDS.
   * @returns the value in canonical form
   * @throws UserFaultsError INVALID, NOT_ALLOWED_NOW where nobody may be asked, RATE_LIMITED
   */
  async refresh(actor: Actor, input: object): Promise<Observable> {
    assertMay(actor, 'enrichment:ask')
    const { kind, value: typed, provider: only } = observableRefreshInput.parse(input)
    const value = canonicalObservable(kind, typed)
    if (value === undefined) throw fault('INVALID', 'It is no valid value of this kind', ['value'])
    const observable = { kind, value }
    const askable = await this.askable(observable, only)
    if (askable.length === 0) throw fault('NOT_ALLOWED_NOW', await this.whyNobody(observable, only), null)
    const ready = await this.notJustAsked(observable, askable)
    if (ready.length === 0)
      throw fault('RATE_LIMITED', `It was asked about a moment ago: once in ${REFRESH_SECONDS} seconds is enough`, null)
    await this.deps.lookups.want(ready, [observable], 'person', { force: true })
    return observable
  }

  /** Who is set up, knows such values and may be asked about this one. */
  private async askable(observable: Observable, only: LookupProviderId | undefined): Promise<LookupProvider[]> {
    const wanted = this.deps.providers.filter(({ id, kinds }) => (only === undefined || id === only) && kinds.includes(observable.kind))
    const may = await Promise.all(
      wanted.map(async provider => (await provider.pace()) !== undefined && provider.accepts(observable, 'person')),
    )
    return wanted.filter((_, index) => may[index])
  }

  private async notJustAsked(observable: Observable, providers: readonly LookupProvider[]): Promise<LookupProvider[]> {
    const loader = this.deps.lookups.lookupOf()
    const rows = await loader.loadMany(providers.map(({ id }) => ({ provider: id, ...observable })))
    const since = this.deps.clock.now() - REFRESH_SECONDS * 1_000
    return providers.filter(({ id }, index) => {
      const row = rows[index]
      if (row instanceof Error) throw row
      // Another server may have asked: the time of the answer is known to all of them.
      if (row?.answeredAt && row.answeredAt.getTime() > since) return false
      return this.recently.begin(`${id} ${observable.kind} ${observable.value}`)
    })
  }

  private async whyNobody(observable: Observable, only: LookupProviderId | undefined): Promise<string> {
    // Users are asked about in our own directories: that nobody outside is, is no reason.
    const reason = observable.kind === 'USER' ? undefined : await this.deps.policy.reasonNotToAsk(observable)
    if (reason !== undefined) return reason
    return only === undefined ? 'Nobody is set up who knows such values' : 'It is switched off, not set up, or knows no such values'
  }
}

const fault = (code: UserErrorCode, message: string, field: readonly string[] | null): UserFaultsError =>
  new UserFaultsError([{ code, message, field }])
