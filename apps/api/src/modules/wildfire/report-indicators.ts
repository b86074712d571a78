import { isIP } from 'node:net'
import type { ObservableKind, WildfireVerdict } from '@sallyport/shared'
import { REPORT_INDICATORS_MAX, type ReportIndicator } from './wildfire-report.js'

/** The form in which an observable is stored; undefined: not a valid one of that kind. */
export type Canonical = (kind: ObservableKind, typed: string) => string | undefined

const TRIES_MAX = REPORT_INDICATORS_MAX * 10
const VALUE_MAX = 2_048

/** The addresses, domains, URLs and files that a report names: valid ones, each once, bounded. */
export class IndicatorSet {
  private readonly byKey = new Map<string, ReportIndicator>()
  /** As typed, so that what every platform repeats is checked once. */
  private readonly tried = new Map<string, string | undefined>()

  constructor(
    private readonly canonical: Canonical,
    /** Hashes of the sample itself: no news. */
    private readonly own: readonly (string | null)[],
  ) {}

  get found(): ReportIndicator[] {
    return [...this.byKey.values()]
  }

  add(kind: ObservableKind, typed: string | undefined, verdict?: WildfireVerdict): void {
    if (typed === undefined || typed === '' || typed.length > VALUE_MAX || this.byKey.size >= REPORT_INDICATORS_MAX) return
    const value = this.tryOnce(kind, typed)
    if (value === undefined || this.own.includes(value)) return
    const key = `${kind} ${value}`
    const known = this.byKey.get(key)
    if (known === undefined) this.byKey.set(key, { kind, value, verdict: verdict ?? null })
    else if (known.verdict === null && verdict !== undefined) this.byKey.set(key, { ...known, verdict })
  }

  /** A report of a million bad values must not cost a million checks. */
  private tryOnce(kind: ObservableKind, typed: string): string | undefined {
    const key = `${kind} ${typed}`
    if (!this.tried.has(key) && this.tried.size < TRIES_MAX) this.tried.set(key, this.canonical(kind, typed))
    return this.tried.get(key)
  }

  /** A name, or an address where the report has one in the place of a name. */
  addHost(text: string | undefined): void {
    const host = text?.replace(/\.$/, '')
    if (host !== undefined) this.add(isIP(host) === 0 ? 'DOMAIN' : 'ADDRESS', host)
  }

  addUrl(text: string | undefined, verdict?: WildfireVerdict): void {
    if (text === undefined) return
    this.add('URL', text, verdict)
    const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]+)/i.exec(text)?.[1]
    // What the verdict is on is the page, not the whole site.
    if (verdict !== 'BENIGN') this.addHost(host?.replace(/^\[|\]$/g, ''))
  }
}
