import { UserFaultsError } from './errors.js'

/** PostgreSQL holds no NUL characters in texts: a fault of the field that has one. */
export function assertStorable(input: object): void {
  const faults = Object.entries(input)
    .filter(([, value]) => typeof value === 'string' && value.includes('\0'))
    .map(([field]) => ({ code: 'INVALID', field: [field], message: 'A NUL character cannot be stored' }) as const)
  if (faults.length > 0) throw new UserFaultsError(faults)
}
