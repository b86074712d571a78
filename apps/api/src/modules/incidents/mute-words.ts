import { z } from 'zod'

const told = z.object({ mutedAlerts: z.number().int().nonnegative() })

/** How many alerts a receipt told of; 0 where its facts cannot be read. */
export const alertsHidden = (facts: unknown): bigint => BigInt(told.safeParse(facts).data?.mutedAlerts ?? 0)

const alerts = (count: bigint): string =>
  count === 0n ? 'no alerts' : count === 1n ? '1 alert' : `${count.toLocaleString('en-GB')} alerts`

/** Of a mute whose time is up. */
export const endedText = (hidden: bigint): string => `The mute ended. It hid ${alerts(hidden)}`

/** @param before what the receipt of the week before told */
export const receiptText = (hidden: bigint, before: bigint): string => {
  const since = hidden > before ? hidden - before : 0n
  return before === 0n ? `The mute hid ${alerts(hidden)} this week` : `The mute hid ${alerts(since)} this week, ${alerts(hidden)} in all`
}
