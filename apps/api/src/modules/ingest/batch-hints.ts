import type { HintMap } from '../../platform/hints.js'

/** A payload of NOTIFY must be shorter than 8,000 bytes. */
const PAYLOAD_MAX_BYTES = 7900

const payload = <T extends keyof HintMap>(topic: T, hint: HintMap[T]): string => JSON.stringify({ topic, hint })

/** Payloads that tell of a stored batch: its number, the incidents it made or changed in as many parts as needed, and whether rules matched. */
export function batchHints(batch: bigint | undefined, incidentIds: readonly bigint[], matched = false): string[] {
  const payloads = batch === undefined ? [] : [payload('alerts', { batch: String(batch) })]
  let ids: string[] = []
  let bytes = 0
  for (const id of incidentIds.map(String)) {
    const size = id.length + '"",'.length
    if (bytes + size > PAYLOAD_MAX_BYTES - 100) {
      payloads.push(payload('incidents', { ids }))
      ids = []
      bytes = 0
    }
    ids.push(id)
    bytes += size
  }
  if (ids.length > 0) payloads.push(payload('incidents', { ids }))
  if (matched) payloads.push(payload('ruleMatches', {}))
  return payloads
}

export const SOURCES_HINT = payload('sources', {})
