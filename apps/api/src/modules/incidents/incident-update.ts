import type { Incident, Prisma } from '../../platform/prisma/client.js'
import type { ActivityFacts, ChangePlan } from './incident.js'

type KeyedIncident = Pick<Incident, 'id' | 'sourceId' | 'linkKey' | 'linkValue'>

/** The columns that a plan changes. A comment changes none of them, so it makes nobody's view stale. */
export async function updateOf(
  tx: Prisma.TransactionClient,
  incident: KeyedIncident,
  plan: ChangePlan & { kind: 'changed' },
  now: Date,
): Promise<Prisma.IncidentUpdateManyMutationInput & Prisma.IncidentUncheckedUpdateManyInput> {
  const { linking, ...columns } = plan.update
  if (Object.keys(plan.update).length === 0) return { updatedAt: now }
  const update = { ...columns, version: { increment: 1 }, updatedAt: now }
  if (linking === undefined) return update
  if (!linking) return { ...update, linking }
  return { ...update, linking: await isKeyFree(tx, incident) }
}

/** Whether it has a key of which no other incident takes the alerts. */
export async function isKeyFree(tx: Prisma.TransactionClient, { id, sourceId, linkKey, linkValue }: KeyedIncident): Promise<boolean> {
  if (linkKey === null || linkValue === null) return false
  const other = await tx.incident.findFirst({
    where: { sourceId, linkKey, linkValue, linking: true, id: { not: id } },
    select: { id: true },
  })
  return other === null
}

/** As the database keeps it. */
export const jsonOf = (facts: ActivityFacts & Readonly<Record<string, unknown>>): Prisma.InputJsonObject => facts as Prisma.InputJsonObject
