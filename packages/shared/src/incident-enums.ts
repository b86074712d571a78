export const IncidentState = {
  NEW: 'NEW',
  OPEN: 'OPEN',
  ASSIGNED: 'ASSIGNED',
  CLOSED: 'CLOSED',
  IGNORED: 'IGNORED',
} as const
export type IncidentState = (typeof IncidentState)[keyof typeof IncidentState]

/** States in which an incident still takes alerts. */
export const ACTIVE_INCIDENT_STATES: readonly IncidentState[] = ['NEW', 'OPEN', 'ASSIGNED']

export const IncidentActivityKind = {
  CREATED: 'CREATED',
  OPENED: 'OPENED',
  ASSIGNED: 'ASSIGNED',
  UNASSIGNED: 'UNASSIGNED',
  COMMENTED: 'COMMENTED',
  CLOSED: 'CLOSED',
  IGNORED: 'IGNORED',
  REOPENED: 'REOPENED',
  /** WildFire changed its mind about a file of the incident. */
  VERDICT_CHANGED: 'VERDICT_CHANGED',
  EDITED: 'EDITED',
  TASK_ADDED: 'TASK_ADDED',
  TASK_DONE: 'TASK_DONE',
  TASK_REOPENED: 'TASK_REOPENED',
  MERGED: 'MERGED',
  SPLIT: 'SPLIT',
  UNDONE: 'UNDONE',
  MUTED: 'MUTED',
  MUTE_RECEIPT: 'MUTE_RECEIPT',
  MUTE_ENDED: 'MUTE_ENDED',
  RULE_MATCHED: 'RULE_MATCHED',
  RULE_ACTED: 'RULE_ACTED',
} as const
export type IncidentActivityKind = (typeof IncidentActivityKind)[keyof typeof IncidentActivityKind]

/** What two alerts must share to be of one incident. VICTIM is the target, ATTACKER the bad side. */
export const LinkKey = {
  VICTIM_USER: 'VICTIM_USER',
  VICTIM_ADDRESS: 'VICTIM_ADDRESS',
  VICTIM_HOSTNAME: 'VICTIM_HOSTNAME',
  VICTIM_MAC_ADDRESS: 'VICTIM_MAC_ADDRESS',
  ATTACKER_USER: 'ATTACKER_USER',
  ATTACKER_ADDRESS: 'ATTACKER_ADDRESS',
  ATTACKER_HOSTNAME: 'ATTACKER_HOSTNAME',
  ATTACKER_MAC_ADDRESS: 'ATTACKER_MAC_ADDRESS',
  EMAIL_RECIPIENT: 'EMAIL_RECIPIENT',
  EMAIL_SENDER: 'EMAIL_SENDER',
  EMAIL_SUBJECT: 'EMAIL_SUBJECT',
  THREAT_FILE_NAME: 'THREAT_FILE_NAME',
  THREAT_FILE_HASH: 'THREAT_FILE_HASH',
} as const
export type LinkKey = (typeof LinkKey)[keyof typeof LinkKey]

export const DEFAULT_LINK_KEYS: readonly LinkKey[] = ['VICTIM_USER', 'VICTIM_ADDRESS']

/** Role of a host in an incident. */
export const HostRole = { ATTACKER: 'ATTACKER', TARGET: 'TARGET', COMMAND_AND_CONTROL: 'COMMAND_AND_CONTROL' } as const
export type HostRole = (typeof HostRole)[keyof typeof HostRole]
