import { UserFaultsError, type UserErrorCode } from '../../platform/errors.js'

export const incidentFault = (code: UserErrorCode, message: string, field: readonly string[] | null, current?: unknown): UserFaultsError =>
  new UserFaultsError([{ code, message, field }], current)

export const incidentMissing = (field = 'id') => incidentFault('NOT_FOUND', 'The incident was not found', [field])
