import { signInInput, type SignInInput } from '@sallyport/shared'
import { UserFaultsError } from '../../platform/errors.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { passwordMatches } from './password.js'
import { nameKeyOf, PERSON_COLUMNS, personOf, type Person } from './person.js'
import type { SignInLimiter } from './sign-in-limiter.js'

export class SignInService {
  constructor(private readonly deps: { prisma: PrismaClient; limiter: SignInLimiter }) {}

  /** Who has this name and password. Tells by neither answer nor time whether the name, the password or neither is right. */
  async signIn(input: SignInInput, address: string): Promise<Person> {
    const { name, password } = signInInput.parse(input)
    const nameKey = nameKeyOf(name)
    const attempt = await this.deps.limiter.begin({ nameKey, address })
    if (!attempt)
      throw new UserFaultsError([{ code: 'RATE_LIMITED', field: null, message: 'Too many attempts: try again in a quarter of an hour' }])
    const user = await this.deps.prisma.user.findUnique({ where: { nameKey }, select: { ...PERSON_COLUMNS, passwordHash: true } })
    const matches = await passwordMatches(user?.passwordHash, password)
    if (!user || !matches || user.disabledAt !== null)
      throw new UserFaultsError([{ code: 'CREDENTIALS', field: null, message: 'Name or password is wrong' }])
    await attempt.succeeded()
    return personOf(user)
  }
}
