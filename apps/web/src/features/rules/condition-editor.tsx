import { ActionIcon, Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { IconFolderPlus, IconPlus, IconX } from '@tabler/icons-react'
import { type DraftGroup, type DraftPart, type GroupKind, GROUP_DEPTH_MAX, isGroup, newGroup, newLeaf } from './draft'
import { FaultText } from './fault-text'
import { useFaultsAt } from './faults'
import { PredicateEditor } from './predicate-editor'
import { GROUP_WORDS } from './rule-words'
import classes from './rules.module.css'

interface ConditionEditorProps {
  readonly group: DraftGroup
  /** Of the group in the definition: condition, or condition.all.2 */
  readonly path: string
  readonly depth?: number
  /** Given what to do with the group as it is then: parts are drawn anew only when they change. */
  onChange(update: (before: DraftGroup) => DraftGroup): void
  /** Not of the outermost. */
  readonly onRemove?: () => void
}

/** All, any or none of some conditions, each of which may be a group again. */
export function ConditionEditor({ group, path, depth = 1, onChange, onRemove }: ConditionEditorProps) {
  const at = `${path}.${group.kind}`
  const own = [...useFaultsAt(path), ...useFaultsAt(at)]
  const add = (part: DraftPart) => onChange(before => ({ ...before, parts: [...before.parts, part] }))
  const update = (key: string, to: (part: DraftPart) => readonly DraftPart[]) =>
    onChange(before => ({ ...before, parts: before.parts.flatMap(part => (part.key === key ? to(part) : [part])) }))
  return (
    <div className={classes['group']} data-kind={group.kind} role="group" aria-label={`${GROUP_WORDS[group.kind]} these`}>
      <Stack gap={8}>
        <Group gap={6} wrap="nowrap">
          <NativeSelect
            size="xs"
            aria-label="How the conditions of this group count"
            value={group.kind}
            data={Object.entries(GROUP_WORDS).map(([value, label]) => ({ value, label }))}
            onChange={event => {
              const kind = event.currentTarget.value as GroupKind
              onChange(before => ({ ...before, kind }))
            }}
          />
          <Text size="sm">these</Text>
          {onRemove && (
            <ActionIcon aria-label="Remove the group" onClick={onRemove}>
              <IconX size={14} />
            </ActionIcon>
          )}
        </Group>
        {group.parts.map((part, index) => {
          const common = { path: `${at}.${index}`, onRemove: () => update(part.key, () => []) }
          return isGroup(part) ? (
            <ConditionEditor
              key={part.key}
              {...common}
              group={part}
              depth={depth + 1}
              onChange={change => update(part.key, before => (isGroup(before) ? [change(before)] : [before]))}
            />
          ) : (
            <PredicateEditor key={part.key} {...common} leaf={part} onChange={next => update(part.key, () => [next])} />
          )
        })}
        <FaultText faults={own} />
        <Group gap={6}>
          <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add(newLeaf('threatName'))}>
            Add condition
          </Button>
          {depth < GROUP_DEPTH_MAX && (
            <Button
              variant="default"
              leftSection={<IconFolderPlus size={14} aria-hidden />}
              onClick={() => add(newGroup(group.kind === 'any' ? 'all' : 'any', [newLeaf('threatName')]))}
            >
              Add group
            </Button>
          )}
        </Group>
      </Stack>
    </div>
  )
}
