import type { Prisma } from '../../platform/prisma/client.js'
import type { ActivityFacts, ChangePlan } from './incident.js'

/** The columns that a plan changes. A comment changes none of them, so it makes nobody's view stale. */
export async function updateOf(
  tx: Prisma.TransactionClient,
  incident: { readonly id: bigint; readonly sourceId: number; readonly linkKey: string | null; readonly linkValue: string | null },
  plan: ChangePlan & { kind: 'changed' },
  now: Date,
): Promise<Prisma.IncidentUpdateManyMutationInput & Prisma.IncidentUncheckedUpdateManyInput> {
  const { linking, ...columns } = plan.update
  if (Object.keys(plan.update).length === 0) return { updatedAt: now }
  const update = { ...columns, version: { increment: 1 }, updatedAt: now }
  if (linking === undefined) return update
  if (!linking) return { ...update, linking }
  const { id, sourceId, linkKey, linkValue } = incident
  const other = await tx.incident.findFirst({
    where: { sourceId, linkKey, linkValue, linking: true, id: { not: id } },
    select: { id: true },
  })
  return { ...update, linking: other === null }
}

/** As the database keeps it. */
export const jsonOf = (facts: ActivityFacts & Readonly<Record<string, unknown>>): Prisma.InputJsonObject => facts as Prisma.InputJsonObject
