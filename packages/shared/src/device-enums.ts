export const DeviceType = {
  PALO_ALTO_NETWORKS: 'PALO_ALTO_NETWORKS',
} as const
export type DeviceType = (typeof DeviceType)[keyof typeof DeviceType]

export const UpdateSchedule = {
  ON_CHANGE: 'ON_CHANGE',
  INTERVAL: 'INTERVAL',
  HOURLY: 'HOURLY',
  DAILY: 'DAILY',
  MANUAL: 'MANUAL',
} as const
export type UpdateSchedule = (typeof UpdateSchedule)[keyof typeof UpdateSchedule]

export const DeviceScope = {
  SHARED: 'SHARED',
  VSYS: 'VSYS',
  DEVICE_GROUP: 'DEVICE_GROUP',
} as const
export type DeviceScope = (typeof DeviceScope)[keyof typeof DeviceScope]

export const CommitPolicy = {
  AUTOMATIC: 'AUTOMATIC',
  WINDOW: 'WINDOW',
  NEVER: 'NEVER',
} as const
export type CommitPolicy = (typeof CommitPolicy)[keyof typeof CommitPolicy]

export const TlsTrust = {
  SYSTEM: 'SYSTEM',
  CA: 'CA',
  PINNED: 'PINNED',
} as const
export type TlsTrust = (typeof TlsTrust)[keyof typeof TlsTrust]

export const DriftPolicy = {
  CORRECT: 'CORRECT',
  REPORT: 'REPORT',
} as const
export type DriftPolicy = (typeof DriftPolicy)[keyof typeof DriftPolicy]

export const MappingKind = {
  ADDRESS_GROUP: 'ADDRESS_GROUP',
  DYNAMIC_ADDRESS_GROUP: 'DYNAMIC_ADDRESS_GROUP',
  URL_CATEGORY: 'URL_CATEGORY',
} as const
export type MappingKind = (typeof MappingKind)[keyof typeof MappingKind]

export const MappingState = {
  PENDING: 'PENDING',
  IN_SYNC: 'IN_SYNC',
  FAILED: 'FAILED',
  DRIFTED: 'DRIFTED',
  AWAITING_COMMIT: 'AWAITING_COMMIT',
} as const
export type MappingState = (typeof MappingState)[keyof typeof MappingState]

export const SyncCause = {
  LIST_CHANGED: 'LIST_CHANGED',
  SCHEDULE: 'SCHEDULE',
  MANUAL: 'MANUAL',
  MAPPING_CHANGED: 'MAPPING_CHANGED',
  RETRY: 'RETRY',
} as const
export type SyncCause = (typeof SyncCause)[keyof typeof SyncCause]

export const SyncState = {
  RUNNING: 'RUNNING',
  SUCCEEDED: 'SUCCEEDED',
  FAILED: 'FAILED',
  POSTPONED: 'POSTPONED',
  SUPERSEDED: 'SUPERSEDED',
} as const
export type SyncState = (typeof SyncState)[keyof typeof SyncState]

export const DeviceFailure = {
  UNREACHABLE: 'UNREACHABLE',
  TLS_NOT_TRUSTED: 'TLS_NOT_TRUSTED',
  CREDENTIALS: 'CREDENTIALS',
  NOT_PERMITTED: 'NOT_PERMITTED',
  LOCKED: 'LOCKED',
  OTHERS_PENDING: 'OTHERS_PENDING',
  COMMIT_FAILED: 'COMMIT_FAILED',
  COMMIT_QUEUE_FULL: 'COMMIT_QUEUE_FULL',
  COMMIT_VANISHED: 'COMMIT_VANISHED',
  TIMED_OUT: 'TIMED_OUT',
  REFUSED: 'REFUSED',
  CAPACITY: 'CAPACITY',
  NOT_ACTIVE: 'NOT_ACTIVE',
  DEVICE_FAULT: 'DEVICE_FAULT',
  BAD_ANSWER: 'BAD_ANSWER',
} as const
export type DeviceFailure = (typeof DeviceFailure)[keyof typeof DeviceFailure]
