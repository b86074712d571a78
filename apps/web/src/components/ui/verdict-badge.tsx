import type { Severity, WildfireVerdict } from '@sallyport/shared'
import { Text } from '@mantine/core'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { LookupAge, LookupStateText, PROVIDER_NAMES } from './lookup-state'
import { SeverityWord } from './severity-word'
import { TimeText } from './time-text'

const VERDICT_LOOKS: Readonly<Record<WildfireVerdict, readonly [word: string, severity: Severity]>> = {
  BENIGN: ['Benign', 'INFORMATIONAL'],
  MALICIOUS: ['Malicious', 'CRITICAL'],
  GRAYWARE: ['Grayware', 'MEDIUM'],
  PHISHING: ['Phishing', 'HIGH'],
  COMMAND_AND_CONTROL: ['Command and control', 'CRITICAL'],
  PENDING: ['Analysis pending', 'UNKNOWN'],
  ERROR: ['Analysis failed', 'UNKNOWN'],
  UNKNOWN: ['No verdict', 'UNKNOWN'],
  INVALID: ['Not a valid hash', 'UNKNOWN'],
}

export const verdictWord = (verdict: WildfireVerdict): string => VERDICT_LOOKS[verdict][0]

/** A verdict as word, shape and colour. */
export function VerdictBadge({ verdict }: { verdict: WildfireVerdict }) {
  const [word, severity] = VERDICT_LOOKS[verdict]
  return (
    <SeverityWord severity={severity}>
      <strong data-verdict={verdict}>{word}</strong>
    </SeverityWord>
  )
}

const VerdictText_WildfireAnalysis = graphql(`
  fragment VerdictText_WildfireAnalysis on WildfireAnalysis {
    status {
      provider
      state
      reason
      answeredAt
      refreshing
    }
    verdict
    previousVerdict
    verdictChangedAt
  }
`)

interface VerdictTextProps {
  readonly wildfire: FragmentType<typeof VerdictText_WildfireAnalysis>
  /** Says its source and age. */
  readonly withAge?: boolean
}

/** What WildFire says of a file, and what it said before; or how far asking it has come. */
export function VerdictText({ wildfire, withAge = false }: VerdictTextProps) {
  const { status, verdict, previousVerdict, verdictChangedAt } = readFragment(VerdictText_WildfireAnalysis, wildfire)
  return (
    <>
      {verdict !== null && <VerdictBadge verdict={verdict} />}
      {verdict !== null && previousVerdict !== null && previousVerdict !== verdict && (
        <Text span inherit c="dimmed">
          {' '}
          was {verdictWord(previousVerdict).toLowerCase()}
          {verdictChangedAt !== null && (
            <>
              {' until '}
              <TimeText at={verdictChangedAt} />
            </>
          )}
        </Text>
      )}
      {verdict !== null && status.state === 'FAILED' && ' '}
      {(verdict === null || status.state === 'FAILED') && (
        <>
          {verdict === null && 'Verdict '}
          <LookupStateText lookup={status} />
        </>
      )}
      {withAge && (
        <>
          {' '}
          <LookupAge source={PROVIDER_NAMES.WILDFIRE_VERDICT} lookup={status} />
        </>
      )}
    </>
  )
}
