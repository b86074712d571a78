import { Anchor, Button, Group, NativeSelect, Progress, Skeleton, Stack, Text, VisuallyHidden } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { CardTable } from '../../components/ui/card-table'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { SeverityBadge } from '../../components/ui/severity-badge'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import type { RulePreviewParts_RulePreviewFragment } from '../../gql/graphql'
import { formatCount } from '../../lib/format'
import { useCan } from '../../lib/permissions'
import { sameJson } from './draft'
import type { PreviewRun } from './preview-data'
import { countedMatches, effectText, pointsText } from './preview-words'
import type { Checked } from './use-rule-form'
import classes from './rules.module.css'

const PreviewChart = lazy(async () => ({ default: (await import('./preview-chart')).PreviewChart }))

const SPANS = [
  { value: '1', label: 'last hour' },
  { value: '24', label: 'last day' },
  { value: '168', label: 'last week' },
]

interface PreviewTabProps {
  readonly run: PreviewRun
  readonly checked: Checked
  readonly maxEntriesPerHour: number
  onBuilder(): void
}

/** What the rule as it is written now would have done to stored alerts. Nothing is changed by it. */
export function PreviewTab({ run, checked, maxEntriesPerHour, onBuilder }: PreviewTabProps) {
  const mayWrite = useCan('rule:write')
  const [hours, setHours] = useState('24')
  const { preview, definition, starting, fault } = run
  const running = preview?.state === 'RUNNING'
  const faulty = checked.faults.length > 0
  return (
    <Stack gap="md">
      <Panel title="Preview">
        <Text size="sm">Runs the rule as it is written now, saved or not, against stored alerts. Nothing is changed.</Text>
        {mayWrite ? (
          <Group gap="xs" align="flex-end">
            <NativeSelect
              size="xs"
              label="Alerts of the"
              data={SPANS}
              value={hours}
              disabled={running}
              onChange={event => setHours(event.currentTarget.value)}
            />
            {running ? (
              <Button variant="default" leftSection={<IconPlayerStop size={14} aria-hidden />} onClick={() => void run.cancel()}>
                Cancel
              </Button>
            ) : (
              <Button
                loading={starting}
                disabled={faulty}
                leftSection={<IconPlayerPlay size={14} aria-hidden />}
                onClick={() => void run.start(checked.definition, Number(hours), maxEntriesPerHour)}
              >
                Run preview
              </Button>
            )}
          </Group>
        ) : (
          <Text c="dimmed" size="sm">
            An administrator can run one.
          </Text>
        )}
        {faulty && (
          <Notice tone="info" title="The rule is not finished">
            <Anchor component="button" type="button" size="sm" onClick={onBuilder}>
              Show what is missing
            </Anchor>
          </Notice>
        )}
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        {preview && <RunState preview={preview} />}
        {preview && definition && !sameJson(definition, checked.definition) && (
          <Notice tone="warning">The rule was changed since: run the preview again.</Notice>
        )}
      </Panel>
      {preview && preview.state !== 'FAILED' && <Results preview={preview} />}
    </Stack>
  )
}

interface ResultsProps {
  readonly preview: RulePreviewParts_RulePreviewFragment
}

function RunState({ preview: { state, total, done, message } }: ResultsProps) {
  const progress = `${formatCount(done)} of ${formatCount(total)} alerts`
  return (
    <>
      {state === 'RUNNING' && (
        <div>
          <Progress value={total === 0 ? 0 : (100 * done) / total} aria-label={`Preview: ${progress}`} animated />
          <Text size="xs" c="dimmed">
            {progress}
          </Text>
        </div>
      )}
      {state === 'CANCELLED' && <Notice tone="info">Cancelled after {progress}: what follows is of these.</Notice>}
      {state === 'FAILED' && <Notice tone="error">{message ?? 'The preview failed.'}</Notice>}
      {state === 'DONE' && message !== null && <Notice tone="info">{message}</Notice>}
    </>
  )
}

function Results({ preview }: ResultsProps) {
  const { matches, unknown, incidents, warnings, points, effects, samples, fromTime, toTime } = preview
  return (
    <>
      {warnings.map(warning => (
        <Notice key={warning} tone="warning" title={warning} />
      ))}
      <Panel title={`${countedMatches(matches)} in ${formatCount(incidents)} ${incidents === 1 ? 'incident' : 'incidents'}`}>
        <Text size="sm" c="dimmed">
          <TimeText at={fromTime} /> to <TimeText at={toTime} />
          {unknown > 0 && `; of ${formatCount(unknown)} alerts something is not known any more, they are not counted`}
        </Text>
        {matches > 0 && (
          <figure style={{ margin: 0 }}>
            <VisuallyHidden component="figcaption">{pointsText(points)}</VisuallyHidden>
            <div aria-hidden>
              <Suspense fallback={<Skeleton h={160} />}>
                <PreviewChart points={points} />
              </Suspense>
            </div>
          </figure>
        )}
      </Panel>
      {effects.length > 0 && (
        <Panel title="What it would do">
          <Effects effects={effects} />
        </Panel>
      )}
      {samples.length > 0 && (
        <Panel title="The newest of them">
          <Samples samples={samples} />
        </Panel>
      )}
    </>
  )
}

function Effects({ effects }: Pick<RulePreviewParts_RulePreviewFragment, 'effects'>) {
  return (
    <CardTable
      label="Effects"
      columns={['Action', 'Times', 'Effect', 'Values']}
      rows={effects.map((effect, index) => ({
        key: String(index),
        cells: [
          effect.action,
          formatCount(effect.times),
          effectText(effect, effect.list !== null),
          effect.values.length > 0 ? (
            <details>
              <summary>{effect.values.length < effect.wouldAdd ? `the first ${effect.values.length}` : 'show'}</summary>
              <div className={classes['mono']} style={{ maxHeight: 160, overflow: 'auto' }} tabIndex={0}>
                {effect.values.map(value => (
                  <div key={value}>{value}</div>
                ))}
              </div>
            </details>
          ) : null,
        ],
      }))}
    />
  )
}

function Samples({ samples }: Pick<RulePreviewParts_RulePreviewFragment, 'samples'>) {
  return (
    <CardTable
      label="Alerts"
      columns={['Threat', 'Severity', 'Time', 'From', 'To', 'Action', 'Incident']}
      rows={samples.map(alert => ({
        key: alert.id,
        cells: [
          <Anchor component={Link} to={`${paths.alerts}?alert=${encodeURIComponent(alert.id)}`} size="sm">
            {alert.threatName}
          </Anchor>,
          <SeverityBadge severity={alert.severity} />,
          <TimeText at={alert.occurredAt} />,
          <span className={classes['mono']}>{alert.source.address}</span>,
          <span className={classes['mono']}>{alert.destination.address}</span>,
          alert.blocked ? 'blocked' : 'allowed',
          alert.incident && (
            <Anchor component={Link} to={paths.incident(alert.incident.number)} size="sm">
              INC-{alert.incident.number}
            </Anchor>
          ),
        ],
      }))}
    />
  )
}
