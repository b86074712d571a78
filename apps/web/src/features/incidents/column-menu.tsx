import { ActionIcon, Button, Checkbox, Popover, ScrollArea, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { COLUMN_KEYS, COLUMN_LABELS, COLUMNS_AT_FIRST, COLUMNS_FIXED } from './incident-columns'
import type { Columns } from './use-columns'

/** Which columns the queue has, and how close its rows stand. */
export function ColumnMenu({ columns, density, changeColumns, changeDensity }: Columns) {
  return (
    <Popover position="bottom-end" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <ActionIcon aria-label="Columns and density" title="Columns and density">
          <IconColumns3 size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label="Columns and density">
        <Stack gap="xs">
          <SegmentedControl
            size="xs"
            aria-label="Density"
            data={[
              { value: 'compact', label: 'Compact' },
              { value: 'comfortable', label: 'Comfortable' },
            ]}
            value={density}
            onChange={changeDensity}
          />
          <Text size="xs" c="dimmed">
            Columns
          </Text>
          <ScrollArea.Autosize mah={340} type="auto">
            <Stack gap={6} role="group" aria-label="Columns" p={2}>
              {COLUMN_KEYS.map(key => (
                <Checkbox
                  key={key}
                  size="xs"
                  label={COLUMN_LABELS[key]}
                  checked={columns.includes(key)}
                  disabled={COLUMNS_FIXED.includes(key)}
                  onChange={() => changeColumns(columns.includes(key) ? columns.filter(other => other !== key) : [...columns, key])}
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => changeColumns(COLUMNS_AT_FIRST)}>
            As at first
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
