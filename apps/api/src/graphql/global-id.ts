import { BadInputError } from '../platform/errors.js'

/** Opaque, typed and URL-safe: `Alert` and 12 make QWxlcnQ6MTI. */
export const toGlobalId = (type: string, id: string | number | bigint): string => Buffer.from(`${type}:${id}`).toString('base64url')

/** undefined: not one of ours. */
export function parseGlobalId(text: string): { readonly type: string; readonly id: string } | undefined {
  if (text.length > 128) return undefined
  const decoded = Buffer.from(text, 'base64url').toString('utf8')
  const [, type, id] = /^([A-Z][A-Za-z]{0,40}):([0-9A-Za-z-]{1,64})$/.exec(decoded) ?? []
  return type !== undefined && id !== undefined ? { type, id } : undefined
}

/** @throws BadInputError for garbage and for ids of another type */
export function fromGlobalId(type: string, text: string): string {
  const parsed = parseGlobalId(text)
  if (parsed?.type !== type) throw new BadInputError(`Not the id of a ${type}`)
  return parsed.id
}

/** Like fromGlobalId, for types whose key is an integer. */
export function numericId(type: string, text: string): bigint {
  const id = fromGlobalId(type, text)
  if (!/^\d{1,18}$/.test(id)) throw new BadInputError(`Not the id of a ${type}`)
  return BigInt(id)
}

const SMALL_KEY_MAX = 2_147_483_647n

/** The same for types whose keys are 32-bit integers. */
export function smallKey(type: string, text: string): number {
  const key = numericId(type, text)
  if (key > SMALL_KEY_MAX) throw new BadInputError(`Not the id of a ${type}`)
  return Number(key)
}
