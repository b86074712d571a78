import { isIP, type BlockList } from 'node:net'

/** As it is stored: IPv4-mapped addresses as IPv4, without the zone of a link-local one. */
export const plainAddress = (address: string): string => (address.startsWith('::ffff:') ? address.slice(7) : address.replace(/%.*$/, ''))

export const isAllowed = (allowed: BlockList, sender: string): boolean => allowed.check(sender, isIP(sender) === 6 ? 'ipv6' : 'ipv4')
