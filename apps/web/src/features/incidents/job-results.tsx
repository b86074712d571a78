import { Anchor, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { ListFault, ListSkeleton } from '../../components/ui/list-states'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import type { JobItemState } from '../../gql/graphql'
import { errorText } from '../../lib/user-errors'
import { type Job, jobText } from './jobs'

const JobItems_Query = graphql(`
  query JobItems_Query($id: ID!, $first: Int!, $after: String, $state: [JobItemState!]) {
    job(id: $id) {
      id
      items(first: $first, after: $after, state: $state) {
        nodes {
          state
          message
          incident {
            id
            number
            title
          }
        }
        pageInfo {
          endCursor
          hasNextPage
        }
      }
    }
  }
`)

const PAGE_SIZE = 50

const ITEM_WORDS: Readonly<Record<JobItemState, string>> = {
  PENDING: 'Waits',
  DONE: 'Done',
  UNCHANGED: 'Was so already',
  FAILED: 'Not done',
  UNDONE: 'Taken back',
  NOT_UNDONE: 'Not taken back',
}
const FAULTS: readonly JobItemState[] = ['FAILED', 'NOT_UNDONE']

/** What became of each incident of a job. */
export function JobResults({ job, onClose }: { job: Job; onClose(): void }) {
  const [onlyFaults, setOnlyFaults] = useState(job.failed > 0)
  const [trail, setTrail] = useState<readonly (string | null)[]>([null])
  const [{ data, error, fetching }, ask] = useQuery({
    query: JobItems_Query,
    variables: { id: job.id, first: PAGE_SIZE, after: trail.at(-1) ?? null, state: onlyFaults ? [...FAULTS] : null },
    requestPolicy: 'network-only',
  })
  const items = data?.job?.items
  const narrow = (faults: boolean) => {
    setOnlyFaults(faults)
    setTrail([null])
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={job.title} closeButtonProps={{ 'aria-label': 'Close' }}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text size="sm">{jobText(job)}</Text>
          <Button
            size="compact-sm"
            variant={onlyFaults ? 'light' : 'default'}
            aria-pressed={onlyFaults}
            onClick={() => narrow(!onlyFaults)}
          >
            Only what was not done
          </Button>
        </Group>
        {error && (
          <ListFault title="The results could not be read" text={errorText(error)} onRetry={() => ask({ requestPolicy: 'network-only' })} />
        )}
        {!items && fetching && <ListSkeleton />}
        <Stack gap={4} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
          {items?.nodes.map(({ state, message, incident }, index) => (
            <Group key={incident?.id ?? index} component="li" gap="sm" wrap="nowrap" fz="sm">
              {incident ? (
                <Anchor component={Link} to={paths.incident(incident.number)} fz="sm" fw={600} miw={70}>
                  INC-{incident.number}
                </Anchor>
              ) : (
                <Text span fz="sm" miw={70}>
                  Gone
                </Text>
              )}
              <Text span fz="sm" miw={110} {...(FAULTS.includes(state) && { c: 'var(--mantine-color-error)' })}>
                {ITEM_WORDS[state]}
              </Text>
              <Text span fz="sm" truncate>
                {message ?? incident?.title}
              </Text>
            </Group>
          ))}
        </Stack>
        {items?.nodes.length === 0 && <Text c="dimmed">{onlyFaults ? 'All of it was done.' : 'Nothing yet.'}</Text>}
        <Group justify="flex-end" gap="xs">
          {trail.length > 1 && (
            <Button variant="default" onClick={() => setTrail(trail.slice(0, -1))}>
              Back
            </Button>
          )}
          {items?.pageInfo.hasNextPage && (
            <Button variant="default" onClick={() => setTrail([...trail, items.pageInfo.endCursor])}>
              Next
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  )
}
