/** What a field of the query language takes: it decides which values are refused before anything is asked. */
export type QueryFieldType = 'state' | 'severity' | 'network' | 'time' | 'number' | 'flag' | 'text'

export interface QueryFieldInfo {
  readonly type: QueryFieldType
  /** For the help: what it asks, in words. */
  readonly words: string
  readonly example: string
  /** `none` (without quotes) asks for incidents that have none. */
  readonly none?: true
}

/** Fields of the search text of incidents: `field:value`. The order is that of the help. */
export const QUERY_FIELDS = {
  state: { type: 'state', words: 'Where it stands', example: 'state:new,open' },
  severity: { type: 'severity', words: 'Severity', example: 'severity:>=medium' },
  assignee: { type: 'text', words: 'Who works on it', example: 'assignee:me', none: true },
  team: { type: 'text', words: 'Team', example: 'team:none', none: true },
  tag: { type: 'text', words: 'Tag, as a whole', example: 'tag:vip', none: true },
  classification: { type: 'text', words: 'Classification', example: 'classification:phishing', none: true },
  disposition: { type: 'text', words: 'Disposition', example: 'disposition:"false positive"', none: true },
  vector: { type: 'text', words: 'Attack vector', example: 'vector:email', none: true },
  is: { type: 'flag', words: 'What is so of it', example: 'is:overdue' },
  user: { type: 'text', words: 'User of one of its alerts', example: 'user:corp\\jdoe' },
  host: { type: 'text', words: 'Host name of one of its alerts', example: 'host:laptop-7' },
  address: { type: 'network', words: 'Address or network at either end', example: 'address:192.0.2.0/24' },
  attacker: { type: 'network', words: 'Address or network of the attacker', example: 'attacker:203.0.113.8' },
  target: { type: 'network', words: 'Address or network of the target', example: 'target:192.0.2.7' },
  threat: { type: 'text', words: 'Name or id of a threat', example: 'threat:overflow' },
  file: { type: 'text', words: 'Name or hash of a file', example: 'file:invoice.exe' },
  domain: { type: 'text', words: 'Domain that was asked for, or host of a URL', example: 'domain:bad.example' },
  url: { type: 'text', words: 'Part of a URL', example: 'url:/login.php' },
  rule: { type: 'text', words: 'Rule on the firewall', example: 'rule:outbound' },
  firewall: { type: 'text', words: 'Name or serial number of a firewall', example: 'firewall:fw-edge' },
  subtype: { type: 'text', words: 'Subtype of an alert, as a whole', example: 'subtype:wildfire-virus' },
  app: { type: 'text', words: 'Application, as a whole', example: 'app:dns' },
  source: { type: 'text', words: 'Event source', example: 'source:edge' },
  matched: { type: 'text', words: 'Match condition that held', example: 'matched:"known bad"' },
  alerts: { type: 'number', words: 'How many alerts it has', example: 'alerts:>100' },
  created: { type: 'time', words: 'When it was made: a day, a range, or an age', example: 'created:24h' },
  last: { type: 'time', words: 'Its last alert', example: 'last:>2026-11-01' },
  updated: { type: 'time', words: 'Its last change', example: 'updated:<1h' },
  closed: { type: 'time', words: 'When it was closed', example: 'closed:2026-11-01..2026-11-07' },
  department: { type: 'text', words: 'Department of a user, by the directory', example: 'department:Finance' },
  title: { type: 'text', words: 'Job title of a user', example: 'title:director' },
  group: { type: 'text', words: 'Group of a user', example: 'group:"Domain Admins"' },
  name: { type: 'text', words: 'Full name of a user', example: 'name:"Ann Example"' },
  mail: { type: 'text', words: 'Mail address of a user', example: 'mail:ann@corp.example' },
  company: { type: 'text', words: 'Company of a user', example: 'company:Example' },
  office: { type: 'text', words: 'Office of a user', example: 'office:"Room 7"' },
  city: { type: 'text', words: 'City of a user', example: 'city:Ghent' },
  manager: { type: 'text', words: 'Manager of a user', example: 'manager:"Ben Example"' },
} as const satisfies Readonly<Record<string, QueryFieldInfo>>

export type QueryField = keyof typeof QUERY_FIELDS

/** Other words that people use for a field. */
export const QUERY_FIELD_ALIASES: Readonly<Record<string, QueryField>> = {
  victim: 'target',
  hash: 'file',
  owner: 'assignee',
  ip: 'address',
  opened: 'created',
  tags: 'tag',
}

/** Values of `is:`, with what they mean. */
export const QUERY_FLAGS = {
  active: 'new, open or assigned',
  allowed: 'some alert was not stopped by the firewall',
  blocked: 'every alert was stopped',
  unassigned: 'nobody works on it',
  mine: 'assigned to you',
  muted: 'ignored until a date',
  overdue: 'past its time to be looked at or closed',
  acknowledged: 'somebody has looked at it',
  merged: 'its alerts went into another',
  linking: 'a further alert of its kind would join it',
} as const satisfies Readonly<Record<string, string>>
export type QueryFlag = keyof typeof QUERY_FLAGS
