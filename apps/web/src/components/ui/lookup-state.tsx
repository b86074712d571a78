import { Text } from '@mantine/core'
import type { LookupProviderId, LookupState } from '@sallyport/shared'
import { TimeText } from './time-text'
import classes from './known.module.css'

/** How far asking a provider has come. */
export interface Lookup {
  readonly state: LookupState
  /** Why it failed, or what is waited for. */
  readonly reason: string | null
  readonly answeredAt: string | null
  /** A newer answer is being asked for. */
  readonly refreshing: boolean
}

const STATE_WORDS: Readonly<Record<LookupState, string>> = {
  NOT_ASKED: 'not asked',
  PENDING: 'pending',
  KNOWN: 'known',
  UNKNOWN: 'unknown',
  FAILED: 'failed',
}

export const PROVIDER_NAMES: Readonly<Record<LookupProviderId, string>> = {
  DIRECTORY: 'Directory',
  WILDFIRE_VERDICT: 'WildFire',
  WILDFIRE_REPORT: 'WildFire report',
  ABUSEIPDB: 'AbuseIPDB',
  VIRUSTOTAL: 'VirusTotal',
  GREYNOISE: 'GreyNoise',
  REVERSE_DNS: 'Reverse DNS',
}

/** What stands in the place of an answer: never blank. */
export function lookupText({ state, reason }: Pick<Lookup, 'state' | 'reason'>): string {
  if (state === 'FAILED') return `failed: ${reason || 'no reason was given'}`
  return reason && state !== 'KNOWN' ? `${STATE_WORDS[state]}: ${reason}` : STATE_WORDS[state]
}

/** The state in words; a failure stands out by more than its colour. */
export function LookupStateText({ lookup }: { lookup: Pick<Lookup, 'state' | 'reason'> }) {
  return (
    <span className={classes['state']} data-state={lookup.state}>
      {lookupText(lookup)}
    </span>
  )
}

interface LookupAgeProps {
  /** Who says so. */
  readonly source: string
  readonly lookup: Pick<Lookup, 'answeredAt' | 'refreshing'>
}

/** Source and age of an answer. */
export function LookupAge({ source, lookup: { answeredAt, refreshing } }: LookupAgeProps) {
  return (
    <Text span size="xs" c="dimmed">
      {source}
      {answeredAt !== null && (
        <>
          {' · '}
          <TimeText at={answeredAt} relative />
        </>
      )}
      {refreshing && ' · asking again'}
    </Text>
  )
}
