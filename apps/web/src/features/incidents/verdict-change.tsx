import type { WildfireVerdict } from '@sallyport/shared'
import { ValueText } from '../../components/ui/value-text'
import { VerdictBadge } from '../../components/ui/verdict-badge'
import classes from './incident-page.module.css'

export interface VerdictChange {
  readonly hash: string
  readonly from: WildfireVerdict
  readonly to: WildfireVerdict
}

const VERDICTS: readonly string[] = [
  'BENIGN',
  'MALICIOUS',
  'GRAYWARE',
  'PHISHING',
  'COMMAND_AND_CONTROL',
  'PENDING',
  'ERROR',
  'UNKNOWN',
  'INVALID',
] satisfies WildfireVerdict[]
const isVerdict = (text: string | undefined): text is WildfireVerdict => text !== undefined && VERDICTS.includes(text)

/** What the summary of a VERDICT_CHANGED activity tells: `WildFire verdict of <hash> changed from BENIGN to MALICIOUS`; null: another text. */
export function verdictChangeOf(summary: string | null): VerdictChange | null {
  const [, hash, from, to] = /^WildFire verdict of ([\da-f]{32,64}) changed from ([A-Z_]+) to ([A-Z_]+)$/i.exec(summary ?? '') ?? []
  return hash !== undefined && isVerdict(from) && isVerdict(to) ? { hash, from, to } : null
}

/** Stands out in the timeline: it may have reopened the incident. */
export function VerdictChangeText({ summary }: { summary: string }) {
  const change = verdictChangeOf(summary)
  if (change === null) return <div className={classes['verdict']}>{summary}</div>
  return (
    <div className={classes['verdict']}>
      <VerdictBadge verdict={change.from} /> → <VerdictBadge verdict={change.to} />
      <div>
        <ValueText value={change.hash} kind="FILE_HASH" mono />
      </div>
    </div>
  )
}
