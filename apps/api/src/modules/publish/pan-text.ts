import type { ListKind } from '@sallyport/shared'
import { aggregatedNetworks } from './aggregated-networks.js'
import { mapInTurns } from './in-turns.js'
import { isPanLine } from './pan-line.js'

/** What a firewall reads of an empty list: PAN-OS does not say what it makes of an empty body. */
const EMPTY = '# Empty list\n'

export interface TextSettings {
  readonly kind: ListKind
  /** Merge neighbouring networks. */
  readonly aggregate: boolean
  /** Close URLs with '/', so that example.com does not match example.com.evil.test. */
  readonly trailingSlash: boolean
}

export interface PanText {
  /** One entry a line; never empty. */
  readonly text: string
  readonly lines: number
  /** Lines that a firewall could choke on: left out. */
  readonly dropped: readonly string[]
}

/**
 * The list as PAN-OS fetches it (External Dynamic List): by the rules of its kind, the most important first as given,
 * each line once.
 */
export async function panText(values: readonly string[], { kind, aggregate, trailingSlash }: TextSettings): Promise<PanText> {
  const wanted = kind === 'ADDRESS' && aggregate ? await aggregatedNetworks(values) : values
  const lines = new Set<string>()
  const dropped: string[] = []
  await mapInTurns(wanted, value => {
    for (const line of linesOf(kind, value, trailingSlash)) {
      if (isPanLine(kind, line)) lines.add(line)
      else dropped.push(line)
    }
  })
  return { text: lines.size === 0 ? EMPTY : `${[...lines].join('\n')}\n`, lines: lines.size, dropped }
}

function linesOf(kind: ListKind, value: string, trailingSlash: boolean): string[] {
  if (kind !== 'URL' && kind !== 'DOMAIN') return [value]
  // To PAN-OS *.example.com does not take in example.com itself.
  const names = value.startsWith('*.') ? [value, value.slice(2)] : [value]
  return kind === 'URL' && trailingSlash ? names.map(closed) : names
}

const closed = (url: string): string => (/[/*]$/.test(url) ? url : `${url}/`)
