import { Field, ObjectType, registerEnumType } from 'type-graphql'
import { ZodError } from 'zod'
import { NotFoundError, UserFaultsError, type UserErrorCode, type UserFault } from '../platform/errors.js'

const UserErrorCodeEnum = {
  INVALID: 'INVALID',
  CONFLICT: 'CONFLICT',
  TAKEN: 'TAKEN',
  NOT_ALLOWED_NOW: 'NOT_ALLOWED_NOW',
  NOT_FOUND: 'NOT_FOUND',
  RATE_LIMITED: 'RATE_LIMITED',
  CREDENTIALS: 'CREDENTIALS',
} as const satisfies { readonly [code in UserErrorCode]: code }

registerEnumType(UserErrorCodeEnum, {
  name: 'UserErrorCode',
  valuesConfig: {
    INVALID: { description: 'A value is missing, too long or not of the right form.' },
    CONFLICT: { description: 'Somebody else changed the object since it was read; the payload holds it as it is now.' },
    TAKEN: { description: 'There is one already, and there may be only one.' },
    NOT_ALLOWED_NOW: { description: "The object's state does not allow this." },
    RATE_LIMITED: { description: 'Too many attempts; try again later.' },
    CREDENTIALS: { description: 'Name or password is wrong, or the link has been used or replaced.' },
  },
})

@ObjectType('UserError', { description: 'A fault that the user can mend.', simpleResolvers: true })
export class UserError implements UserFault {
  @Field(() => String)
  message!: string

  @Field(() => [String], { nullable: true, description: 'Path in the input, e.g. ["linkWindowSeconds"]; null: the input as a whole.' })
  field!: string[] | null

  @Field(() => UserErrorCodeEnum)
  code!: UserErrorCode
}

/** Payloads extend it. */
@ObjectType()
export abstract class Payload {
  @Field(() => [UserError])
  userErrors!: UserError[]
}

/**
 * Runs a mutation: what the user can mend (UserFaultsError, a zod error, NotFoundError) is answered in the payload,
 * everything else is thrown on.
 * @param onFault the rest of the payload then; gets the object as it is now where the fault is a CONFLICT
 */
export async function withUserErrors<P extends object>(
  work: () => Promise<P>,
  onFault: (current: unknown) => P,
): Promise<P & { userErrors: UserError[] }> {
  try {
    return { ...(await work()), userErrors: [] }
  } catch (error) {
    const faults = faultsOf(error)
    if (!faults) throw error
    const current = error instanceof UserFaultsError ? error.current : undefined
    return { ...onFault(current), userErrors: faults.map(fault => ({ ...fault, field: fault.field ? [...fault.field] : null })) }
  }
}

function faultsOf(error: unknown): readonly UserFault[] | undefined {
  if (error instanceof UserFaultsError) return error.faults
  if (error instanceof NotFoundError) return [{ message: error.message, field: ['id'], code: 'NOT_FOUND' }]
  if (error instanceof ZodError)
    return error.issues.map(issue => ({
      message: issue.message,
      field: issue.path.length > 0 ? issue.path.map(String) : null,
      code: 'INVALID',
    }))
  return undefined
}
