import { LookupProviderId, type ObservableKind } from '@sallyport/shared'
import type { LookupAnswer, LookupChange, LookupProvider, Observable, ProviderPace } from '../../apps/api/src/modules/enrichment/index.js'

/** A provider that does as it is told, and keeps what it was asked. */
export class FakeProvider implements LookupProvider {
  readonly id: LookupProviderId
  readonly kinds: readonly ObservableKind[]
  readonly batchSize: number
  readonly usageOf: LookupProviderId | undefined
  /** Values of each call. */
  readonly calls: string[][] = []
  /** Signals of the calls. */
  readonly signals: AbortSignal[] = []
  /** Calls under way, and the most there were at a time. */
  underWay = 0
  mostUnderWay = 0
  currentPace: ProviderPace | undefined = { concurrency: 4 }
  version = '1'
  answer: (observable: Observable, signal: AbortSignal) => LookupAnswer | Promise<LookupAnswer> = ({ value }) => known({ value })
  takes: (observable: Observable, wanted: 'alert' | 'person') => boolean = () => true
  /** Set it before use: a provider with consequences is stored differently. */
  answered?: (changes: readonly LookupChange[]) => Promise<void>

  constructor({
    id = LookupProviderId.ABUSEIPDB,
    kinds = ['ADDRESS'],
    batchSize = 1,
    usageOf,
  }: Partial<Pick<LookupProvider, 'id' | 'kinds' | 'batchSize' | 'usageOf'>> = {}) {
    this.id = id
    this.kinds = kinds
    this.batchSize = batchSize
    this.usageOf = usageOf
  }

  /** All values that were asked about, in order. */
  get asked(): string[] {
    return this.calls.flat()
  }

  async pace(): Promise<ProviderPace | undefined> {
    return this.currentPace
  }

  async settingsVersion(): Promise<string> {
    return this.version
  }

  async accepts(observable: Observable, wanted: 'alert' | 'person'): Promise<boolean> {
    return this.takes(observable, wanted)
  }

  async ask(observables: readonly Observable[], signal: AbortSignal): Promise<readonly LookupAnswer[]> {
    this.calls.push(observables.map(({ value }) => value))
    this.signals.push(signal)
    this.underWay += 1
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay)
    try {
      return await Promise.all(observables.map(async observable => this.answer(observable, signal)))
    } finally {
      this.underWay -= 1
    }
  }
}

export const known = (facts: unknown, more: Partial<Extract<LookupAnswer, { kind: 'known' }>> = {}): LookupAnswer => ({
  kind: 'known',
  facts,
  expiresInSeconds: 3_600,
  ...more,
})
