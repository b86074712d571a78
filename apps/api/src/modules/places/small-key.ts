import { numericId } from '../../graphql/global-id.js'
import { BadInputError } from '../../platform/errors.js'

const KEY_MAX = 2_147_483_647n

/** @throws BadInputError unless it is the id of a type whose keys are 32-bit integers */
export function smallKey(type: 'NamedNetwork' | 'Feed', globalId: string): number {
  const key = numericId(type, globalId)
  if (key > KEY_MAX) throw new BadInputError(`Not the id of a ${type}`)
  return Number(key)
}
