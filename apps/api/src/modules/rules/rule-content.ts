import { ruleContentInput, type RuleContent } from '@sallyport/shared'
import type { RuleInForce } from './engine/index.js'

/** A rule as the runtime needs it. */
export interface LoadedRule extends RuleInForce {
  readonly maxEntriesPerHour: number
  readonly ownerId: string
}

/** What is stored of a rule. */
export interface StoredRule {
  readonly id: number
  readonly name: string
  readonly description: string
  readonly mode: string
  readonly stopAfterMatch: boolean
  readonly definition: unknown
  readonly maxEntriesPerHour: number
  readonly ownerId: string
  readonly version: number
}

/** undefined: another release wrote it in a form that this one does not know. */
export function loadedRule(stored: StoredRule): LoadedRule | undefined {
  const content = readContent(stored)
  return content && { ...content, id: stored.id, version: stored.version, ownerId: stored.ownerId }
}

/** What a person sets of a rule, from its row or one of its versions. */
export function readContent({
  name,
  description,
  mode,
  stopAfterMatch,
  definition,
  maxEntriesPerHour,
}: Omit<StoredRule, 'id' | 'ownerId' | 'version'>) {
  return ruleContentInput.safeParse({ name, description, mode, stopAfterMatch, definition, maxEntriesPerHour }).data
}

export const contentOf = ({ name, description, mode, stopAfterMatch, definition, maxEntriesPerHour }: RuleContent): RuleContent => ({
  name,
  description,
  mode,
  stopAfterMatch,
  definition,
  maxEntriesPerHour,
})
