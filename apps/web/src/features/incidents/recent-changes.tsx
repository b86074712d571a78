import { ActionIcon, Button, Group, Modal, Stack, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { ListFault } from '../../components/ui/list-states'
import { TimeText } from '../../components/ui/time-text'
import { readFragment } from '../../gql'
import { errorText } from '../../lib/user-errors'
import { JobResults } from './job-results'
import { type Job, Job_Job, Jobs_Query, jobText, mayUndo, useJobActions, useJobChanges } from './jobs'

/** What the viewer did to several incidents within a day, and the way back. */
export function RecentChanges() {
  const [opened, { open, close }] = useDisclosure(false)
  return (
    <>
      <Tooltip label="Your changes of the last day, to be undone">
        <ActionIcon aria-label="Your recent changes" onClick={open}>
          <IconHistory size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Modal opened={opened} onClose={close} size="lg" title="Your changes of the last day" closeButtonProps={{ 'aria-label': 'Close' }}>
        {opened && <JobList />}
      </Modal>
    </>
  )
}

function JobList() {
  const [{ data, error }, ask] = useQuery({ query: Jobs_Query, requestPolicy: 'cache-and-network' })
  const [results, setResults] = useState<Job | null>(null)
  const jobs = readFragment(Job_Job, data?.jobs ?? [])
  return (
    <Stack gap="sm">
      {error && <ListFault title="They could not be read" text={errorText(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {data && jobs.length === 0 && <Text c="dimmed">You changed nothing from the queue within the last day.</Text>}
      {jobs.map(job => (
        <JobLine key={job.id} job={job} onResults={() => setResults(job)} />
      ))}
      {results && <JobResults job={results} onClose={() => setResults(null)} />}
    </Stack>
  )
}

function JobLine({ job, onResults }: { job: Job; onResults(): void }) {
  useJobChanges(job)
  const { undo } = useJobActions(job.id)
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Stack gap={0} miw={0}>
        <Text size="sm" fw={600} truncate>
          {job.title}
        </Text>
        <Text size="xs" c="dimmed">
          <TimeText at={job.createdAt} relative /> · {jobText(job)}
        </Text>
      </Stack>
      <Group gap={6} wrap="nowrap">
        <Button size="compact-sm" variant="subtle" onClick={onResults}>
          Results
        </Button>
        {mayUndo(job, Date.now()) && (
          <Button size="compact-sm" variant="default" aria-label={`Undo ${job.title}`} onClick={undo}>
            Undo
          </Button>
        )}
      </Group>
    </Group>
  )
}
