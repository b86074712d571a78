import { aggregate, formatRange, parseRange, type AddressRange } from '../lists/index.js'
import { mapInTurns } from './in-turns.js'

/**
 * The same addresses in the fewest networks. Each stands where the most important of its values stood, so that a
 * firewall that has no room for all skips the least important. Values that are no addresses are left out.
 */
export async function aggregatedNetworks(values: readonly string[]): Promise<string[]> {
  const ranges = (await mapInTurns(values, parseRange)).filter(range => range !== undefined)
  const networks = aggregate(ranges)
  const ranks = new Array<number>(networks.length).fill(ranges.length)
  for (const [rank, range] of ranges.entries())
    for (let at = firstEndingAt(networks, range); overlapsAt(networks, at, range); at += 1) ranks[at] = Math.min(ranks[at] ?? rank, rank)
  const ordered = networks
    .map((network, at) => ({ network, rank: ranks[at] ?? at, at }))
    .sort((left, right) => left.rank - right.rank || left.at - right.at)
  return mapInTurns(ordered, ({ network }) => formatRange(network))
}

/** Index of the first network that does not end before the range begins; networks are sorted and disjoint. */
function firstEndingAt(networks: readonly AddressRange[], { family, first }: AddressRange): number {
  let low = 0
  let high = networks.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const network = networks[middle]
    const isBefore = network !== undefined && (network.family < family || (network.family === family && network.last < first))
    if (isBefore) low = middle + 1
    else high = middle
  }
  return low
}

function overlapsAt(networks: readonly AddressRange[], at: number, { family, last }: AddressRange): boolean {
  const network = networks[at]
  return network?.family === family && network.first <= last
}
