import type { Prisma } from '../../platform/prisma/client.js'

const ORDER_LOCK = 5_410_006

/** Whoever makes, moves or deletes rules does so one after the other. */
export async function lockOrder(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${ORDER_LOCK}::bigint)`
}

/** Ids of all rules in their order. */
export async function orderOf(tx: Prisma.TransactionClient): Promise<number[]> {
  const rows = await tx.rule.findMany({ select: { id: true }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id }) => id)
}

/** Positions from 1 on. */
export async function storeOrder(tx: Prisma.TransactionClient, ids: readonly number[]): Promise<void> {
  await tx.$executeRaw`UPDATE rule SET position = given.place::int FROM unnest(${[...ids]}::int[]) WITH ORDINALITY AS given(id, place)
    WHERE rule.id = given.id AND rule.position <> given.place`
}

/** Moves one to a position (from 1 on; further than the end: the end). */
export async function moveTo(tx: Prisma.TransactionClient, id: number, position: number): Promise<void> {
  const others = (await orderOf(tx)).filter(other => other !== id)
  const place = Math.min(Math.max(position, 1), others.length + 1) - 1
  await storeOrder(tx, [...others.slice(0, place), id, ...others.slice(place)])
}
