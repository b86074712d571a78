import { z } from 'zod'
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '../limits.js'
import { Role } from '../permissions.js'

export const userName = z
  .string()
  .trim()
  .min(1, 'Enter a name')
  .max(64, 'At most 64 characters')
  .regex(/^[\p{L}\p{N}._@ -]+$/u, 'Only letters, digits, blanks and . _ @ -')

export const password = z
  .string()
  .min(PASSWORD_MIN_LENGTH, `At least ${PASSWORD_MIN_LENGTH} characters`)
  .max(PASSWORD_MAX_LENGTH, `At most ${PASSWORD_MAX_LENGTH} characters`)

export const setUpInput = z.object({ token: z.string().min(1).max(256), name: userName, password })
export type SetUpInput = z.infer<typeof setUpInput>

export const signInInput = z.object({ name: z.string().trim().min(1).max(256), password: z.string().min(1).max(PASSWORD_MAX_LENGTH) })
export type SignInInput = z.infer<typeof signInInput>

export const userCreateInput = z.object({ name: userName, password, role: z.enum(Role) })
export type UserCreateInput = z.infer<typeof userCreateInput>

/** Fields left out stay as they are. */
export const userUpdateInput = z.object({ role: z.enum(Role).optional(), disabled: z.boolean().optional() })
export type UserUpdateInput = z.infer<typeof userUpdateInput>
