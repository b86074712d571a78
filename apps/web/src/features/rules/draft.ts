import { OPERATORS, RULE_FIELDS, type RuleAction, type RuleFieldName } from '@sallyport/shared'

/** A rule's definition while somebody writes it: each part has a key that stays, and a leaf may be unfinished. */
export interface Draft {
  readonly sources: readonly string[]
  readonly schedule: DraftTime | null
  readonly condition: DraftGroup
  readonly actions: readonly DraftAction[]
  readonly waitSeconds: number | string
}

export type GroupKind = 'all' | 'any' | 'none'
export type DraftPart = DraftGroup | DraftLeaf

export interface DraftGroup {
  readonly key: string
  readonly kind: GroupKind
  readonly parts: readonly DraftPart[]
}

/** Of a field predicate: field, op and value; else `count`, `firstSeen` or `time`. As in the JSON, and possibly unfinished. */
export interface DraftLeaf {
  readonly key: string
  readonly leaf: Readonly<Record<string, unknown>>
}

export interface DraftAction {
  readonly key: string
  readonly action: { readonly do: RuleAction['do'] } & Readonly<Record<string, unknown>>
}

export interface DraftTime {
  readonly days: readonly number[]
  readonly from: string
  readonly to: string
  readonly timeZone: string
}

/** As deep as the server lets groups be, the outermost one included. */
export const GROUP_DEPTH_MAX = 6

const GROUPS: readonly GroupKind[] = ['all', 'any', 'none']

let keys = 0
const nextKey = (): string => `part-${++keys}`

export const isGroup = (part: DraftPart): part is DraftGroup => 'parts' in part

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** For a rule that is not written yet: one open question and no answer. */
export const emptyDraft = (): Draft => ({
  sources: [],
  schedule: null,
  condition: newGroup('all', [newLeaf('severity')]),
  actions: [],
  waitSeconds: 60,
})

export const newGroup = (kind: GroupKind, parts: readonly DraftPart[] = []): DraftGroup => ({ key: nextKey(), kind, parts })

/** Any JSON as a draft, also one that is no rule: what it lacks is as in an empty one. */
export function draftOf(definition: unknown): Draft {
  const { sources, schedule, condition, actions, waitSeconds } = isObject(definition) ? definition : {}
  const part = partOf(condition)
  return {
    sources: Array.isArray(sources) ? sources.map(String) : [],
    schedule: isObject(schedule) ? (schedule as unknown as DraftTime) : null,
    condition: part === undefined ? newGroup('all') : isGroup(part) ? part : newGroup('all', [part]),
    actions: (Array.isArray(actions) ? actions : [])
      .filter(isObject)
      .map(action => ({ key: nextKey(), action: action as DraftAction['action'] })),
    waitSeconds: typeof waitSeconds === 'number' ? waitSeconds : 60,
  }
}

function partOf(json: unknown): DraftPart | undefined {
  if (!isObject(json)) return undefined
  const kind = GROUPS.find(each => Array.isArray(json[each]))
  if (kind === undefined) return { key: nextKey(), leaf: json }
  return newGroup(
    kind,
    (json[kind] as unknown[]).flatMap(part => partOf(part) ?? []),
  )
}

/** The draft as JSON: a RuleDefinition once nothing is at fault. */
export function definitionOf({ sources, schedule, condition, actions, waitSeconds }: Draft): object {
  return { sources, schedule, condition: jsonOf(condition), actions: actions.map(({ action }) => action), waitSeconds }
}

const jsonOf = (part: DraftPart): object => (isGroup(part) ? { [part.kind]: part.parts.map(jsonOf) } : part.leaf)

/** A predicate of that field, with the operator and value that are most often wanted. */
export function newLeaf(field: RuleFieldName): DraftLeaf {
  const { type } = RULE_FIELDS[field]
  const op = type === 'severity' ? 'atLeast' : OPERATORS[type][0]
  return { key: nextKey(), leaf: { field, op, value: firstValue(field, op) } }
}

/** undefined: whoever writes the rule has to say. */
export function firstValue(field: RuleFieldName, op: string): unknown {
  const { type } = RULE_FIELDS[field]
  if (type === 'boolean' || op === 'known' || op === 'isOwn' || op === 'isPrivate') return true
  if (type === 'severity') return 'HIGH'
  return type === 'score' ? 75 : undefined
}

export const SPECIAL_LEAVES = {
  count: { count: { per: 'attacker', atLeast: 5, windowSeconds: 600 } },
  firstSeen: { firstSeen: { of: 'attacker', withinDays: 30 } },
} as const

/** The same leaf with other contents. */
export const withLeaf = ({ key }: DraftLeaf, leaf: DraftLeaf['leaf']): DraftLeaf => ({ key, leaf })

/** Several values as a list, one as itself: the form in which people write rules. */
export const plainOrList = (values: readonly unknown[]): unknown =>
  values.length === 0 ? undefined : values.length === 1 ? values[0] : [...values]
export const valuesOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value]

const FIRST_ACTIONS: Readonly<Record<RuleAction['do'], object>> = {
  addToList: { value: 'ATTACKER' },
  removeFromList: { value: 'ATTACKER' },
  setSeverity: { severity: 'HIGH' },
  setClassification: {},
  setAttackVector: {},
  setDisposition: {},
  assign: {},
  tag: { tags: [] },
  comment: { text: '' },
  notify: {},
  close: { summary: '' },
  ignore: { summary: '' },
}

export const newAction = (kind: RuleAction['do']): DraftAction => ({ key: nextKey(), action: { do: kind, ...FIRST_ACTIONS[kind] } })

/** The list with the item at that place moved by one; unchanged at its ends. */
export function movedBy<T>(items: readonly T[], at: number, by: -1 | 1): readonly T[] {
  const item = items[at]
  const other = items[at + by]
  if (item === undefined || other === undefined) return items
  return items.with(at, other).with(at + by, item)
}

/** The object without what was cleared: JSON knows no undefined. */
export const without = <T extends object>(record: T, ...names: readonly string[]): T =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name))) as T

/** Two definitions are the same when their JSON is, in whatever order their keys stand. */
export const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .toSorted()
      .map(key => [key, sorted(value[key])]),
  )
}
