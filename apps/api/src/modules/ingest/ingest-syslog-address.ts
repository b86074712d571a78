import type { NetworkInterfaceInfo } from 'node:os'

export interface SyslogAddressFacts {
  /** As configured, e.g. https://sallyport.example.com. */
  readonly publicUrl: string | undefined
  /** As os.networkInterfaces() tells them. */
  readonly interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>
  /** Addresses that listeners are bound to. */
  readonly bound: readonly string[]
}

const ANY_ADDRESS = ['0.0.0.0', '::']

/**
 * The address that firewalls should send to: the name that people reach this server by, else the address that its
 * listeners are bound to where that is a certain one, else its first one that others can reach, IPv4 before IPv6.
 */
export function syslogAddress({ publicUrl, interfaces, bound }: SyslogAddressFacts): string {
  if (publicUrl !== undefined) return new URL(publicUrl).hostname.replaceAll(/[[\]]/g, '')
  const certain = bound.find(address => !ANY_ADDRESS.includes(address))
  if (certain !== undefined) return certain
  const reachable = Object.values(interfaces)
    .flatMap(infos => infos ?? [])
    .filter(info => !info.internal && !info.address.startsWith('fe80:'))
  return (reachable.find(info => info.family === 'IPv4') ?? reachable[0])?.address ?? bound[0] ?? '127.0.0.1'
}
