export const RuleMode = { OFF: 'OFF', LOG_ONLY: 'LOG_ONLY', ON: 'ON' } as const
export type RuleMode = (typeof RuleMode)[keyof typeof RuleMode]

/** NO_MATCH is kept for a while in the database and not shown. */
export const RuleMatchState = {
  WAITING: 'WAITING',
  DUE: 'DUE',
  AWAITING_APPROVAL: 'AWAITING_APPROVAL',
  DONE: 'DONE',
  LOGGED: 'LOGGED',
  REJECTED: 'REJECTED',
  FAILED: 'FAILED',
} as const
export type RuleMatchState = (typeof RuleMatchState)[keyof typeof RuleMatchState]

export const RuleOutcomeState = {
  DONE: 'DONE',
  SKIPPED: 'SKIPPED',
  REFUSED: 'REFUSED',
  FAILED: 'FAILED',
  AWAITING_APPROVAL: 'AWAITING_APPROVAL',
  WOULD_DO: 'WOULD_DO',
} as const
export type RuleOutcomeState = (typeof RuleOutcomeState)[keyof typeof RuleOutcomeState]

export const RulePreviewState = { RUNNING: 'RUNNING', DONE: 'DONE', CANCELLED: 'CANCELLED', FAILED: 'FAILED' } as const
export type RulePreviewState = (typeof RulePreviewState)[keyof typeof RulePreviewState]
