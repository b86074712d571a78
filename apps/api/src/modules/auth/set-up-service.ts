import { setUpInput, type SetUpInput } from '@sallyport/shared'
import type { Clock } from '../../platform/clock.js'
import { UserFaultsError } from '../../platform/errors.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { hashPassword } from './password.js'
import { nameKeyOf, PERSON_COLUMNS, personOf, type Person } from './person.js'
import { newToken, tokenHash } from './token.js'

const TOKEN_LIFE_MS = 7 * 24 * 3_600_000
/** Serialises first administrators; any fixed number does. */
const SET_UP_LOCK = 7_251_004

/** Makes the first administrator, with the token of a link that the server printed. */
export class SetUpService {
  private done = false

  constructor(private readonly deps: { prisma: PrismaClient; clock: Clock }) {}

  async isNeeded(): Promise<boolean> {
    // Once there is a user there always is one.
    this.done ||= (await this.deps.prisma.user.findFirst({ select: { id: true } })) !== null
    return !this.done
  }

  /** A token for the link of this start; undefined: there is a user already. Earlier links stay good for a week. */
  async issueToken(): Promise<string | undefined> {
    if (!(await this.isNeeded())) return undefined
    const token = newToken()
    const now = this.deps.clock.now()
    await this.deps.prisma.setupToken.deleteMany({ where: { createdAt: { lt: new Date(now - TOKEN_LIFE_MS) } } })
    await this.deps.prisma.setupToken.create({ data: { tokenHash: tokenHash(token), createdAt: new Date(now) } })
    return token
  }

  async setUp(input: SetUpInput): Promise<Person> {
    const { token, name, password } = setUpInput.parse(input)
    const hash = tokenHash(token)
    const since = new Date(this.deps.clock.now() - TOKEN_LIFE_MS)
    const isGood = async (client: Pick<PrismaClient, 'setupToken' | 'user'>) =>
      (await client.setupToken.count({ where: { tokenHash: hash, createdAt: { gte: since } } })) > 0 && (await client.user.count()) === 0
    // Before the costly hash, and again under the lock.
    if (!(await isGood(this.deps.prisma))) throw linkIsUsed()
    const passwordHash = await hashPassword(password)
    const row = await this.deps.prisma.$transaction(async tx => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${SET_UP_LOCK}::bigint)`
      if (!(await isGood(tx))) throw linkIsUsed()
      await tx.setupToken.deleteMany()
      return tx.user.create({ data: { name, nameKey: nameKeyOf(name), passwordHash, role: 'ADMINISTRATOR' }, select: PERSON_COLUMNS })
    })
    return personOf(row)
  }
}

const linkIsUsed = () =>
  new UserFaultsError([
    { code: 'CREDENTIALS', field: ['token'], message: 'This link is not valid any more: use the one that the server printed last' },
  ])
