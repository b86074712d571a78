import { Text } from '@mantine/core'
import type { LookupProviderId } from '@sallyport/shared'
import { Panel } from '../../components/ui/panel'
import { Evidence, ScoreMark } from '../../components/ui/score-badge'
import { noScoreText, scoreLook } from '../../components/ui/score-look'
import { SEVERITY_LOOKS } from '../../components/ui/severity-look'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { useRefresh } from './use-refresh'
import { type Known } from './known'
import classes from './observables.module.css'

const ScorePanel_Reputation = graphql(`
  fragment ScorePanel_Reputation on Reputation {
    ...ScoreBadge_Reputation
    score
    evidence {
      state
      reason
      refreshing
    }
  }
`)

interface ScorePanelProps {
  readonly observable: Pick<Known, 'kind' | 'value' | 'notAskedOutside'>
  readonly reputation: FragmentType<typeof ScorePanel_Reputation>
}

/** The score as a gauge, and everybody who says so. */
export function ScorePanel({ observable: { kind, value, notAskedOutside }, reputation: masked }: ScorePanelProps) {
  const reputation = readFragment(ScorePanel_Reputation, masked)
  const refresh = useRefresh(kind, value)
  const { score, evidence } = reputation
  const asks = refresh.allowed && notAskedOutside === null ? { onRefresh: (provider: LookupProviderId) => refresh.ask(provider) } : {}
  return (
    <Panel title="Score">
      {score === null ? <Text size="sm">Score {noScoreText(evidence)}</Text> : <Gauge score={score} />}
      {notAskedOutside !== null && (
        <Text size="sm" c="dimmed">
          Nobody outside is asked: {notAskedOutside}
        </Text>
      )}
      {refresh.fault !== null && (
        <Text size="sm" role="alert">
          {refresh.fault}
        </Text>
      )}
      <Evidence reputation={reputation} {...asks} />
    </Panel>
  )
}

function Gauge({ score }: { score: number }) {
  const { word, severity } = scoreLook(score)
  const { light, dark } = SEVERITY_LOOKS[severity]
  return (
    <div>
      <ScoreMark score={score} />{' '}
      <Text span size="xs" c="dimmed">
        0 harmless … 100 malicious
      </Text>
      <div
        className={classes['gauge']}
        role="meter"
        aria-label="Score"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={score}
        aria-valuetext={`${score} of 100, ${word}`}
        style={{ color: `light-dark(${light}, ${dark})` }}
      >
        <div style={{ width: `${Math.min(100, Math.max(0, score))}%` }} />
      </div>
    </div>
  )
}
