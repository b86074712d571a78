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
      if (this.#progress.size < FIREWALLS_KEPT) this.#progress.set(firewall, { highest: sequence, holes: [] })
      return NONE
    }
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
