import { createHash, randomBytes } from 'node:crypto'
import { forbidden } from './answers.js'

/** A request type of the XML API, which is also what a role grants. */
export type ApiType = 'config' | 'commit' | 'op' | 'user-id' | 'export' | 'import' | 'report' | 'log'

export interface AdminOptions {
  readonly name: string
  readonly password: string
  /** undefined: superuser. A custom role may do the listed request types alone. */
  readonly role?: { readonly name: string; readonly may: readonly ApiType[] }
}

export interface Admin extends AdminOptions {
  password: string
  role?: { readonly name: string; readonly may: readonly ApiType[] }
}

interface IssuedKey {
  readonly admin: string
  readonly expiresAt: number
}

/** Administrators, their rights and their keys. */
export class Admins {
  readonly #admins = new Map<string, Admin>()
  readonly #keys = new Map<string, IssuedKey>()
  #generation = 0

  constructor(
    admins: readonly AdminOptions[],
    private readonly now: () => number,
    /** undefined: a key is the same until the password changes. */
    private readonly keyLifetimeMs: number | undefined,
  ) {
    for (const admin of admins) this.#admins.set(admin.name, { ...admin })
  }

  byName(name: string): Admin {
    const admin = this.#admins.get(name)
    if (admin === undefined) throw new Error(`the simulator has no administrator ${name}`)
    return admin
  }

  /** Keys are free of `+`, since clients send them without encoding. */
  keygen(name: string, password: string): string {
    const admin = this.#admins.get(name)
    if (admin === undefined || admin.password !== password) throw forbidden('Invalid Credential')
    const lasting = createHash('sha256').update(`${this.#generation} ${name} ${password}`).digest('base64url')
    const key = `LUFRPT1${this.keyLifetimeMs === undefined ? lasting : randomBytes(32).toString('base64url')}==`
    this.#keys.set(key, { admin: name, expiresAt: this.keyLifetimeMs === undefined ? Infinity : this.now() + this.keyLifetimeMs })
    return key
  }

  byKey(key: string): Admin {
    const issued = this.#keys.get(key.replaceAll(' ', '+'))
    const admin = issued && this.#admins.get(issued.admin)
    if (issued === undefined || admin === undefined || issued.expiresAt <= this.now()) throw forbidden('Invalid Credential')
    return admin
  }

  byPassword(name: string, password: string): Admin {
    const admin = this.#admins.get(name)
    if (admin === undefined || admin.password !== password) throw forbidden('Invalid Credential')
    return admin
  }

  /** "Expire all API Keys". */
  expireKeys(): void {
    this.#generation += 1
    this.#keys.clear()
  }

  /** Ends the administrator's keys as well. */
  setPassword(name: string, password: string): void {
    this.byName(name).password = password
    for (const [key, issued] of this.#keys) if (issued.admin === name) this.#keys.delete(key)
  }
}

export function demandRight(admin: Admin, type: ApiType): void {
  if (admin.role !== undefined && !admin.role.may.includes(type))
    throw forbidden(`Type [${type}] not authorized for user role ${admin.role.name}.`)
}
