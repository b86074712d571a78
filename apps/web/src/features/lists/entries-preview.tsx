import { Button, Group, Stack, Table, Text } from '@mantine/core'
import { LineVerdict } from '@sallyport/shared'
import { useState } from 'react'
import { formatCount } from '../../lib/format'
import { VERDICT_WORDS } from './list-words'
import type { EntriesPreviewFacts } from './use-entries-preview'

export const countOf = (preview: EntriesPreviewFacts, verdict: LineVerdict): number =>
  preview.counts.find(counted => counted.verdict === verdict)?.count ?? 0

/** What becomes of each line, and why. Pressed counts narrow the lines. */
export function EntriesPreviewLines({ preview }: { preview: EntriesPreviewFacts }) {
  const [only, setOnly] = useState<LineVerdict | null>(null)
  const counted = Object.values(LineVerdict).filter(verdict => countOf(preview, verdict) > 0)
  const wanted = only !== null && counted.includes(only) ? only : null
  const lines = wanted === null ? preview.lines : preview.lines.filter(({ verdict }) => verdict === wanted)
  const all = counted.reduce((sum, verdict) => sum + (wanted === null || wanted === verdict ? countOf(preview, verdict) : 0), 0)
  return (
    <Stack gap={6}>
      <Group gap={4} role="group" aria-label="What becomes of the lines">
        {counted.map(verdict => (
          <Button
            key={verdict}
            size="compact-sm"
            variant={wanted === verdict ? 'light' : 'default'}
            fw={wanted === verdict ? 600 : 400}
            aria-pressed={wanted === verdict}
            onClick={() => setOnly(wanted === verdict ? null : verdict)}
          >
            {VERDICT_WORDS[verdict]} {formatCount(countOf(preview, verdict))}
          </Button>
        ))}
      </Group>
      <div style={{ overflow: 'auto', maxHeight: 320 }} tabIndex={0} role="region" aria-label="Lines">
        <Table fz="sm" verticalSpacing={3} horizontalSpacing={6} aria-label="Lines">
          <Table.Tbody>
            {lines.map(({ line, typed, value, verdict, reason }) => (
              <Table.Tr key={line}>
                <Table.Td c="dimmed" w={1} ta="right" style={{ verticalAlign: 'top' }}>
                  {line}
                </Table.Td>
                <Table.Td miw={130} style={{ verticalAlign: 'top', overflowWrap: 'anywhere' }}>
                  <Text span inherit ff="monospace">
                    {value ?? typed}
                  </Text>
                  {value !== null && value !== typed && (
                    <Text size="xs" c="dimmed">
                      typed {typed}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td style={{ verticalAlign: 'top' }}>
                  <Text span inherit fw={verdict === 'INVALID' || verdict === 'PROTECTED' ? 600 : 400}>
                    {VERDICT_WORDS[verdict]}
                  </Text>
                  {reason && (
                    <Text size="xs" c="dimmed">
                      {reason}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {lines.length < all && (
          <Text size="xs" c="dimmed" p={6}>
            {formatCount(all - lines.length)} further lines are not shown.
          </Text>
        )}
      </div>
    </Stack>
  )
}
