import { Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { taskAddInput } from '@sallyport/shared'
import { type FormEvent, useState } from 'react'
import { useMutation } from 'urql'
import { TimeText } from '../../components/ui/time-text'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { useCan, useViewer } from '../../lib/permissions'
import { formFaults } from '../../lib/user-errors'
import { useOtherAssignees } from './assignees'
import classes from './incident-page.module.css'

const IncidentTasks_Incident = graphql(`
  fragment IncidentTasks_Incident on Incident {
    id
    tasks {
      id
      title
      doneAt
      assignee {
        id
        name
      }
      doneBy {
        id
        name
      }
    }
  }
`)

const IncidentTaskAdd_Mutation = graphql(`
  mutation IncidentTaskAdd_Mutation($input: IncidentTaskAddInput!) {
    payload: incidentTaskAdd(input: $input) {
      incident {
        id
        ...IncidentTasks_Incident
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const IncidentTaskUpdate_Mutation = graphql(`
  mutation IncidentTaskUpdate_Mutation($input: IncidentTaskUpdateInput!) {
    payload: incidentTaskUpdate(input: $input) {
      incident {
        id
        ...IncidentTasks_Incident
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface IncidentTasksProps {
  readonly incident: FragmentType<typeof IncidentTasks_Incident>
  onDone(): void
}

/** What is to be done, by whom, and what is done. */
export function IncidentTasks({ incident: masked, onDone }: IncidentTasksProps) {
  const { id: incidentId, tasks } = readFragment(IncidentTasks_Incident, masked)
  const mayWrite = useCan('incident:write')
  const viewer = useViewer()
  const people = [{ id: viewer.id, name: viewer.name }, ...useOtherAssignees()]
  const [adding, add] = useMutation(IncidentTaskAdd_Mutation)
  const [updating, update] = useMutation(IncidentTaskUpdate_Mutation)
  const [title, setTitle] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const tell = ({ data, error }: Awaited<ReturnType<typeof add>> | Awaited<ReturnType<typeof update>>) => {
    const told = formFaults(data?.payload.userErrors ?? [], error, []).form
    setFault(told)
    onDone()
    return told === null
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const checked = taskAddInput.safeParse({ title })
    if (!checked.success) return setFault(checked.error.issues[0]?.message ?? null)
    if (tell(await add({ input: { incidentId, title: checked.data.title } }))) setTitle('')
  }
  const change = async (input: { id: string; done?: boolean; assigneeId?: string | null }) => void tell(await update({ input }))
  const done = tasks.filter(({ doneAt }) => doneAt !== null).length
  return (
    <section className={classes['card']} aria-labelledby="tasks">
      <h2 id="tasks">Tasks{tasks.length > 0 && ` ${done}/${tasks.length}`}</h2>
      {tasks.length === 0 && !mayWrite && (
        <Text size="sm" c="dimmed">
          None
        </Text>
      )}
      <ul className={classes['tasks']}>
        {tasks.map(task => (
          <li key={task.id}>
            <Checkbox
              size="xs"
              label={task.title}
              checked={task.doneAt !== null}
              disabled={!mayWrite || updating.fetching}
              description={
                task.doneAt !== null && (
                  <>
                    {task.doneBy?.name ?? 'somebody who is gone'}, <TimeText at={task.doneAt} relative />
                  </>
                )
              }
              onChange={event => void change({ id: task.id, done: event.currentTarget.checked })}
            />
            <NativeSelect
              size="xs"
              variant="unstyled"
              aria-label={`Who does ${task.title}`}
              disabled={!mayWrite || updating.fetching}
              data={[
                { value: '', label: 'nobody' },
                ...[...(task.assignee ? [task.assignee] : []), ...people.filter(({ id }) => id !== task.assignee?.id)].map(
                  ({ id, name }) => ({ value: id, label: name }),
                ),
              ]}
              value={task.assignee?.id ?? ''}
              onChange={event => void change({ id: task.id, assigneeId: event.currentTarget.value || null })}
            />
          </li>
        ))}
      </ul>
      {fault !== null && (
        <Text size="sm" role="alert">
          {fault}
        </Text>
      )}
      {mayWrite && (
        <form onSubmit={event => void submit(event)} data-noprint>
          <Group gap={6} mt={6} wrap="nowrap">
            <TextInput
              size="xs"
              flex={1}
              aria-label="New task"
              placeholder="New task"
              value={title}
              onChange={event => setTitle(event.currentTarget.value)}
            />
            <Button size="xs" variant="default" type="submit" disabled={title.trim() === ''} loading={adding.fetching}>
              Add
            </Button>
          </Group>
        </form>
      )}
    </section>
  )
}
