import { buildThreatLine } from '../../apps/api/src/modules/panos-log/index.js'
import type { SyslogLine } from '../../apps/api/src/modules/ingest/syslog-line.js'
import { AT } from './builders.js'

type Fields = Parameters<typeof buildThreatLine>[0]

let sequence = 7_000_000

/** A THREAT line of PAN-OS 11.0 that opens an incident; each has the next sequence number of its firewall. */
export function threatLine(fields: Fields = {}, at: number = AT.getTime()): string {
  const usual: Fields = {
    serial: '012301000001',
    device_name: 'fw-1',
    subtype: 'vulnerability',
    src: '198.51.100.7',
    dst: '192.0.2.10',
    rule: 'web-in',
    app: 'web-browsing',
    action: 'alert',
    threatid: 'Made-up Overflow(91991)',
    category: 'any',
    severity: 'high',
    direction: 'client-to-server',
    seqno: String((sequence += 1)),
  }
  return buildThreatLine({ ...usual, ...fields }, { layout: '11.0', header: 'BSD', host: 'fw-1', at })
}

/** A line as a listener hands it over. */
export const syslogLine = (text: string, given: Partial<SyslogLine> = {}): SyslogLine => ({
  text,
  receivedAt: AT.getTime(),
  sender: '192.0.2.1',
  transport: 'TCP',
  cut: false,
  bytes: Buffer.byteLength(text),
  ...given,
})
