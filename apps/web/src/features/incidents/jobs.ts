import { notifications } from '@mantine/notifications'
import { useMutation, useSubscription } from 'urql'
import { type DocumentType, graphql } from '../../gql'
import type { JobState } from '../../gql/graphql'
import { formatCount, formatCounted } from '../../lib/format'
import { formFaults } from '../../lib/user-errors'

export const Job_Job = graphql(`
  fragment Job_Job on Job {
    id
    state
    title
    total
    done
    failed
    createdAt
    finishedAt
    undoUntil
  }
`)
export type Job = DocumentType<typeof Job_Job>

export const Jobs_Query = graphql(`
  query Jobs_Query {
    jobs {
      id
      ...Job_Job
    }
  }
`)

const JobChanged_Subscription = graphql(`
  subscription JobChanged_Subscription($id: ID!) {
    jobChanged(id: $id) {
      id
      ...Job_Job
    }
  }
`)

const JobCancel_Mutation = graphql(`
  mutation JobCancel_Mutation($id: ID!) {
    payload: jobCancel(id: $id) {
      job {
        id
        ...Job_Job
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const JobUndo_Mutation = graphql(`
  mutation JobUndo_Mutation($id: ID!) {
    payload: jobUndo(id: $id) {
      job {
        id
        ...Job_Job
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

export const isUnderWay = (state: JobState): boolean => state === 'RUNNING' || state === 'UNDOING'

export function mayUndo({ state, undoUntil }: Job, now: number): boolean {
  return !isUnderWay(state) && state !== 'UNDONE' && undoUntil !== null && Date.parse(undoUntil) > now
}

/** How far a job is, or what came of it. */
export function jobText({ state, total, done, failed }: Job): string {
  const faults = failed > 0 ? `, ${formatCount(failed)} not` : ''
  switch (state) {
    case 'RUNNING':
      return `${formatCount(done)} of ${formatCount(total)}${faults}`
    case 'UNDOING':
      return `Taking back ${formatCounted(total, 'incident')}…`
    case 'CANCELLED':
      return `Cancelled after ${formatCount(done)} of ${formatCount(total)}${faults}`
    case 'UNDONE':
      return `Taken back${faults}`
    case 'DONE':
      return `${formatCounted(done, 'incident')}${faults}`
  }
}

/** What changes about a job goes to the cache, and so to wherever it is shown. */
export function useJobChanges(job: Job): void {
  useSubscription({ query: JobChanged_Subscription, variables: { id: job.id }, pause: !isUnderWay(job.state) })
}

export interface JobActions {
  cancel(): void
  undo(): void
}

/** A fault is told as a notice: the job itself tells the rest. */
export function useJobActions(id: string): JobActions {
  const [, cancel] = useMutation(JobCancel_Mutation)
  const [, undo] = useMutation(JobUndo_Mutation)
  const run = async (mutate: typeof cancel | typeof undo) => {
    const { data, error } = await mutate({ id })
    const fault = formFaults(data?.payload.userErrors ?? [], error, []).form
    if (fault !== null) notifications.show({ color: 'red', title: 'That was not done', message: fault })
  }
  return { cancel: () => void run(cancel), undo: () => void run(undo) }
}
