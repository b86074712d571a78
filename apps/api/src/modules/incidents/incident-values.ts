import { ROLE_PERMISSIONS, type IncidentField, type Role } from '@sallyport/shared'
import type { Prisma } from '../../platform/prisma/client.js'
import type { FieldChange } from './incident-edit.js'

/** Values that a change gives an incident; null clears, which is never refused. */
export interface GivenValues {
  readonly classification?: string | null | undefined
  readonly attackVector?: string | null | undefined
  readonly disposition?: string | null | undefined
  readonly teamId?: number | null | undefined
}

export interface ValueFault {
  readonly field: 'classification' | 'attackVector' | 'disposition' | 'teamId'
  readonly message: string
}

const FIELDS: readonly (readonly ['classification' | 'attackVector' | 'disposition', IncidentField, string])[] = [
  ['classification', 'CLASSIFICATION', 'classification'],
  ['attackVector', 'ATTACK_VECTOR', 'attack vector'],
  ['disposition', 'DISPOSITION', 'disposition'],
]

/** Values are those of the administrator's sets; what was taken out of them is not set any more. */
export async function valueFault(tx: Prisma.TransactionClient, given: GivenValues): Promise<ValueFault | undefined> {
  for (const [name, field, words] of FIELDS) {
    const value = given[name]
    if (value === undefined || value === null) continue
    const known = await tx.fieldValue.findFirst({ where: { field, value, retired: false }, select: { id: true } })
    if (!known) return { field: name, message: `‘${value}’ is not a ${words} (any more)` }
  }
  if (given.teamId === undefined || given.teamId === null) return undefined
  const team = await tx.team.findUnique({ where: { id: given.teamId }, select: { id: true } })
  return team ? undefined : { field: 'teamId', message: 'The team is gone' }
}

/** History tells names: the team may be gone when it is read. */
export async function withTeamNames(tx: Prisma.TransactionClient, changes: readonly FieldChange[]): Promise<FieldChange[]> {
  if (!changes.some(({ field }) => field === 'team')) return [...changes]
  const teams = await tx.team.findMany({ select: { id: true, name: true } })
  const nameOf = (id: string | null): string | null => (id === null ? null : (teams.find(team => String(team.id) === id)?.name ?? id))
  return changes.map(change =>
    change.field === 'team' ? { field: 'team', before: nameOf(change.before), after: nameOf(change.after) } : change,
  )
}

/** Whether somebody may be given work on incidents. */
export async function isAssignable(tx: Prisma.TransactionClient, userId: string): Promise<boolean> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { disabledAt: true, role: true } })
  return user !== null && user.disabledAt === null && ROLE_PERMISSIONS[user.role as Role].includes('incident:write')
}
