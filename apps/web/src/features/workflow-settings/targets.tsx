import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import type { Severity } from '@sallyport/shared'
import { type FormEvent, useState } from 'react'
import { useClient } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { SeverityBadge } from '../../components/ui/severity-badge'
import { graphql } from '../../gql'
import { formatEnum } from '../../lib/format'
import { errorText, formFaults } from '../../lib/user-errors'
import { targetMinutes, targetText } from './target-text'
import { type Target, WorkflowSettings_Query } from './workflow-data'

const TargetsSet_Mutation = graphql(`
  mutation TargetsSet_Mutation($input: TargetsSetInput!) {
    targetsSet(input: $input) {
      targets {
        severity
        acknowledgeMinutes
        closeMinutes
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

type Part = 'acknowledgeMinutes' | 'closeMinutes'
type Cell = `${Severity} ${Part}`

const PARTS: readonly { readonly part: Part; readonly title: string; readonly verb: string }[] = [
  { part: 'acknowledgeMinutes', title: 'Opened within', verb: 'open' },
  { part: 'closeMinutes', title: 'Closed within', verb: 'close' },
]

const UNREADABLE = 'Write for example 15 min, 4 h, 3 d or none'

/** By when incidents of a severity are to be opened and closed, counted from their first alert. */
export function Targets({ targets }: { targets: readonly Target[] }) {
  const client = useClient()
  const [written, setWritten] = useState<Partial<Record<Cell, string>>>({})
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const wrong = Object.values(written).some(text => targetMinutes(text) === undefined)
  const dirty = targets.some(target => PARTS.some(({ part }) => minutesOf(target, part, written) !== target[part]))
  const save = async (): Promise<string | null> => {
    // The server takes all targets: what another administrator set since this page was read is left as it is there now.
    const now = await client.query(WorkflowSettings_Query, {}, { requestPolicy: 'network-only' }).toPromise()
    if (!now.data) return now.error ? errorText(now.error) : 'No answer'
    const input = { targets: now.data.targets.map(target => withWritten(target, written)) }
    const { data, error } = await client.mutation(TargetsSet_Mutation, { input }).toPromise()
    return formFaults(data?.targetsSet.userErrors ?? [], error, []).form
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (busy || wrong) return
    setBusy(true)
    const told = await save()
    setFault(told)
    setBusy(false)
    if (told === null) setWritten({})
  }
  const field = (target: Target, { part, verb }: (typeof PARTS)[number]) => {
    const cell: Cell = `${target.severity} ${part}`
    const text = written[cell] ?? targetText(target[part])
    return (
      <TextInput
        size="xs"
        w={130}
        aria-label={`Time to ${verb} ${formatEnum(target.severity)}`}
        autoComplete="off"
        value={text}
        error={targetMinutes(text) === undefined && UNREADABLE}
        onChange={event => {
          const { value } = event.currentTarget
          setWritten(before => ({ ...before, [cell]: value }))
        }}
        onBlur={() => {
          const minutes = targetMinutes(text)
          if (minutes !== undefined && written[cell] !== undefined) setWritten(before => ({ ...before, [cell]: targetText(minutes) }))
        }}
      />
    )
  }
  return (
    <Panel title="Targets">
      <form onSubmit={event => void submit(event)} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            Counted from the first alert, shown as a countdown on each incident. For example 15 min, 4 h, 3 d or none.
          </Text>
          {fault !== null && <Notice tone="error">{fault}</Notice>}
          <CardTable
            label="Targets"
            columns={['Severity', ...PARTS.map(({ title }) => title)]}
            rows={targets.map(target => ({
              key: target.severity,
              cells: [<SeverityBadge severity={target.severity} />, ...PARTS.map(part => field(target, part))],
            }))}
          />
          <Group gap="xs">
            <Button type="submit" loading={busy} disabled={!dirty || wrong}>
              Save targets
            </Button>
            {(dirty || wrong) && (
              <Button variant="default" disabled={busy} onClick={() => setWritten({})}>
                Discard
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Panel>
  )
}

function minutesOf(target: Target, part: Part, written: Partial<Record<Cell, string>>): number | null {
  const text = written[`${target.severity} ${part}`]
  const minutes = text === undefined ? undefined : targetMinutes(text)
  return minutes === undefined ? target[part] : minutes
}

const withWritten = (target: Target, written: Partial<Record<Cell, string>>) => ({
  severity: target.severity,
  acknowledgeMinutes: minutesOf(target, 'acknowledgeMinutes', written),
  closeMinutes: minutesOf(target, 'closeMinutes', written),
})
