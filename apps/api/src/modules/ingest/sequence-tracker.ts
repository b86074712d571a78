/** Holes that a run of sequence numbers adds (or fills, below zero). */
export interface SequenceGain {
  readonly gaps: number
  readonly missing: bigint
}

interface Hole {
  from: bigint
  to: bigint
}

interface Progress {
  highest: bigint
  /** What a batch found that was not stored: told again with the next number. */
  returned: SequenceGain
  readonly holes: Hole[]
}

const HOLES_KEPT = 32
const FIREWALLS_KEPT = 10_000
/** A step larger than this, up or down, is a new numbering (factory reset, failover) and not a loss. */
const RENUMBERED = 1_000_000n
const NONE: SequenceGain = { gaps: 0, missing: 0n }

/**
 * Counts holes in the sequence numbers of each firewall. Datagrams overtake each other: a late number fills the
 * hole that it left.
 */
export class SequenceTracker {
  readonly #progress = new Map<string, Progress>()

  observe(firewall: string, sequence: bigint): SequenceGain {
    const progress = this.#progress.get(firewall)
    if (!progress) {
      if (this.#progress.size < FIREWALLS_KEPT) this.#progress.set(firewall, { highest: sequence, returned: NONE, holes: [] })
      return NONE
    }
    const { returned } = progress
    progress.returned = NONE
    return sumOfGains(returned, advance(progress, sequence))
  }

  /** Takes back what was found by a batch that could not be stored. */
  giveBack(firewall: string, gain: SequenceGain): void {
    const progress = this.#progress.get(firewall)
    if (progress) progress.returned = sumOfGains(progress.returned, gain)
  }
}

export const sumOfGains = (one: SequenceGain, two: SequenceGain): SequenceGain =>
  two === NONE ? one : { gaps: one.gaps + two.gaps, missing: one.missing + two.missing }

function advance(progress: Progress, sequence: bigint): SequenceGain {
  const step = sequence - progress.highest
  if (step > RENUMBERED || step < -RENUMBERED) {
    progress.highest = sequence
    progress.holes.length = 0
    return NONE
  }
  if (step <= 0n) return fill(progress.holes, sequence)
  const hole = { from: progress.highest + 1n, to: sequence - 1n }
  progress.highest = sequence
  if (step === 1n) return NONE
  progress.holes.push(hole)
  if (progress.holes.length > HOLES_KEPT) progress.holes.shift()
  return { gaps: 1, missing: step - 1n }
}

function fill(holes: Hole[], sequence: bigint): SequenceGain {
  const index = holes.findIndex(hole => hole.from <= sequence && sequence <= hole.to)
  const hole = holes[index]
  if (!hole) return NONE
  const parts = [
    { from: hole.from, to: sequence - 1n },
    { from: sequence + 1n, to: hole.to },
  ].filter(part => part.from <= part.to)
  holes.splice(index, 1, ...parts)
  return { gaps: parts.length - 1, missing: -1n }
}
