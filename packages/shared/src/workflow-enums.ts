export const IncidentField = { CLASSIFICATION: 'CLASSIFICATION', ATTACK_VECTOR: 'ATTACK_VECTOR', DISPOSITION: 'DISPOSITION' } as const
export type IncidentField = (typeof IncidentField)[keyof typeof IncidentField]

export const TimelineKind = {
  ALERTS: 'ALERTS',
  ENRICHMENT: 'ENRICHMENT',
  STATE: 'STATE',
  COMMENT: 'COMMENT',
  FIELD: 'FIELD',
  TASK: 'TASK',
  RULE: 'RULE',
  LIST: 'LIST',
  PUSH: 'PUSH',
  MERGE: 'MERGE',
} as const
export type TimelineKind = (typeof TimelineKind)[keyof typeof TimelineKind]

export const JobState = { RUNNING: 'RUNNING', DONE: 'DONE', CANCELLED: 'CANCELLED', UNDOING: 'UNDOING', UNDONE: 'UNDONE' } as const
export type JobState = (typeof JobState)[keyof typeof JobState]

export const JobItemState = {
  PENDING: 'PENDING',
  DONE: 'DONE',
  UNCHANGED: 'UNCHANGED',
  FAILED: 'FAILED',
  UNDONE: 'UNDONE',
  NOT_UNDONE: 'NOT_UNDONE',
} as const
export type JobItemState = (typeof JobItemState)[keyof typeof JobItemState]

export const ChannelKind = { EMAIL: 'EMAIL', WEBHOOK: 'WEBHOOK', SLACK: 'SLACK' } as const
export type ChannelKind = (typeof ChannelKind)[keyof typeof ChannelKind]

export const DeliveryState = { PENDING: 'PENDING', SENT: 'SENT', FAILED: 'FAILED' } as const
export type DeliveryState = (typeof DeliveryState)[keyof typeof DeliveryState]

export const MailSecurity = { NONE: 'NONE', STARTTLS: 'STARTTLS', TLS: 'TLS' } as const
export type MailSecurity = (typeof MailSecurity)[keyof typeof MailSecurity]

/** Scopes of API keys (peers, G20). A key has the permissions of all its scopes. */
export const ApiScope = {
  READ_ALERTS: 'READ_ALERTS',
  WRITE_INCIDENTS: 'WRITE_INCIDENTS',
  WRITE_LISTS: 'WRITE_LISTS',
  PUBLISH_LISTS: 'PUBLISH_LISTS',
  PUSH_DEVICES: 'PUSH_DEVICES',
  ADMIN: 'ADMIN',
} as const
export type ApiScope = (typeof ApiScope)[keyof typeof ApiScope]
