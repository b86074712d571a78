import type { Context } from '../../graphql/context.js'
import type { Clock } from '../../platform/clock.js'
import type { Logger } from '../../platform/logger.js'
import type { LookupProvider, Lookups, Observable } from '../enrichment/index.js'
import { Recently } from './recently.js'

export interface LooksDeps {
  readonly lookups: Pick<Lookups, 'want'>
  readonly providers: readonly LookupProvider[]
  readonly clock: Clock
  readonly logger: Logger
}

/** Pages ask again and again for what they show. */
const LOOK_MS = 30_000
const LOOKS_MAX = 10_000

/**
 * What people have open is asked about ahead of what alerts named, and so is what alerts named before there was anybody
 * to ask. Only of those who may ask, so that a viewer spends no quota; never URLs, which may hold secrets: those are asked
 * about when somebody says so (observableRefresh).
 */
export class Looks {
  private readonly recently: Recently

  constructor(private readonly deps: LooksDeps) {
    this.recently = new Recently({ clock: deps.clock, milliseconds: LOOK_MS, max: LOOKS_MAX })
  }

  /** Returns at once; what fails is logged, and tried again with the next look. */
  at(observables: readonly Observable[], context: Pick<Context, 'can'>): void {
    if (!context.can('enrichment:ask')) return
    const fresh = observables.filter(({ kind, value }) => kind !== 'URL' && this.recently.begin(`${kind} ${value}`))
    if (fresh.length === 0) return
    const { lookups, providers, logger } = this.deps
    lookups.want(providers, fresh, 'person').catch((error: unknown) => {
      for (const { kind, value } of fresh) this.recently.end(`${kind} ${value}`)
      logger.warn({ err: error }, 'What is looked at could not be asked about')
    })
  }
}
