import type { Direction, LogFormat, Severity, Side, TimeSource, Transport, UnreadableReason, Verdict } from '@sallyport/shared'

/** A line as it arrived, before anything is known of it. */
export interface ArrivedLine {
  /** Decoded leniently from UTF-8, framing removed, at most SYSLOG_MESSAGE_MAX_BYTES. */
  readonly text: string
  /** Epoch milliseconds. */
  readonly receivedAt: number
  /** Address of the socket's peer, IPv4-mapped unwrapped. */
  readonly sender: string
  readonly transport: Transport
}

/** The firewall that a line speaks of: as told by its fields, or by its header when they are silent. */
export interface ToldFirewall {
  readonly serial: string
  readonly name: string
  /** e.g. '10.2', from the config version. */
  readonly panosVersion: string | undefined
}

/** What a THREAT or WildFire line says, whatever its format. Absent fields are undefined, never ''. */
export interface ToldAlert {
  readonly firewall: ToldFirewall
  readonly format: LogFormat
  /** Lower case as PAN writes it: url, virus, spyware, wildfire … Unknown ones are kept. */
  readonly subtype: string
  readonly severity: Severity
  /** Up to 18 digits. */
  readonly threatId: bigint | undefined
  readonly threatName: string
  readonly threatCategory: string | undefined
  readonly action: string
  readonly srcIp: string | undefined
  readonly dstIp: string | undefined
  readonly srcPort: number | undefined
  readonly dstPort: number | undefined
  readonly srcUser: string | undefined
  readonly dstUser: string | undefined
  readonly srcLocation: string | undefined
  readonly dstLocation: string | undefined
  readonly srcZone: string | undefined
  readonly dstZone: string | undefined
  readonly srcHostname: string | undefined
  readonly dstHostname: string | undefined
  readonly srcMac: string | undefined
  readonly dstMac: string | undefined
  readonly direction: Direction | undefined
  readonly app: string | undefined
  readonly rule: string | undefined
  readonly vsys: string | undefined
  readonly category: string | undefined
  readonly url: string | undefined
  readonly domain: string | undefined
  readonly fileName: string | undefined
  readonly fileType: string | undefined
  readonly fileDigest: string | undefined
  readonly verdict: Verdict | undefined
  readonly reportId: string | undefined
  readonly mailSender: string | undefined
  readonly mailSubject: string | undefined
  readonly mailRecipient: string | undefined
  readonly sessionId: bigint | undefined
  /** Decimal digits; 64 bits and more. */
  readonly sequence: string | undefined
  readonly repeatCount: number
  readonly truncated: boolean
  readonly fieldCount: number
  /** What the layout says of source and destination, see AddressOrder. */
  readonly addressOrder: 'CONTENT' | 'SESSION'
  /** Epoch milliseconds of a time that bears its zone (high resolution timestamp, CEF rt in GMT), if the line has one. */
  readonly zonedTime: number | undefined
  /** 'YYYY/MM/DD hh:mm:ss' of the firewall's own clock, zone unknown. */
  readonly localTime: string | undefined
}

/** A line's end: one of three. */
export type Reading =
  | { readonly kind: 'alert'; readonly told: ToldAlert }
  | { readonly kind: 'set-aside'; readonly logType: string; readonly firewall: ToldFirewall }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }

/** What only the server knows of a firewall; changes how its lines are understood. */
export interface FirewallSettings {
  /** IANA zone of its clock. */
  readonly timeZone: string
  readonly addressOrder: 'AUTO' | 'CONTENT' | 'SESSION'
}

/** A told alert, understood: ready to be linked and stored. */
export interface UnderstoodAlert extends ToldAlert {
  readonly occurredAt: number
  readonly timeSource: TimeSource
  readonly blocked: boolean
  /** Which side attacks and which is the host to look at; undefined where the line cannot say. */
  readonly attackerSide: Side | undefined
  readonly victimSide: Side | undefined
  readonly commandControl: boolean
}

/** A named field of a raw line, for people. */
export interface NamedField {
  /** PAN-OS variable or key: srcuser, PanOSSourceUser … */
  readonly key: string
  /** Documented name: Source User. */
  readonly label: string
  readonly value: string
}
