import { Button, Group, Pill } from '@mantine/core'

export interface FilterChip {
  readonly key: string
  readonly text: string
  onClear(): void
}

/** What the list is narrowed to, each part to be taken away by itself. */
export function FilterChips({ chips, onClearAll }: { chips: readonly FilterChip[]; onClearAll(): void }) {
  if (chips.length === 0) return null
  return (
    <Group gap={6} role="group" aria-label="Filters in force">
      {chips.map(({ key, text, onClear }) => (
        <Pill
          key={key}
          withRemoveButton
          onRemove={onClear}
          removeButtonProps={{ 'aria-label': `Clear ${text}`, tabIndex: 0, 'aria-hidden': false }}
        >
          {text}
        </Pill>
      ))}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={onClearAll}>
        Clear all
      </Button>
    </Group>
  )
}
