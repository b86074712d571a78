import { Prisma } from './prisma/client.js'

/** Whether a Prisma write was refused by a unique index: the database's answer in a race. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
