import { TimelineKind } from '@sallyport/shared'

/** What the filter of the timeline offers. */
export const TIMELINE_WORDS: Readonly<Record<TimelineKind, string>> = {
  ALERTS: 'Alerts',
  ENRICHMENT: 'Enrichment',
  STATE: 'State and assignee',
  COMMENT: 'Comments',
  FIELD: 'Fields',
  TASK: 'Tasks',
  RULE: 'Match conditions',
  LIST: 'Lists',
  PUSH: 'Pushes',
  MERGE: 'Merge and split',
}

export const TIMELINE_KINDS = Object.values(TimelineKind)
