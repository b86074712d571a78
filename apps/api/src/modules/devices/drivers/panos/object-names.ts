import { createHash } from 'node:crypto'

/** Tag on everything that was made by us. Only what carries it is ever deleted. */
export const OUR_TAG = 'sallyport'
/** In the description of what cannot carry tags. */
export const OUR_MARK = 'Managed by Sallyport'

export const OBJECT_PREFIX = 'sp-'
const NAME_MAX = 63

/** The name of the address object of a canonical value: the same value has the same name, two values never share one. */
export function objectName(value: string): string {
  const name = `${OBJECT_PREFIX}${value.replaceAll('-', '__').replaceAll('/', '_').replaceAll(':', '-')}`
  return name.length <= NAME_MAX ? name : `${OBJECT_PREFIX}${createHash('sha256').update(value).digest('hex').slice(0, 40)}`
}

/** Tag that registered addresses of a dynamic group carry, and its filter asks for. */
export const registrationTag = (groupName: string): string => `sallyport.${groupName}`

/** Stands in a group that has nothing else, as PAN-OS takes no empty ones. Documentation addresses are routed nowhere. */
export const PLACEHOLDER_NAME = `${OBJECT_PREFIX}placeholder`
export const PLACEHOLDER_ADDRESS = '192.0.2.0/32'
export const PLACEHOLDER_URL = 'placeholder.sallyport.invalid/'
