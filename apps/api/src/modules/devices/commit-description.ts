export interface CommittedRun {
  readonly runId: bigint
  /** Empty: none. */
  readonly changeTicket: string
  readonly added: number
  readonly removed: number
  /** Behind the entries that are added. */
  readonly incidents: number
}

/** What an administrator reads in the commit log of the device: one line, far below the 512 characters that PAN-OS takes. */
export function commitDescription({ runId, changeTicket, added, removed, incidents }: CommittedRun): string {
  const ticket = changeTicket === '' ? '' : `, change ${changeTicket}`
  return `Sallyport run ${runId}${ticket}: ${added} added, ${removed} removed, ${incidents} incident${incidents === 1 ? '' : 's'}`
}
