import { z } from 'zod'
import { LIST_TTL, TIME_OF_DAY } from './rule-limits.js'
import { OPERATORS, RULE_FIELDS, RULE_FIELD_NAMES, type Operator } from './rule-fields.js'
import { Severity } from '../severity.js'
import { timeZone } from '../inputs/source.js'

/**
 * A rule's JSON form. Its condition is a tree of `all`, `any` and `none` over predicates. A predicate is true, false or
 * unknown (Kleene): unknown where a fact is not known (yet). A rule matches where its condition is true.
 */

const operator = z.enum([...new Set(Object.values(OPERATORS).flat())] as [Operator, ...Operator[]])
const plain = z.union([z.string().min(1, 'Give a value').max(512, 'At most 512 characters'), z.number(), z.boolean()])

/** `{ field, op, value }`; a list of values means any of them. `is` true|false for isOwn, isPrivate and known. */
const fieldPredicate = z
  .strictObject({
    field: z.enum(RULE_FIELD_NAMES),
    op: operator,
    value: z.union([plain, z.array(plain).min(1, 'Give a value').max(500, 'At most 500 values')]),
  })
  .superRefine(({ field, op, value }, context) => {
    const { type, label } = RULE_FIELDS[field]
    if (!(OPERATORS[type] as readonly string[]).includes(op)) {
      context.addIssue({ code: 'custom', path: ['op'], message: `${label} cannot be compared by '${op}'` })
      return
    }
    const fault = valueFault(field, op, value)
    if (fault !== undefined) context.addIssue({ code: 'custom', path: ['value'], message: fault })
  })

/** Alerts that share a value with this one, itself included, within the window. Counted by this server since it started, at most a day. */
const countPredicate = z.strictObject({
  count: z.strictObject({
    per: z.enum(['attacker', 'target', 'user', 'threatId', 'rule', 'fileHash', 'domain']),
    atLeast: z.int().min(2).max(100_000),
    windowSeconds: z.int().min(10).max(86_400),
  }),
})

/** No stored alert of the days before names the value. */
const firstSeenPredicate = z.strictObject({
  firstSeen: z.strictObject({
    of: z.enum(['attacker', 'target', 'user', 'fileHash', 'domain', 'threatId']),
    withinDays: z.int().min(1).max(90),
  }),
})

/** When the alert occurred. Over midnight where from is later than to. */
const timePredicate = z.strictObject({
  time: z.strictObject({
    /** 1 Monday … 7 Sunday; empty: every day. */
    days: z.array(z.int().min(1).max(7)).max(7),
    from: z.string().regex(TIME_OF_DAY, 'Write a time as HH:MM'),
    to: z.string().regex(TIME_OF_DAY, 'Write a time as HH:MM'),
    timeZone,
  }),
})

export type Predicate =
  z.infer<typeof fieldPredicate> | z.infer<typeof countPredicate> | z.infer<typeof firstSeenPredicate> | z.infer<typeof timePredicate>
export type Condition =
  { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | { readonly none: readonly Condition[] } | Predicate

const branches: z.ZodType<readonly Condition[]> = z.lazy(() => z.array(condition).min(1, 'Add a condition').max(50))
const condition: z.ZodType<Condition> = z.lazy(() =>
  z.unknown().transform((value, context) => {
    const shape = shapeOf(value)
    if (shape === undefined) {
      context.addIssue({ code: 'custom', message: 'Write one of all, any, none, field, count, firstSeen or time' })
      return z.NEVER
    }
    const parsed = shape.safeParse(value)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues) context.addIssue({ code: 'custom', path: issue.path, message: issue.message })
    return z.NEVER
  }),
)
const SHAPES: Readonly<Record<string, z.ZodType<Condition>>> = {
  all: z.strictObject({ all: branches }),
  any: z.strictObject({ any: branches }),
  none: z.strictObject({ none: branches }),
  field: fieldPredicate,
  count: countPredicate,
  firstSeen: firstSeenPredicate,
  time: timePredicate,
}
/** Of single predicates, by the key that tells them apart: for a JSON Schema. */
export const PREDICATE_SHAPES = {
  field: fieldPredicate,
  count: countPredicate,
  firstSeen: firstSeenPredicate,
  time: timePredicate,
} as const
const shapeOf = (value: unknown) =>
  typeof value === 'object' && value !== null ? SHAPES[Object.keys(SHAPES).find(key => Object.hasOwn(value, key)) ?? ''] : undefined

export const RuleValue = {
  ATTACKER: 'ATTACKER',
  TARGET: 'TARGET',
  COMMAND_AND_CONTROL: 'COMMAND_AND_CONTROL',
  URL: 'URL',
  DOMAIN: 'DOMAIN',
  FILE_HASH: 'FILE_HASH',
  USER: 'USER',
} as const
export type RuleValue = (typeof RuleValue)[keyof typeof RuleValue]

/** With {threat}, {attacker}, {target}, {user}, {rule}, {firewall}, {alert}, {incident}, {url}, {domain}, {file}, {severity} filled in. */
const template = z.string().max(500, 'At most 500 characters')
/** Opaque ids, as the API gives them. */
const globalId = z.string().min(1).max(200)
const listId = globalId
const fieldText = z.string().trim().min(1, 'Choose a value').max(100, 'At most 100 characters')
/** Of any action: a person has to agree first. */
const approval = z.boolean().optional()

export const ruleAction = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('addToList'),
    listId,
    value: z.enum(RuleValue),
    /** null: never expires; left out: as the list says. */
    ttlSeconds: z.int().min(LIST_TTL.min).max(LIST_TTL.max).nullable().optional(),
    reason: template.optional(),
    approval,
  }),
  z.strictObject({ do: z.literal('removeFromList'), listId, value: z.enum(RuleValue), reason: template.optional(), approval }),
  z.strictObject({ do: z.literal('setSeverity'), severity: z.enum(Severity), approval }),
  z.strictObject({ do: z.literal('setClassification'), value: fieldText, approval }),
  z.strictObject({ do: z.literal('setAttackVector'), value: fieldText, approval }),
  z.strictObject({ do: z.literal('setDisposition'), value: fieldText, approval }),
  z.strictObject({ do: z.literal('assign'), userId: globalId.optional(), teamId: globalId.optional(), approval }),
  z.strictObject({
    do: z.literal('tag'),
    tags: z
      .array(z.string().trim().min(1, 'A tag needs a letter').max(50, 'At most 50 characters'))
      .min(1, 'Give a tag')
      .max(20, 'At most 20 tags'),
    approval,
  }),
  z.strictObject({ do: z.literal('comment'), text: template.min(1, 'Write something'), approval }),
  z.strictObject({ do: z.literal('notify'), channelId: globalId, text: template.optional(), approval }),
  z.strictObject({ do: z.literal('close'), summary: template.min(1, 'Say in a line why'), disposition: fieldText.optional(), approval }),
  z.strictObject({ do: z.literal('ignore'), summary: template.min(1, 'Say in a line why'), approval }),
])
export type RuleAction = z.infer<typeof ruleAction>

export const ruleDefinition = z.strictObject({
  /** Names of sources; empty: all. */
  sources: z.array(z.string().min(1).max(100)).max(20).default([]),
  /** When the rule works; null: always. */
  schedule: timePredicate.shape.time.nullable().default(null),
  condition,
  actions: z.array(ruleAction).min(1, 'Add an action').max(20),
  /** How long facts of others (directory, reputation, WildFire) are waited for; then they are unknown. */
  waitSeconds: z.int().min(0).max(3_600).default(60),
})
export type RuleDefinition = z.infer<typeof ruleDefinition>

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

function valueFault(field: keyof typeof RULE_FIELDS, op: string, value: unknown): string | undefined {
  const { type } = RULE_FIELDS[field]
  const choices: readonly string[] | undefined = (RULE_FIELDS[field] as { readonly choices?: readonly string[] }).choices
  for (const one of asList(value)) {
    if (op === 'known' || op === 'isOwn' || op === 'isPrivate' || type === 'boolean') {
      if (typeof one !== 'boolean') return 'Choose yes or no'
    } else if (type === 'number' || type === 'score') {
      if (typeof one !== 'number' || !Number.isSafeInteger(one)) return 'Give a whole number'
      if (type === 'score' && (one < 0 || one > 100)) return 'A score is between 0 and 100'
    } else if (typeof one !== 'string') return 'Give a text'
    else if (type === 'severity' && !(one in Severity)) return `${one} is not a severity`
    else if (choices && !choices.includes(one)) return `${one} is not one of ${choices.join(', ')}`
    else if (type === 'country' && !/^[A-Z]{2}$/.test(one)) return 'Write a country as two capital letters (ISO 3166)'
  }
  return undefined
}
