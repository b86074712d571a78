import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import type { RuleReading } from '@sallyport/shared'
import { Notice } from '../../components/ui/notice'
import type { RuleContent_RuleFragment } from '../../gql/graphql'
import { Reading } from './reading'

interface TheirVersionProps {
  readonly theirs: RuleContent_RuleFragment
  readonly mine: RuleReading | null
  onTake(): void
  onKeep(): void
}

/** Two people edited the rule at once: both versions, and which to go on with. */
export function TheirVersion({ theirs, mine, onTake, onKeep }: TheirVersionProps) {
  return (
    <Notice tone="warning" title="Somebody else saved this rule meanwhile">
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <section aria-label="Theirs">
            <Text size="sm" fw={600}>
              Theirs, version {theirs.version}
              {theirs.owner ? `, by ${theirs.owner.name}` : ''}
            </Text>
            <Text size="sm">{theirs.name}</Text>
            <Reading when={theirs.reading.when} then={theirs.reading.then} />
          </section>
          <section aria-label="Yours">
            <Text size="sm" fw={600}>
              Yours, not saved
            </Text>
            {mine ? <Reading when={mine.when} then={mine.then} /> : <Text size="sm">It is not finished.</Text>}
          </section>
        </SimpleGrid>
        <Group gap="xs">
          <Button variant="default" onClick={onTake}>
            Take theirs
          </Button>
          <Button variant="default" onClick={onKeep}>
            Keep mine
          </Button>
        </Group>
        <Text size="xs" c="dimmed">
          Keeping yours saves nothing yet. Theirs stays among the versions.
        </Text>
      </Stack>
    </Notice>
  )
}
