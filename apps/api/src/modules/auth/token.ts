import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, 43 characters. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text)

/** What the database holds: a copy of it opens nothing. */
export const tokenHash = (token: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(token).digest())
