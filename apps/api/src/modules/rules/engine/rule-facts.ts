import type { RuleFieldName, RuleValue } from '@sallyport/shared'

/** A fact that is not known (yet), as against one that the alert does not have. */
export const UNKNOWN = Symbol('unknown')
export type Unknown = typeof UNKNOWN

/** Text in lower case, severities as their rank (0 … 5), everything else as the field's type says. */
export type FactValue = string | number | boolean

export type CountKey = 'attacker' | 'target' | 'user' | 'threatId' | 'rule' | 'fileHash' | 'domain'
export type FirstSeenKey = 'attacker' | 'target' | 'user' | 'fileHash' | 'domain' | 'threatId'

/**
 * What a rule may ask of one alert. Nothing here waits: what is not known now is UNKNOWN. Implementations remember what they
 * have worked out, since many rules ask for the same.
 */
export interface RuleFacts {
  /** Epoch ms at which it occurred. */
  readonly occurredAt: number
  /** Name of the source, as people gave it. */
  readonly source: string
  /** Empty: the alert has none. Several where both sides have one: any of them may hold. Not for `…Listed`. */
  values(field: RuleFieldName): readonly FactValue[] | Unknown
  /** Whether one of the values of a `…Listed` field is on the list (its global id). */
  isListed(field: RuleFieldName, listId: string): boolean | Unknown
  /** Whether an address is of an own named network. */
  isOwn(address: string): boolean
  /** Alerts with the same value within the window, this one included; undefined: it has none. */
  count(per: CountKey, windowSeconds: number): number | undefined | Unknown
  /** Whether no stored alert of the days before has the value; undefined: it has none. */
  isFirstSeen(of: FirstSeenKey, withinDays: number): boolean | undefined | Unknown
}

/** The value of the alert that an action is about; undefined: it has none. In the form in which lists take it. */
export type ValueOf = (value: RuleValue) => string | undefined
