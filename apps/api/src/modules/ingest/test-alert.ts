import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect } from 'node:net'
import type { Severity } from '@sallyport/shared'
import { buildThreatLine } from '../panos-log/index.js'

/** A harmless made-up alert as a firewall would send it; addresses are of documentation networks (RFC 5737). */
export function buildTestAlert(options: { readonly severity: Severity; readonly sequence: string; readonly at: number }): string {
  const fields = {
    serial: 'SALLYPORTTEST',
    device_name: 'sallyport-test',
    subtype: 'vulnerability',
    src: '198.51.100.77',
    dst: '192.0.2.10',
    rule: 'Test alert',
    app: 'web-browsing',
    from: 'untrust',
    to: 'trust',
    sport: '40000',
    dport: '80',
    proto: 'tcp',
    action: 'alert',
    misc: 'test-alert',
    threatid: 'Sallyport test alert(1)',
    category: 'any',
    severity: options.severity.toLowerCase(),
    direction: 'client-to-server',
    seqno: options.sequence,
  }
  return buildThreatLine(fields, { layout: '11.0', header: 'BSD', host: 'sallyport-test', at: options.at })
}

interface Target {
  readonly address: string
  readonly port: number
}

/** A socket bound to all addresses is reached over loopback. */
export const reachableAddress = (address: string): string => (address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address)

export async function sendDatagram(line: string, { address, port }: Target): Promise<void> {
  const host = reachableAddress(address)
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4')
  try {
    await new Promise<void>((resolve, reject) => socket.send(line, port, host, error => (error ? reject(error) : resolve())))
  } finally {
    socket.close()
  }
}

export async function sendByTcp(line: string, { address, port }: Target): Promise<void> {
  const socket = connect({ host: reachableAddress(address), port })
  await once(socket, 'connect')
  socket.end(`${line}\n`)
  await once(socket, 'close')
}
