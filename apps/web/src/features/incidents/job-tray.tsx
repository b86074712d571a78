import { Button, CloseButton, Group, Progress, Stack, Text, VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { readFragment } from '../../gql'
import { useCan } from '../../lib/permissions'
import { useNow } from '../../lib/use-now'
import { usePolling } from '../../lib/use-polling'
import { JobResults } from './job-results'
import { isUnderWay, type Job, Job_Job, Jobs_Query, jobText, mayUndo, useJobActions, useJobChanges } from './jobs'
import classes from './job-tray.module.css'

/** Others are to be found among the recent changes. */
const SHOWN_MAX = 3
const MINUTE = 60_000
export const ASK_EVERY_MS = 10_000

/** What the viewer does to many incidents: how far it is, what came of it, and the way back. On every page. */
export function JobTray() {
  const may = useCan('incident:write')
  const [{ data }, ask] = useQuery({ query: Jobs_Query, pause: !may })
  const jobs = readFragment(Job_Job, data?.jobs ?? NONE)
  // A job that ended before anybody listened to it is told of no more.
  usePolling(() => ask({ requestPolicy: 'network-only' }), jobs.some(({ state }) => isUnderWay(state)) ? ASK_EVERY_MS : 0)
  const [open, setOpen] = useState<Job | null>(null)
  const { shown, dismiss } = useShown(data ? jobs : null)
  return (
    <>
      {shown.length > 0 && (
        <section className={classes['tray']} aria-label="Jobs">
          {shown.slice(0, SHOWN_MAX).map(job => (
            <JobToast key={job.id} job={job} onResults={() => setOpen(job)} onDismiss={() => dismiss(job.id)} />
          ))}
        </section>
      )}
      {open && <JobResults job={jobs.find(({ id }) => id === open.id) ?? open} onClose={() => setOpen(null)} />}
    </>
  )
}

const NONE: never[] = []

/** Those under way, and those that ended while somebody looked; what was over before is old news. */
function useShown(jobs: readonly Job[] | null): { shown: readonly Job[]; dismiss(id: string): void } {
  const [hidden, setHidden] = useState<ReadonlySet<string> | null>(null)
  useEffect(() => {
    if (!jobs) return
    setHidden(before => {
      if (before === null) return new Set(jobs.filter(({ state }) => !isUnderWay(state)).map(({ id }) => id))
      const again = jobs.filter(({ id, state }) => isUnderWay(state) && before.has(id))
      return again.length === 0 ? before : new Set([...before].filter(id => !again.some(job => job.id === id)))
    })
  }, [jobs])
  return {
    shown: jobs && hidden ? jobs.filter(({ id }) => !hidden.has(id)) : [],
    dismiss: id => setHidden(before => new Set([...(before ?? []), id])),
  }
}

interface JobToastProps {
  readonly job: Job
  onResults(): void
  onDismiss(): void
}

function JobToast({ job, onResults, onDismiss }: JobToastProps) {
  useJobChanges(job)
  const { cancel, undo } = useJobActions(job.id)
  const now = useNow(MINUTE)
  const underWay = isUnderWay(job.state)
  return (
    <div className={classes['toast']}>
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap" gap="xs">
          <Text size="sm" fw={600} truncate title={job.title}>
            {job.title}
          </Text>
          {!underWay && <CloseButton size="sm" aria-label={`Dismiss ${job.title}`} onClick={onDismiss} />}
        </Group>
        {underWay && (
          <Progress
            value={job.total === 0 ? 0 : (100 * (job.done + job.failed)) / job.total}
            size="sm"
            aria-label={`Progress of ${job.title}`}
          />
        )}
        <Group justify="space-between" gap="xs">
          <Text size="sm">{jobText(job)}</Text>
          <Group gap={6}>
            <Button size="compact-sm" variant="subtle" onClick={onResults}>
              Results
            </Button>
            {job.state === 'RUNNING' && (
              <Button size="compact-sm" variant="default" onClick={cancel}>
                Cancel
              </Button>
            )}
            {mayUndo(job, now) && (
              <Button size="compact-sm" variant="default" onClick={undo}>
                Undo
              </Button>
            )}
          </Group>
        </Group>
      </Stack>
      <VisuallyHidden role="status">{underWay ? '' : `${job.title}: ${jobText(job)}`}</VisuallyHidden>
    </div>
  )
}
