/** How a field is compared. */
export type FieldType = 'text' | 'number' | 'boolean' | 'severity' | 'choice' | 'address' | 'country' | 'score' | 'listed'

export interface RuleField {
  /** For people: 'Attacker address'. */
  readonly label: string
  readonly type: FieldType
  /** Of choice. */
  readonly choices?: readonly string[]
  /** Where the value is from: the line itself; tables in memory (places, named networks, feeds, lists); answers of others, which may be awaited. */
  readonly source: 'alert' | 'memory' | 'lookup'
  readonly group: 'Where' | 'What' | 'Who' | 'File and URL' | 'Known of it'
}

const text = (label: string, group: RuleField['group'], source: RuleField['source'] = 'alert'): RuleField => ({
  label,
  type: 'text',
  source,
  group,
})
const address = (label: string): RuleField => ({ label, type: 'address', source: 'alert', group: 'Who' })
const country = (label: string): RuleField => ({ label, type: 'country', source: 'memory', group: 'Known of it' })
const score = (label: string): RuleField => ({ label, type: 'score', source: 'lookup', group: 'Known of it' })
const person = (label: string): RuleField => text(label, 'Who', 'lookup')

const WILDFIRE_VERDICTS = ['BENIGN', 'MALICIOUS', 'GRAYWARE', 'PHISHING', 'COMMAND_AND_CONTROL', 'PENDING', 'UNKNOWN']

/** Every field that a predicate can speak of, in the order in which people are shown them. */
export const RULE_FIELDS = {
  source: text('Source', 'Where'),
  firewall: text('Firewall (name or serial)', 'Where'),
  rule: text('Rule on the firewall', 'Where'),
  sourceZone: text('Source zone', 'Where'),
  destinationZone: text('Destination zone', 'Where'),
  vsys: text('Virtual system', 'Where'),
  subtype: text('Subtype', 'What'),
  severity: { label: 'Severity', type: 'severity', source: 'alert', group: 'What' },
  action: text('Action', 'What'),
  blocked: { label: 'Stopped by the firewall', type: 'boolean', source: 'alert', group: 'What' },
  direction: { label: 'Direction', type: 'choice', choices: ['CLIENT_TO_SERVER', 'SERVER_TO_CLIENT'], source: 'alert', group: 'What' },
  threatName: text('Threat name', 'What'),
  threatId: { label: 'Threat id', type: 'number', source: 'alert', group: 'What' },
  threatCategory: text('Threat category', 'What'),
  category: text('URL category', 'What'),
  app: text('Application', 'What'),
  commandControl: { label: 'Command and control', type: 'boolean', source: 'alert', group: 'What' },
  attacker: address('Attacker address'),
  target: address('Target address'),
  anyAddress: address('Any address'),
  user: text('User (either side)', 'Who'),
  host: text('Host name (either side)', 'Who'),
  mailSender: text('Mail sender', 'Who'),
  mailRecipient: text('Mail recipient', 'Who'),
  url: text('URL', 'File and URL'),
  domain: text('Domain', 'File and URL'),
  fileName: text('File name', 'File and URL'),
  fileType: text('File type', 'File and URL'),
  fileHash: text('File hash', 'File and URL'),
  alertVerdict: {
    label: 'Verdict on the line',
    type: 'choice',
    choices: ['BENIGN', 'GRAYWARE', 'MALICIOUS', 'PHISHING', 'UNKNOWN'],
    source: 'alert',
    group: 'File and URL',
  },
  wildfireVerdict: { label: 'WildFire verdict', type: 'choice', choices: WILDFIRE_VERDICTS, source: 'lookup', group: 'Known of it' },
  attackerCountry: country('Country of the attacker'),
  targetCountry: country('Country of the target'),
  attackerAsn: { label: 'ASN of the attacker', type: 'number', source: 'memory', group: 'Known of it' },
  attackerNetwork: text('Named network of the attacker', 'Known of it', 'memory'),
  targetNetwork: text('Named network of the target', 'Known of it', 'memory'),
  attackerScore: score('Reputation of the attacker'),
  domainScore: score('Reputation of the domain'),
  urlScore: score('Reputation of the URL'),
  fileScore: score('Reputation of the file'),
  userDepartment: person('Department of the user'),
  userTitle: person('Title of the user'),
  userGroup: person('Directory group of the user'),
  userManager: person('Manager of the user'),
  userCity: person('City of the user'),
  attackerListed: { label: 'Attacker on list', type: 'listed', source: 'memory', group: 'Known of it' },
  targetListed: { label: 'Target on list', type: 'listed', source: 'memory', group: 'Known of it' },
  urlListed: { label: 'URL on list', type: 'listed', source: 'memory', group: 'Known of it' },
  domainListed: { label: 'Domain on list', type: 'listed', source: 'memory', group: 'Known of it' },
  fileListed: { label: 'File hash on list', type: 'listed', source: 'memory', group: 'Known of it' },
  userListed: { label: 'User on list', type: 'listed', source: 'memory', group: 'Known of it' },
} as const satisfies Readonly<Record<string, RuleField>>
export type RuleFieldName = keyof typeof RULE_FIELDS
export const RULE_FIELD_NAMES = Object.keys(RULE_FIELDS) as [RuleFieldName, ...RuleFieldName[]]

/** Operators by type of the field. Text is compared without case. */
export const OPERATORS = {
  text: ['is', 'contains', 'startsWith', 'endsWith', 'wildcard', 'regex', 'known'],
  number: ['is', 'atLeast', 'atMost'],
  boolean: ['is'],
  severity: ['is', 'atLeast'],
  choice: ['is'],
  address: ['inNetwork', 'isOwn', 'isPrivate', 'known'],
  country: ['is'],
  score: ['atLeast'],
  listed: ['is'],
} as const satisfies Readonly<Record<FieldType, readonly string[]>>
export type Operator = (typeof OPERATORS)[FieldType][number]
