import { numericId, smallKey } from '../../graphql/global-id.js'

/** @throws BadInputError unless it is the id of a rule */
export const ruleKey = (globalId: string): number => smallKey('Rule', globalId)

/** Digits. @throws BadInputError */
export const matchKey = (globalId: string): string => String(numericId('RuleMatch', globalId))
