/** Epoch milliseconds. Handed in wherever a decision depends on the time. */
export interface Clock {
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }
