import { Button, Group, Text } from '@mantine/core'
import { Notice } from '../../components/ui/notice'
import { FIELD_WORDS, fieldText, type FieldName, type FieldPatch } from './field-edit'
import type { FieldConflict } from './use-field-edit'

interface BothVersionsProps {
  readonly conflict: FieldConflict
  readonly busy: boolean
  teamName?(id: string): string
  onMine(): void
  onTheirs(): void
}

/** Somebody else was faster: both versions, and the choice between them. */
export function BothVersions({ conflict: { mine, theirs }, busy, teamName = id => id, onMine, onTheirs }: BothVersionsProps) {
  const [name] = Object.keys(mine) as FieldName[]
  if (name === undefined) return null
  const shown = (patch: FieldPatch) => fieldText(name, patch, teamName)
  return (
    <Notice tone="warning" title={`Somebody else changed INC-${theirs.number} meanwhile`}>
      <Group gap="md" mt={4} role="group" aria-label="Both versions">
        <Text size="sm">
          {FIELD_WORDS[name]}, yours: <strong>{shown(mine)}</strong>
        </Text>
        <Text size="sm">
          theirs: <strong>{shown({ ...theirs, teamId: theirs.team?.id ?? null })}</strong>
        </Text>
        <Button size="compact-xs" loading={busy} onClick={onMine}>
          Keep mine
        </Button>
        <Button size="compact-xs" variant="default" onClick={onTheirs}>
          Take theirs
        </Button>
      </Group>
    </Notice>
  )
}
