import { readFile } from 'node:fs/promises'

/**
 * Datagrams that the kernel dropped because the receive buffers of the sockets on this port were full, from the text
 * of /proc/net/udp or udp6: the last column of the rows whose local_address ends with the port in hex.
 */
export function kernelDrops(procNetUdp: string, port: number): number {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  let drops = 0
  for (const row of procNetUdp.split('\n').slice(1)) {
    const columns = row.trim().split(/\s+/)
    const last = Number(columns.at(-1))
    if (columns[1]?.endsWith(suffix) && Number.isSafeInteger(last)) drops += last
  }
  return drops
}

/** 0 where the system does not tell (anything but Linux). */
export async function readKernelDrops(port: number, family: 'IPv4' | 'IPv6'): Promise<number> {
  const text = await readFile(family === 'IPv6' ? '/proc/net/udp6' : '/proc/net/udp', 'utf8').catch(() => '')
  return kernelDrops(text, port)
}
