import type { Condition, Predicate, RuleAction, RuleDefinition, RuleValue } from './rule-definition.js'
import { RULE_FIELDS, type Operator } from './rule-fields.js'

/** A rule in plain language, a line each; parts of a group are indented by two spaces. */
export interface RuleReading {
  readonly when: readonly string[]
  readonly then: readonly string[]
}

/** Names of what a rule mentions by id; undefined: there is no such thing (any more). */
export interface RuleNames {
  list(id: string): string | undefined
  channel(id: string): string | undefined
  person(id: string): string | undefined
  team(id: string): string | undefined
}

export function readRule({ sources, schedule, condition, actions, waitSeconds }: RuleDefinition, names: RuleNames): RuleReading {
  const when = [
    ...(sources.length > 0 ? [`The source is ${orOf(sources)}`] : []),
    ...conditionLines(condition, names, 0),
    ...(schedule ? [`The alert occurred ${timeWords(schedule)}`] : []),
    ...(needsWaiting(condition) ? [`What is not known yet is waited for up to ${durationWords(waitSeconds)}`] : []),
  ]
  return { when, then: actions.map(action => readAction(action, names)) }
}

const GROUP_WORDS = { all: 'All of these hold:', any: 'At least one of these holds:', none: 'None of these holds:' } as const

function conditionLines(condition: Condition, names: RuleNames, depth: number): string[] {
  const indent = '  '.repeat(depth)
  for (const key of ['all', 'any', 'none'] as const) {
    if (!(key in condition)) continue
    const parts = (condition as Record<typeof key, readonly Condition[]>)[key]
    // A single part, or the outermost 'all', needs no heading.
    if (key !== 'none' && (parts.length === 1 || (key === 'all' && depth === 0)))
      return parts.flatMap(part => conditionLines(part, names, depth))
    return [`${indent}${GROUP_WORDS[key]}`, ...parts.flatMap(part => conditionLines(part, names, depth + 1))]
  }
  return [`${indent}${readPredicate(condition as Predicate, names)}`]
}

const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  is: 'is',
  contains: 'contains',
  startsWith: 'starts with',
  endsWith: 'ends with',
  wildcard: 'looks like',
  regex: 'matches the expression',
  known: 'is told',
  atLeast: 'is at least',
  atMost: 'is at most',
  inNetwork: 'is in',
  isOwn: 'is in an own network',
  isPrivate: 'is private',
}

const PER_WORDS: Readonly<Record<string, string>> = {
  attacker: 'attacker',
  target: 'target',
  user: 'user',
  threatId: 'threat id',
  rule: 'rule of the firewall',
  fileHash: 'file hash',
  domain: 'domain',
}

/** One predicate, e.g. 'Severity is at least high'. */
export function readPredicate(predicate: Predicate, names: Pick<RuleNames, 'list'>): string {
  if ('count' in predicate) {
    const { per, atLeast, windowSeconds } = predicate.count
    return `At least ${atLeast} alerts with the same ${PER_WORDS[per]} within ${durationWords(windowSeconds)}`
  }
  if ('firstSeen' in predicate) {
    const { of, withinDays } = predicate.firstSeen
    return `The ${PER_WORDS[of]} is seen for the first time in ${withinDays === 1 ? 'a day' : `${withinDays} days`}`
  }
  if ('time' in predicate) return `The alert occurred ${timeWords(predicate.time)}`
  const { field, op, value } = predicate
  const { label, type } = RULE_FIELDS[field]
  const values = Array.isArray(value) ? value : [value]
  if (type === 'listed') return `${label} ${orOf(values.map(id => `‘${names.list(String(id)) ?? 'a list that is gone'}’`))}`
  if (type === 'boolean') return `${label}: ${values.map(yes => (yes === true ? 'yes' : 'no')).join(' or ')}`
  if (op === 'known' || op === 'isOwn' || op === 'isPrivate')
    return values.includes(true) ? `${label} ${OPERATOR_WORDS[op]}` : `${label} ${OPERATOR_WORDS[op].replace('is ', 'is not ')}`
  return `${label} ${OPERATOR_WORDS[op]} ${orOf(values.map(one => valueWords(one, type)))}`
}

const valueWords = (value: unknown, type: string): string =>
  type === 'severity' || type === 'choice'
    ? String(value).toLowerCase().replaceAll('_', ' ')
    : type === 'text'
      ? `‘${String(value)}’`
      : String(value)

const SHOWN_MAX = 5

function orOf(words: readonly string[]): string {
  if (words.length > SHOWN_MAX) return `${words.slice(0, SHOWN_MAX).join(', ')} or one of ${words.length - SHOWN_MAX} more`
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

export const RULE_VALUE_WORDS: Readonly<Record<RuleValue, string>> = {
  ATTACKER: 'the attacker',
  TARGET: 'the target',
  COMMAND_AND_CONTROL: 'the command-and-control address',
  URL: 'the URL',
  DOMAIN: 'the domain',
  FILE_HASH: 'the file hash',
  USER: 'the user',
}

/** One action, e.g. 'Add the attacker to ‘Blocked’ for 7 days'. */
export function readAction(action: RuleAction, names: RuleNames): string {
  const words = actionWords(action, names)
  return action.approval ? `${words}, once somebody agrees` : words
}

function actionWords(action: RuleAction, names: RuleNames): string {
  switch (action.do) {
    case 'addToList': {
      const list = `‘${names.list(action.listId) ?? 'a list that is gone'}’`
      const stay =
        action.ttlSeconds === undefined ? '' : action.ttlSeconds === null ? ' for good' : ` for ${durationWords(action.ttlSeconds)}`
      return `Add ${RULE_VALUE_WORDS[action.value]} to ${list}${stay}`
    }
    case 'removeFromList':
      return `Remove ${RULE_VALUE_WORDS[action.value]} from ‘${names.list(action.listId) ?? 'a list that is gone'}’`
    case 'setSeverity':
      return `Set the severity of the incident to ${action.severity.toLowerCase()}`
    case 'setClassification':
      return `Set the classification to ‘${action.value}’`
    case 'setAttackVector':
      return `Set the attack vector to ‘${action.value}’`
    case 'setDisposition':
      return `Set the disposition to ‘${action.value}’`
    case 'assign':
      return action.teamId === undefined
        ? `Assign the incident to ${names.person(action.userId ?? '') ?? 'somebody who is gone'}`
        : `Assign the incident to the team ${names.team(action.teamId) ?? 'that is gone'}`
    case 'tag':
      return `Tag the incident ${action.tags.map(tag => `‘${tag}’`).join(', ')}`
    case 'comment':
      return `Comment: ‘${action.text}’`
    case 'notify':
      return `Tell ‘${names.channel(action.channelId) ?? 'a channel that is gone'}’`
    case 'close':
      return `Close the incident: ‘${action.summary}’${action.disposition === undefined ? '' : ` (${action.disposition})`}`
    case 'ignore':
      return `Ignore the incident: ‘${action.summary}’`
  }
}

const DAY_WORDS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

function timeWords({ days, from, to, timeZone }: { days: readonly number[]; from: string; to: string; timeZone: string }): string {
  const on = days.length === 0 || days.length === 7 ? '' : ` on ${orOf(days.map(day => DAY_WORDS[day - 1] ?? ''))}`
  return `between ${from} and ${to} (${timeZone})${on}`
}

const UNITS = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const

/** e.g. '7 days', '90 minutes'. */
export function durationWords(seconds: number): string {
  const [size, unit] = UNITS.find(([size]) => seconds >= size && seconds % size === 0) ?? [1, 'second']
  const count = seconds / size
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

function needsWaiting(condition: Condition): boolean {
  const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : 'none' in condition ? condition.none : undefined
  if (parts) return parts.some(needsWaiting)
  return 'field' in condition && RULE_FIELDS[condition.field].source === 'lookup'
}
