import { UserFaultsError, type UserErrorCode } from '../../platform/errors.js'

export const fault = (code: UserErrorCode, message: string, field: readonly string[] | null, current?: unknown): UserFaultsError =>
  new UserFaultsError([{ code, message, field }], current)

export const listMissing = (field = 'id') => fault('NOT_FOUND', 'The list was not found', [field])
