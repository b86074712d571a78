import { ActionIcon, Code, Popover, ScrollArea, Stack, Table, Text, UnstyledButton } from '@mantine/core'
import { QUERY_FIELDS, QUERY_FLAGS } from '@sallyport/shared'
import { IconHelp } from '@tabler/icons-react'
import { useState } from 'react'

const RULES: readonly (readonly [example: string, words: string])[] = [
  ['beacon 203.0.113.7', 'Words all of which must be there'],
  ['"two words"', 'Words as they stand'],
  ['severity:high,critical', 'One of several values'],
  ['-state:closed', 'Not so'],
  ['created:24h', 'Within the last 24 hours'],
  ['severity:high user:corp\\jdoe -state:closed', 'All of it together'],
]

/** `is` has its flags listed one by one. */
const FIELDS = Object.entries(QUERY_FIELDS).flatMap(([field, { example, words }]) => (field === 'is' ? [] : [[example, words] as const]))
const FLAGS = Object.entries(QUERY_FLAGS).map(([flag, words]) => [`is:${flag}`, words] as const)

/** The language of the search field: every field with an example, which a press tries out. */
export function QueryHelp({ onExample }: { onExample(query: string): void }) {
  const [opened, setOpened] = useState(false)
  const rows = (entries: readonly (readonly [string, string])[]) =>
    entries.map(([example, words]) => (
      <Table.Tr key={example}>
        <Table.Td>
          <UnstyledButton
            title="Search for it"
            onClick={() => {
              setOpened(false)
              onExample(example)
            }}
          >
            <Code>{example}</Code>
          </UnstyledButton>
        </Table.Td>
        <Table.Td>{words}</Table.Td>
      </Table.Tr>
    ))
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={520} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <ActionIcon aria-label="How to search" title="How to search" onClick={() => setOpened(!opened)}>
          <IconHelp size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="How to search" maw="calc(100vw - 16px)">
        <Stack gap="xs">
          <Text size="sm">Write words, or a field with a colon. Parts with blanks between must all hold.</Text>
          <ScrollArea.Autosize mah={420} type="auto">
            <Table verticalSpacing={2} fz="sm">
              <Table.Tbody>
                {rows(RULES)}
                {rows(FIELDS)}
                {rows(FLAGS)}
              </Table.Tbody>
            </Table>
          </ScrollArea.Autosize>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
