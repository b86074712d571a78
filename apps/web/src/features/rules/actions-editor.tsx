import { ActionIcon, Button, Group, Menu, Stack, Switch, Text } from '@mantine/core'
import type { RuleAction } from '@sallyport/shared'
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { memo } from 'react'
import { ActionFields } from './action-fields'
import { type DraftAction, movedBy, newAction, without } from './draft'
import { FaultText } from './fault-text'
import { useFaultsAt, useFaultsWithin } from './faults'
import { ACTION_WORDS } from './rule-words'
import { useChoices } from './use-choices'
import classes from './rules.module.css'

interface ActionsEditorProps {
  readonly actions: readonly DraftAction[]
  /** Given what to do with the actions as they are then. */
  onChange(update: (before: readonly DraftAction[]) => readonly DraftAction[]): void
}

/** What is done, one after the other. */
export function ActionsEditor({ actions, onChange }: ActionsEditorProps) {
  const faults = useFaultsAt('actions')
  return (
    <Stack gap={8}>
      {actions.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing is done yet.
        </Text>
      )}
      {actions.map((action, index) => (
        <ActionCard
          key={action.key}
          action={action}
          path={`actions.${index}`}
          first={index === 0}
          last={index === actions.length - 1}
          onChange={next => onChange(before => before.map(each => (each.key === next.key ? next : each)))}
          onMove={by =>
            onChange(before =>
              movedBy(
                before,
                before.findIndex(({ key }) => key === action.key),
                by,
              ),
            )
          }
          onRemove={() => onChange(before => before.filter(({ key }) => key !== action.key))}
        />
      ))}
      <FaultText faults={faults} />
      <AddAction onAdd={kind => onChange(before => [...before, newAction(kind)])} />
    </Stack>
  )
}

const GROUPS: readonly { readonly title: string; readonly kinds: readonly RuleAction['do'][] }[] = [
  { title: 'Lists', kinds: ['addToList', 'removeFromList'] },
  { title: 'The incident', kinds: ['setSeverity', 'setClassification', 'setAttackVector', 'setDisposition', 'assign', 'tag', 'comment'] },
  { title: 'People', kinds: ['notify'] },
  { title: 'The end', kinds: ['close', 'ignore'] },
]

function AddAction({ onAdd }: { onAdd(kind: RuleAction['do']): void }) {
  const { channels } = useChoices()
  // Without a channel there is nobody to tell.
  const offered = (kind: RuleAction['do']) => kind !== 'notify' || channels.length > 0
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <Button variant="default" style={{ alignSelf: 'flex-start' }} leftSection={<IconPlus size={14} aria-hidden />}>
          Add action
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {GROUPS.filter(({ kinds }) => kinds.some(offered)).map(({ title, kinds }) => (
          <div key={title}>
            <Menu.Label>{title}</Menu.Label>
            {kinds.filter(offered).map(kind => (
              <Menu.Item key={kind} onClick={() => onAdd(kind)}>
                {ACTION_WORDS[kind]}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

interface ActionCardProps {
  readonly action: DraftAction
  readonly path: string
  readonly first: boolean
  readonly last: boolean
  onChange(action: DraftAction): void
  onMove(by: -1 | 1): void
  onRemove(): void
}

/** Drawn anew only when it changes, as predicates are. */
const ActionCard = memo(
  DrawnAction,
  (before, after) =>
    before.action === after.action && before.path === after.path && before.first === after.first && before.last === after.last,
)

function DrawnAction({ action: { key, action }, path, first, last, onChange, onMove, onRemove }: ActionCardProps) {
  const faults = useFaultsWithin(path)
  const title = ACTION_WORDS[action.do] ?? action.do
  const set = (next: DraftAction['action']) => onChange({ key, action: next })
  return (
    <div className={classes['part']} data-fault={faults.length > 0} role="group" aria-label={title}>
      <Group justify="space-between" wrap="nowrap" mb={4}>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Group gap={2} wrap="nowrap">
          <ActionIcon aria-label={`${title}: do it earlier`} disabled={first} onClick={() => onMove(-1)}>
            <IconArrowUp size={14} />
          </ActionIcon>
          <ActionIcon aria-label={`${title}: do it later`} disabled={last} onClick={() => onMove(1)}>
            <IconArrowDown size={14} />
          </ActionIcon>
          <ActionIcon aria-label={`${title}: remove`} onClick={onRemove}>
            <IconX size={14} />
          </ActionIcon>
        </Group>
      </Group>
      <ActionFields action={action} faulty={faults.length > 0} onChange={set} />
      <Switch
        size="xs"
        mt={8}
        label="Ask for approval before"
        checked={action['approval'] === true}
        onChange={event => set(event.currentTarget.checked ? { ...action, approval: true } : without(action, 'approval'))}
      />
      <FaultText faults={faults} />
    </div>
  )
}
