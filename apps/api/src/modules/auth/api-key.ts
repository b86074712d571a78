import { API_KEY_PREFIX, ApiScope, keyPermissions, type Role } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import type { ApiKey } from '../../platform/prisma/client.js'
import { isToken, newToken } from './token.js'

/** Characters of a key that are kept to recognise it by: the prefix and 36 of its 256 bits. */
const SHOWN = API_KEY_PREFIX.length + 6

export interface NewKey {
  /** For the person, once. */
  readonly token: string
  readonly prefix: string
}

export function newApiKey(): NewKey {
  const token = `${API_KEY_PREFIX}${newToken()}`
  return { token, prefix: token.slice(0, SHOWN) }
}

export const isApiKey = (text: string): boolean => text.startsWith(API_KEY_PREFIX) && isToken(text.slice(API_KEY_PREFIX.length))

/** Id of the session that a key stands for, wherever sessions are told apart. */
export const keySessionId = (keyId: string): string => `api-key:${keyId}`

/** Told in a `sessionEnded` hint when the rights of a person changed: their keys are read again. */
export const keysOfId = (userId: string): string => `api-keys-of:${userId}`

const SCOPES: readonly string[] = Object.values(ApiScope)

/** Scopes of a later release that this one does not know give nothing. */
export const scopesOf = (scopes: readonly string[]): ApiScope[] => scopes.filter((scope): scope is ApiScope => SCOPES.includes(scope))

/** The person who made the key, as far as its scopes reach. */
export function keyActor(
  key: Pick<ApiKey, 'id' | 'name' | 'scopes'>,
  creator: { readonly id: string; readonly name: string; readonly role: Role },
): Actor {
  const permissions = keyPermissions(scopesOf(key.scopes), creator.role)
  return { userId: creator.id, name: creator.name, role: creator.role, apiKey: { id: key.id, name: key.name, permissions } }
}
