import { buildThreatLine } from '../../apps/api/src/modules/panos-log/index.js'
import { openLineSender } from '../demo/line-sender.js'
import { listenerPorts, type ApiClient } from './api-client.js'

/** Fields of a THREAT line, as PAN-OS names them. */
export type ThreatFields = Parameters<typeof buildThreatLine>[0]

let sequence = 7_000_000_000_000_000_000n

/** Sends made-up THREAT lines by UDP, as a firewall does; what is not given is an attack that the firewall let pass. */
export async function sendThreats(client: ApiClient, threats: readonly ThreatFields[]): Promise<void> {
  const sender = await openLineSender('udp', '127.0.0.1', (await listenerPorts(client)).UDP)
  for (const fields of threats) {
    sequence += 1n
    const line = buildThreatLine(
      {
        serial: '009900001111',
        device_name: 'fw-edge-01',
        subtype: 'vulnerability',
        threatid: 'Made-up Remote Code Execution(91991)',
        severity: 'critical',
        action: 'alert',
        direction: 'client-to-server',
        src: '203.0.113.8',
        dst: '10.1.1.10',
        sport: '40404',
        dport: '443',
        app: 'web-browsing',
        rule: 'dmz-web-in',
        seqno: String(sequence),
        ...fields,
      },
      { layout: '10.2', header: 'BSD', host: 'fw-edge-01', at: Date.now() },
    )
    await sender.send(line)
  }
  await sender.close()
}
