/** Verdict of a WildFire line (category field); UNKNOWN where a layout drops it. */
export const Verdict = {
  BENIGN: 'BENIGN',
  GRAYWARE: 'GRAYWARE',
  MALICIOUS: 'MALICIOUS',
  PHISHING: 'PHISHING',
  UNKNOWN: 'UNKNOWN',
} as const
export type Verdict = (typeof Verdict)[keyof typeof Verdict]

/** The log format that a line was read as. */
export const LogFormat = {
  PANOS_CSV: 'PANOS_CSV',
  PANOS_CEF: 'PANOS_CEF',
  PANOS_LEEF: 'PANOS_LEEF',
  STRATA_CSV: 'STRATA_CSV',
  STRATA_CEF: 'STRATA_CEF',
  STRATA_JSON: 'STRATA_JSON',
  /** An event of the JSON source. */
  JSON_EVENT: 'JSON_EVENT',
} as const
export type LogFormat = (typeof LogFormat)[keyof typeof LogFormat]

/** HTTP: posted to the JSON source. */
export const Transport = { UDP: 'UDP', TCP: 'TCP', TLS: 'TLS', HTTP: 'HTTP' } as const
export type Transport = (typeof Transport)[keyof typeof Transport]

/** Where an alert's time is from: its zone-bearing field, its local time in the configured zone, or arrival. */
export const TimeSource = {
  HIGH_RESOLUTION: 'HIGH_RESOLUTION',
  CONFIGURED_ZONE: 'CONFIGURED_ZONE',
  ARRIVAL: 'ARRIVAL',
} as const
export type TimeSource = (typeof TimeSource)[keyof typeof TimeSource]

/** One end of a session as the line names it. */
export const Side = { SOURCE: 'SOURCE', DESTINATION: 'DESTINATION' } as const
export type Side = (typeof Side)[keyof typeof Side]

export const Direction = { CLIENT_TO_SERVER: 'CLIENT_TO_SERVER', SERVER_TO_CLIENT: 'SERVER_TO_CLIENT' } as const
export type Direction = (typeof Direction)[keyof typeof Direction]

/**
 * What source and destination mean on server-to-client lines: AUTO decides by the config version of the line,
 * CONTENT: source sent the content (PAN-OS ≤ 8.0), SESSION: source is the client (≥ 8.1).
 */
export const AddressOrder = { AUTO: 'AUTO', CONTENT: 'CONTENT', SESSION: 'SESSION' } as const
export type AddressOrder = (typeof AddressOrder)[keyof typeof AddressOrder]
