import { userCreateInput, userUpdateInput, type UserCreateInput, type UserUpdateInput } from '@sallyport/shared'
import type { Actor } from '../../platform/actor.js'
import type { Clock } from '../../platform/clock.js'
import { assertMay, NotFoundError, UserFaultsError } from '../../platform/errors.js'
import type { PrismaClient } from '../../platform/prisma/client.js'
import { isUniqueViolation } from '../../platform/unique-violation.js'
import { hashPassword } from './password.js'
import { isUserKey, nameKeyOf, PERSON_COLUMNS, personOf, type Person } from './person.js'
import type { SessionService } from './session-service.js'

export interface UserServiceDeps {
  readonly prisma: PrismaClient
  readonly sessions: Pick<SessionService, 'endAllOf'>
  readonly clock: Clock
}

export class UserService {
  constructor(private readonly deps: UserServiceDeps) {}

  async create(actor: Actor, input: UserCreateInput): Promise<Person> {
    assertMay(actor, 'user:write')
    const { name, password, role } = userCreateInput.parse(input)
    const data = { name, nameKey: nameKeyOf(name), passwordHash: await hashPassword(password), role }
    const row = await this.deps.prisma.user.create({ data, select: PERSON_COLUMNS }).catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new UserFaultsError([{ code: 'TAKEN', field: ['name'], message: 'There is a user of this name' }])
      throw error
    })
    return personOf(row)
  }

  /** Ends the user's sessions, so that nothing goes on with rights that were taken away. */
  async update(actor: Actor, { id, ...input }: UserUpdateInput & { readonly id: string }): Promise<Person> {
    assertMay(actor, 'user:write')
    const { role, disabled } = userUpdateInput.parse(input)
    // Whoever changes others stays: there is always an administrator left.
    if (id === actor.userId)
      throw new UserFaultsError([
        { code: 'NOT_ALLOWED_NOW', field: ['id'], message: 'You cannot change your own role or disable yourself' },
      ])
    const data = {
      ...(role !== undefined && { role }),
      ...(disabled !== undefined && { disabledAt: disabled ? new Date(this.deps.clock.now()) : null }),
    }
    if (!isUserKey(id)) throw new NotFoundError('The user')
    const { count } = await this.deps.prisma.user.updateMany({ where: { id }, data })
    if (count === 0) throw new NotFoundError('The user')
    await this.deps.sessions.endAllOf(id)
    return personOf(await this.deps.prisma.user.findUniqueOrThrow({ where: { id }, select: PERSON_COLUMNS }))
  }
}
