import { FIELD, THREAT_FIELDS, THREAT_LAYOUTS, type ThreatFieldKey, type ThreatLayout } from './threat-fields.js'

export interface ThreatLineOptions {
  /** Release whose layout is written; its number of fields. */
  readonly layout: ThreatLayout
  readonly header: 'BSD' | 'IETF' | 'NONE'
  /** Host name in the header; none by default, '-' in IETF. */
  readonly host?: string
  /** Epoch milliseconds: what the header shows, and the times that the fields do not give. */
  readonly at: number
  /** The firewall's offset from UTC; 0 by default. */
  readonly offsetMinutes?: number
}

/** LOG_USER with the severities that PAN-OS maps its own to. */
const PRIORITIES: Readonly<Record<string, number>> = { critical: 10, high: 11, medium: 12, low: 13, informational: 14 }
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * Writes a THREAT line of the PAN-OS default CSV as a firewall would, without a trailing newline. Fields that are not given
 * are what a firewall writes when there is nothing to say; those that the layout does not have are left out.
 */
export function buildThreatLine(fields: Readonly<Partial<Record<ThreatFieldKey, string>>>, options: ThreatLineOptions): string {
  const values: Partial<Record<ThreatFieldKey, string>> = { ...defaults(options), ...fields }
  const written = THREAT_FIELDS.map(([key]) => (key === 'misc' ? quoted(values.misc ?? '') : quotedIfNeeded(values[key] ?? '')))
  const count = THREAT_LAYOUTS[options.layout]
  const line = options.layout === '6.1' ? written.toSpliced(FIELD.url_idx, 1).slice(0, count) : written.slice(0, count)
  return header(options, PRIORITIES[values.severity ?? ''] ?? 14) + line.join(',')
}

function defaults({ layout, at, offsetMinutes = 0 }: ThreatLineOptions): Partial<Record<ThreatFieldKey, string>> {
  const local = localText(at, offsetMinutes)
  return {
    future_use_1: '1',
    receive_time: local,
    type: 'THREAT',
    config_ver: configVersion(layout),
    time_generated: local,
    natsrc: '0.0.0.0',
    natdst: '0.0.0.0',
    vsys: 'vsys1',
    time_logged: local,
    repeatcnt: '1',
    natsport: '0',
    natdport: '0',
    flags: '0x0',
    actionflags: '0x0',
    pcap_id: '0',
    url_idx: '0',
    reportid: '0',
    tunnel: 'N/A',
    sig_flags: '0x0',
    ppid: '4294967295',
    high_res_timestamp: isoText(at, offsetMinutes, true),
  }
}

/** (major << 8) + minor; releases up to 8.0 write 1. */
function configVersion(layout: ThreatLayout): string {
  const [major = 0, minor = 0] = layout.split('.').map(Number)
  return major > 8 || (major === 8 && minor > 0) ? String((major << 8) + minor) : '1'
}

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`
const quotedIfNeeded = (value: string): string => (/[",\r\n]/.test(value) || value.startsWith('\\"') ? quoted(value) : value)

function header({ header: style, host, at, offsetMinutes = 0 }: ThreatLineOptions, priority: number): string {
  if (style === 'NONE') return ''
  if (style === 'IETF') return `<${priority}>1 ${isoText(at, offsetMinutes, false)} ${host ?? '-'} - - - - `
  const local = new Date(at + offsetMinutes * 60_000)
  const day = String(local.getUTCDate()).padStart(2, ' ')
  const time = local.toISOString().slice(11, 19)
  return `<${priority}>${MONTHS[local.getUTCMonth()] ?? ''} ${day} ${time} ${host === undefined ? '' : `${host} `}`
}

const localText = (at: number, offsetMinutes: number): string =>
  new Date(at + offsetMinutes * 60_000).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ')

function isoText(at: number, offsetMinutes: number, milliseconds: boolean): string {
  const minutes = Math.abs(offsetMinutes)
  const zone = `${offsetMinutes < 0 ? '-' : '+'}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return new Date(at + offsetMinutes * 60_000).toISOString().slice(0, milliseconds ? 23 : 19) + zone
}
