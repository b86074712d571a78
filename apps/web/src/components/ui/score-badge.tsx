import { Anchor, Button, Group, Text, UnstyledButton } from '@mantine/core'
import type { LookupProviderId } from '@sallyport/shared'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { ScoreBadge_ReputationFragment } from '../../gql/graphql'
import { safeHref } from '../../lib/safe-href'
import { HoverInfo } from './hover-info'
import { LookupAge, LookupStateText } from './lookup-state'
import { noScoreText, scoreLook } from './score-look'
import { SeverityWord } from './severity-word'
import { TimeText } from './time-text'
import classes from './known.module.css'

const ScoreBadge_Reputation = graphql(`
  fragment ScoreBadge_Reputation on Reputation {
    score
    evidence {
      source
      provider
      state
      score
      weight
      summary
      reason
      answeredAt
      expiresAt
      refreshing
      link
      details {
        name
        value
      }
    }
  }
`)

type Answers = ScoreBadge_ReputationFragment['evidence']

interface ScoreProps {
  readonly reputation: FragmentType<typeof ScoreBadge_Reputation>
}

/** The score as number, word, shape and colour, and its age; who says so opens on hover, focus or a click. */
export function ScoreBadge({ reputation: masked, value }: ScoreProps & { readonly value: string }) {
  const { score, evidence } = readFragment(ScoreBadge_Reputation, masked)
  return (
    <HoverInfo label={`Score of ${value}`} onClick content={() => <Evidence reputation={masked} />}>
      <UnstyledButton className={classes['badge']} aria-label={`Score: ${scoreText(score, evidence)}`}>
        <ScoreText score={score} evidence={evidence} />
      </UnstyledButton>
    </HoverInfo>
  )
}

/** 87 malicious; or why there is none. */
function scoreText(score: number | null, evidence: Answers): string {
  return score === null ? noScoreText(evidence) : `${score} ${scoreLook(score).word}`
}

function ScoreText({ score, evidence }: { score: number | null; evidence: Answers }) {
  const failed = evidence.filter(({ state }) => state === 'FAILED').length
  const scored = evidence.filter(answer => answer.score !== null)
  const newest = scored
    .flatMap(({ answeredAt }) => answeredAt ?? [])
    .toSorted()
    .at(-1)
  if (score === null) {
    return (
      <Text span inherit c="dimmed" ta="left" style={{ whiteSpace: 'normal' }}>
        Score {noScoreText(evidence)}
      </Text>
    )
  }
  return (
    <>
      <ScoreMark score={score} />
      <Text span size="xs" c="dimmed">
        {scored.length === 1 ? scored[0]?.source : `${scored.length} sources`}
        {failed > 0 && `, ${failed} failed`}
        {newest !== undefined && (
          <>
            {' · '}
            <TimeText at={newest} relative />
          </>
        )}
      </Text>
    </>
  )
}

/** The number, with the shape and colour of what it means. */
export function ScoreMark({ score }: { score: number }) {
  const { word, severity } = scoreLook(score)
  return (
    <SeverityWord severity={severity}>
      <strong>{score}</strong> {word}
    </SeverityWord>
  )
}

interface EvidenceProps extends ScoreProps {
  /** Asks one provider again; left out where nobody may. */
  readonly onRefresh?: (provider: LookupProviderId) => void
}

/** What every provider and feed says, the worst first, each with its share, its source and its age. */
export function Evidence({ reputation: masked, onRefresh }: EvidenceProps) {
  const { evidence } = readFragment(ScoreBadge_Reputation, masked)
  if (evidence.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        not asked: no provider or feed is set up for it
      </Text>
    )
  }
  return (
    <ul className={classes['evidence']}>
      {evidence.toSorted(worstFirst).map(answer => (
        <li key={`${answer.provider ?? ''} ${answer.source}`}>
          <Answer answer={answer} onRefresh={onRefresh} />
        </li>
      ))}
    </ul>
  )
}

/** Scores first; what is not known after, failures ahead of silence. */
function worstFirst(a: Answers[number], b: Answers[number]): number {
  const order = ({ score, state }: Answers[number]) => score ?? { PENDING: -1, FAILED: -2, KNOWN: -3, UNKNOWN: -4, NOT_ASKED: -5 }[state]
  return order(b) - order(a) || a.source.localeCompare(b.source)
}

function Answer({ answer, onRefresh }: { answer: Answers[number]; onRefresh: EvidenceProps['onRefresh'] }) {
  const { source, provider, state, score, weight, summary, link, details } = answer
  const href = safeHref(link)
  return (
    <>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
        <Text span size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {href === null ? (
            source
          ) : (
            <Anchor inherit href={href} target="_blank" rel="noreferrer">
              {source}
            </Anchor>
          )}
        </Text>
        {score === null ? <LookupStateText lookup={answer} /> : <ScoreMark score={score} />}
      </Group>
      {summary !== '' && <Text size="sm">{summary}</Text>}
      {score !== null && state !== 'KNOWN' && <LookupStateText lookup={answer} />}
      {details.map(({ name, value }) => (
        <Text key={`${name} ${value}`} size="xs" style={{ overflowWrap: 'anywhere' }}>
          <Text span inherit c="dimmed">
            {name}
          </Text>{' '}
          {value}
        </Text>
      ))}
      <Group justify="space-between" gap="xs">
        <LookupAge source={provider === null ? `feed, weight ${weight}` : `weight ${weight}`} lookup={answer} />
        {provider !== null && onRefresh && (
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={answer.refreshing || state === 'PENDING'}
            aria-label={`Ask ${source} again`}
            onClick={() => onRefresh(provider)}
          >
            {state === 'NOT_ASKED' ? 'Ask' : 'Ask again'}
          </Button>
        )}
      </Group>
    </>
  )
}
