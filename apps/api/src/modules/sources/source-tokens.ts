import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { HintSource } from '../../platform/hints.js'
import type { Service } from '../../platform/lifecycle.js'
import type { PrismaClient } from '../../platform/prisma/client.js'

/** 192 random bits, 32 characters. */
export const newSourceToken = (): string => randomBytes(24).toString('base64url')

export const sourceTokenHash = (token: string): Uint8Array<ArrayBuffer> => new Uint8Array(createHash('sha256').update(token).digest())

/** Where events of a JSON source are posted to. */
export const eventsPath = (token: string): string => `/threat/json_event/events/${token}`

export interface TokenSource {
  readonly id: number
  readonly enabled: boolean
}

interface KnownSource extends TokenSource {
  readonly tokenHash: Uint8Array
}

const TOKEN_MAX_LENGTH = 128

/**
 * Which source a URL belongs to. The few that have a token are in memory, so that events are taken while the database is
 * away, and read again when a source changes.
 */
export class SourceTokens implements Service {
  readonly name = 'source-tokens'
  private known: Promise<readonly KnownSource[]> | undefined
  private last: readonly KnownSource[] | undefined
  private undo: (() => void)[] = []

  constructor(private readonly deps: { readonly prisma: PrismaClient; readonly hints: HintSource }) {}

  async start(): Promise<void> {
    const forget = () => this.forget()
    this.undo = [this.deps.hints.on('sources', forget), this.deps.hints.on('resync', forget)]
  }

  async stop(): Promise<void> {
    for (const undo of this.undo.splice(0)) undo()
  }

  /** The next look reads them again. */
  forget(): void {
    this.known = undefined
  }

  /** Compares with all of them in constant time. Throws when they cannot be read and never were. */
  async find(token: string): Promise<TokenSource | undefined> {
    const hash = sourceTokenHash(token.slice(0, TOKEN_MAX_LENGTH))
    let found: KnownSource | undefined
    for (const source of await this.sources()) if (timingSafeEqual(source.tokenHash, hash)) found = source
    return found && { id: found.id, enabled: found.enabled }
  }

  private async sources(): Promise<readonly KnownSource[]> {
    const reading = (this.known ??= this.read())
    try {
      this.last = await reading
      return this.last
    } catch (error) {
      if (this.known === reading) this.known = undefined
      if (this.last) return this.last
      throw error
    }
  }

  private async read(): Promise<readonly KnownSource[]> {
    const rows = await this.deps.prisma.source.findMany({
      where: { tokenHash: { not: null } },
      select: { id: true, enabled: true, tokenHash: true },
    })
    return rows.flatMap(({ id, enabled, tokenHash }) => (tokenHash ? [{ id, enabled, tokenHash }] : []))
  }
}
