import { BlockList, isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Ranges of public look that lead, or may lead, into a network of one's own: NAT64, 6to4 and Teredo carry IPv4 addresses. */
const CARRIERS = new BlockList()
CARRIERS.addSubnet('64:ff9b::', 96, 'ipv6')
CARRIERS.addSubnet('64:ff9b:1::', 48, 'ipv6')
CARRIERS.addSubnet('2002::', 16, 'ipv6')
CARRIERS.addSubnet('2001::', 32, 'ipv6')

/** Set aside for examples (RFC 5737, RFC 3849, RFC 9637): they are nobody's. */
const DOCUMENTATION = new BlockList()
DOCUMENTATION.addSubnet('192.0.2.0', 24, 'ipv4')
DOCUMENTATION.addSubnet('198.51.100.0', 24, 'ipv4')
DOCUMENTATION.addSubnet('203.0.113.0', 24, 'ipv4')
DOCUMENTATION.addSubnet('2001:db8::', 32, 'ipv6')
DOCUMENTATION.addSubnet('3fff::', 20, 'ipv6')

/** Whether an address is one of the Internet at large: not private, loopback, link-local, multicast or reserved. False for what is no address. */
export function isPublicAddress(text: string): boolean {
  const family = isIP(text)
  if (family === 0 || text.includes('%')) return false
  if (family === 6 && CARRIERS.check(text, 'ipv6')) return false
  // process() unwraps IPv4 in IPv6.
  return ipaddr.process(text).range() === 'unicast' && !isDocumentationAddress(text)
}

/** Whether an address stands in examples only, such as 192.0.2.1. */
export const isDocumentationAddress = (text: string): boolean => {
  const family = isIP(text)
  return family !== 0 && DOCUMENTATION.check(text, family === 4 ? 'ipv4' : 'ipv6')
}
