export interface GuardLimits {
  /** Share of the entries in force. */
  readonly guardPercent: number
  readonly guardEntries: number
}

export interface Change {
  /** Entries in force. */
  readonly before: number
  readonly added: number
  readonly removed: number
}

/**
 * Whether a person has to look at the change first: what comes, or what goes, is more than the share and more than the
 * number. Each counts for itself, since a list whose content is exchanged keeps its size.
 */
export function isHeld({ before, added, removed }: Change, { guardPercent, guardEntries }: GuardLimits): boolean {
  const isLarge = (count: number) => count > guardEntries && count * 100 > before * guardPercent
  return isLarge(added) || isLarge(removed)
}
