import { numericId } from '../../graphql/global-id.js'
import { BadInputError } from '../../platform/errors.js'

const KEY_MAX = 2_147_483_647n

/** @throws BadInputError unless it is the id of a rule */
export function ruleKey(globalId: string): number {
  const key = numericId('Rule', globalId)
  if (key > KEY_MAX) throw new BadInputError('Not the id of a Rule')
  return Number(key)
}

/** Digits. @throws BadInputError */
export const matchKey = (globalId: string): string => String(numericId('RuleMatch', globalId))
