/** What a model holds at most. */
export interface ModelLimits {
  readonly registeredIps: number
  readonly addressObjects: number
  readonly addressesPerGroup: number
  readonly edlIps: number
  readonly edlDomains: number
  readonly edlUrls: number
}

const THOUSAND = 1000

/** Registered addresses are from the vendor's table; the other numbers are of the right size, no more. */
const REGISTERED: readonly (readonly [pattern: RegExp, limit: number])[] = [
  [/^Panorama$/, 500 * THOUSAND],
  [/^PA-5450$|^PA-7\d\d\d|^PA-4[56]0$/, 100 * THOUSAND],
  [/^PA-5[24]\d\d/, 500 * THOUSAND],
  [/^VM-[57]00$/, 300 * THOUSAND],
  [/^PA-34[34]0$|^PA-32\d\d|^VM-300$|^PA-VM$/, 200 * THOUSAND],
  [/^PA-(820|410|220)$|^VM-50$/, THOUSAND],
]

const isSmall = (model: string): boolean => /^PA-(220|410|820)$|^VM-50$/.test(model)

export function limitsOf(model: string): ModelLimits {
  const big = /^PA-[57]\d\d\d|^PA-3[24]\d\d/.test(model)
  return {
    registeredIps: REGISTERED.find(([pattern]) => pattern.test(model))?.[1] ?? 100 * THOUSAND,
    addressObjects: isSmall(model) ? 2500 : model === 'Panorama' ? 160 * THOUSAND : 40 * THOUSAND,
    addressesPerGroup: isSmall(model) ? 2500 : 40 * THOUSAND,
    edlIps: big ? 150 * THOUSAND : 50 * THOUSAND,
    edlDomains: 50 * THOUSAND,
    edlUrls: 50 * THOUSAND,
  }
}
