import { Anchor, Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { MOVED_ALERTS_MAX } from '@sallyport/shared'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { paths } from '../../config/paths'
import { formatCount, formatCounted } from '../../lib/format'
import type { TickedRows } from '../../lib/selection'
import { formFaults } from '../../lib/user-errors'
import { AlertMoveUndo_Mutation } from './alert-move-undo'
import { type TakenOut, TakeOutDialog } from './take-out-dialog'
import type { IncidentFacts } from './use-incident-actions'
import classes from './bulk-bar.module.css'

interface AlertBarProps {
  readonly facts: IncidentFacts
  readonly ticked: TickedRows
  /** Alerts came or went. */
  onDone(): void
}

/** What can be done with the ticked alerts, and what was done just now. Stands below the list, so that no row moves when it comes. */
export function AlertBar({ facts, ticked, onDone }: AlertBarProps) {
  const { ids, clear, refresh } = ticked
  const [asking, dialog] = useDisclosure(false)
  const [taken, setTaken] = useState<TakenOut | null>(null)
  const changed = () => {
    clear()
    refresh()
    onDone()
  }
  const tooMany = ids.size > MOVED_ALERTS_MAX
  return (
    <>
      {taken && <TakenNotice key={taken.moveId} taken={taken} onUndone={changed} onClose={() => setTaken(null)} />}
      {ids.size > 0 && (
        <section className={classes['bar']} aria-label="Selection">
          <Text size="sm" fw={600} role="status">
            {formatCount(ids.size)} selected
          </Text>
          {tooMany && (
            <Text size="sm" c="dimmed">
              At most {formatCount(MOVED_ALERTS_MAX)} at once
            </Text>
          )}
          <Group gap={6} ml="auto">
            <Button size="compact-sm" variant="default" disabled={tooMany} onClick={dialog.open}>
              Take out…
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={clear}>
              Clear
            </Button>
          </Group>
        </section>
      )}
      <TakeOutDialog
        opened={asking}
        facts={facts}
        alertIds={[...ids]}
        onClose={dialog.close}
        onTaken={now => {
          setTaken(now)
          changed()
        }}
      />
    </>
  )
}

interface TakenNoticeProps {
  readonly taken: TakenOut
  onUndone(): void
  onClose(): void
}

function TakenNotice({ taken: { moveId, alerts, into }, onUndone, onClose }: TakenNoticeProps) {
  const [{ fetching }, undo] = useMutation(AlertMoveUndo_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const takeBack = async () => {
    const { data, error } = await undo({ id: moveId })
    const told = formFaults(data?.alertMoveUndo.userErrors ?? [], error, []).form
    setFault(told)
    if (told !== null) return
    onUndone()
    onClose()
  }
  return (
    <section className={classes['bar']} aria-label="Taken out">
      <Text size="sm" role="status">
        {formatCounted(alerts, 'alert')} {alerts === 1 ? 'is' : 'are'} in{' '}
        <Anchor component={Link} to={paths.incident(into)} inherit>
          INC-{into}
        </Anchor>{' '}
        now.
      </Text>
      {fault !== null && <Notice tone="error">{fault}</Notice>}
      <Group gap={6} ml="auto">
        <Button size="compact-sm" variant="default" loading={fetching} onClick={() => void takeBack()}>
          Undo
        </Button>
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>
          Dismiss
        </Button>
      </Group>
    </section>
  )
}
