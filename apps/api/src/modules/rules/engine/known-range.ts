import { parseRange, type AddressRange } from '../../lists/index.js'

const RANGES_MAX = 20_000

const ranges = new Map<string, AddressRange | undefined>()
let lastAddress = ''
let lastRange: AddressRange | undefined

/** An address as a range. Remembered: one rule after the other asks for the same ones, and the same few come again and again. */
export function knownRange(address: string): AddressRange | undefined {
  if (address === lastAddress) return lastRange
  lastAddress = address
  if (ranges.has(address)) return (lastRange = ranges.get(address))
  if (ranges.size >= RANGES_MAX) ranges.clear()
  lastRange = parseRange(address)
  ranges.set(address, lastRange)
  return lastRange
}

/** @throws when the network cannot be read: checkRule says so before a rule is saved */
export function rangeOfNetwork(network: string): AddressRange {
  const range = parseRange(network)
  if (!range) throw new Error(`${network} is not an address, a network or a range`)
  return range
}
