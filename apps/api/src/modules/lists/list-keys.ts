import { numericId, smallKey } from '../../graphql/global-id.js'

/** @throws BadInputError unless it is the id of a type whose keys are 32-bit integers */
export const listKey = (globalId: string, type: 'List' | 'Protection' = 'List'): number => smallKey(type, globalId)

/** Digits. @throws BadInputError */
export const largeKey = (type: 'ListEntry' | 'Incident' | 'Alert', globalId: string): string => String(numericId(type, globalId))
