import { Alert, Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown, IconRotate, IconUserCheck } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useCan, useViewer } from '../../lib/permissions'
import { type Shortcut, useShortcuts } from '../../lib/shortcuts'
import { useOtherAssignees } from './assignees'
import { ActionDialog, type DialogAction } from './action-dialog'
import type { ActionFault, IncidentActions, IncidentFacts } from './use-incident-actions'

interface IncidentActionBarProps {
  readonly facts: IncidentFacts
  readonly actions: IncidentActions
}

/** What this viewer may do with the incident now. */
export function IncidentActionBar({ facts, actions }: IncidentActionBarProps) {
  const canWrite = useCan('incident:write')
  const [dialog, setDialog] = useState<DialogAction | null>(null)
  const [fault, setFault] = useState<ActionFault>(null)
  const may = (action: IncidentFacts['allowedActions'][number]) => canWrite && facts.allowedActions.includes(action)
  const offered = { close: may('CLOSE'), ignore: may('IGNORE'), reopen: may('REOPEN') }
  const { close, ignore, reopen } = offered
  useShortcuts(
    useMemo<Shortcut[]>(
      () => [
        ...(close ? [{ keys: 'e', label: 'Close the incident', group: 'Incident', run: () => setDialog('close') }] : []),
        ...(ignore ? [{ keys: 'i', label: 'Ignore or mute the incident', group: 'Incident', run: () => setDialog('ignore') }] : []),
        ...(reopen ? [{ keys: 'r', label: 'Reopen the incident', group: 'Incident', run: () => setDialog('reopen') }] : []),
      ],
      [close, ignore, reopen],
    ),
  )
  return (
    <>
      {may('ASSIGN') && <AssignMenu facts={facts} actions={actions} onFault={setFault} />}
      {ignore && (
        <Button variant="default" onClick={() => setDialog('ignore')}>
          Ignore
        </Button>
      )}
      {close && (
        <Button leftSection={<IconCheck size={14} aria-hidden />} onClick={() => setDialog('close')}>
          Close
        </Button>
      )}
      {reopen && (
        <Button variant="default" leftSection={<IconRotate size={14} aria-hidden />} onClick={() => setDialog('reopen')}>
          Reopen
        </Button>
      )}
      {fault !== null && (
        <Alert role="alert" color="yellow" py={6} w="100%" withCloseButton closeButtonLabel="Dismiss" onClose={() => setFault(null)}>
          {fault}
        </Alert>
      )}
      <ActionDialog action={dialog} number={facts.number} actions={actions} onClose={() => setDialog(null)} />
    </>
  )
}

interface AssignMenuProps extends IncidentActionBarProps {
  onFault(fault: ActionFault): void
}

function AssignMenu({ facts, actions, onFault }: AssignMenuProps) {
  const viewer = useViewer()
  const others = useOtherAssignees()
  const [opened, setOpened] = useState(false)
  const mine = facts.assignee?.id === viewer.id
  const assign = (id: string | null) => void actions.assign(id).then(onFault)
  useShortcuts(useMemo<Shortcut[]>(() => [{ keys: 'a', label: 'Assign the incident', group: 'Incident', run: () => setOpened(true) }], []))
  return (
    <Button.Group>
      {!mine && (
        <Button
          variant="default"
          leftSection={<IconUserCheck size={14} aria-hidden />}
          loading={actions.busy}
          onClick={() => assign(viewer.id)}
        >
          Assign to me
        </Button>
      )}
      <Menu opened={opened} onChange={setOpened} position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" px={8} aria-label="Assign">
            {mine && 'Assign'} <IconChevronDown size={14} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflow: 'auto' }}>
          <Menu.Label>Assign to</Menu.Label>
          {!mine && <Menu.Item onClick={() => assign(viewer.id)}>{viewer.name} (me)</Menu.Item>}
          {others
            .filter(({ id }) => id !== facts.assignee?.id)
            .map(({ id, name }) => (
              <Menu.Item key={id} onClick={() => assign(id)}>
                {name}
              </Menu.Item>
            ))}
          {facts.assignee && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => assign(null)}>Nobody</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  )
}

/** Looking at a New incident opens it: once, and only for those who may. Whoever comes second finds it open, which is no fault. */
export function useOpenOnView(facts: IncidentFacts, actions: IncidentActions): void {
  const canWrite = useCan('incident:write')
  const asked = useRef<string | null>(null)
  const opens = canWrite && facts.state === 'NEW' && facts.allowedActions.includes('OPEN')
  useEffect(() => {
    if (!opens || asked.current === facts.id) return
    asked.current = facts.id
    void actions.open()
  }, [opens, facts.id, actions])
}
