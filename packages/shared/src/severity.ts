/** PAN-OS severities, lowest first. UNKNOWN: the field was missing or not one of the five. */
export const Severity = {
  UNKNOWN: 'UNKNOWN',
  INFORMATIONAL: 'INFORMATIONAL',
  LOW: 'LOW',
  MEDIUM: 'MEDIUM',
  HIGH: 'HIGH',
  CRITICAL: 'CRITICAL',
} as const
export type Severity = (typeof Severity)[keyof typeof Severity]

export const SEVERITIES = Object.values(Severity)

/** 0 unknown … 5 critical: how severities are stored and compared. */
export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity)

export const severityOfRank = (rank: number): Severity => SEVERITIES[rank] ?? Severity.UNKNOWN
