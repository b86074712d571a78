import { Table, Text } from '@mantine/core'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { IngestOutcome } from '@sallyport/shared'
import { formatCount, formatEnum } from '../../lib/format'

export const OutcomeCounts_OutcomeCount = graphql(`
  fragment OutcomeCounts_OutcomeCount on OutcomeCount {
    outcome
    detail
    count
  }
`)

/** In this order; what each means is told beside it. */
const OUTCOMES: readonly { readonly outcome: IngestOutcome; readonly label: string; readonly meaning: string }[] = [
  { outcome: 'ALERT', label: 'Alerts', meaning: 'threat and WildFire lines, stored' },
  { outcome: 'DUPLICATE', label: 'Duplicates', meaning: 'stored before, not again' },
  { outcome: 'SET_ASIDE', label: 'Set aside', meaning: 'other log types' },
  { outcome: 'UNREADABLE', label: 'Unreadable', meaning: 'kept below with the reason' },
  { outcome: 'DROPPED', label: 'Dropped', meaning: 'not taken' },
]

interface OutcomeCountsProps {
  readonly counts: readonly FragmentType<typeof OutcomeCounts_OutcomeCount>[]
  readonly label: string
}

/** What became of the lines of the last 24 hours. Each line is in exactly one row. */
export function OutcomeCounts({ counts, label }: OutcomeCountsProps) {
  const rows = readFragment(OutcomeCounts_OutcomeCount, counts)
  const shown = OUTCOMES.map(known => ({ ...known, details: rows.filter(({ outcome }) => outcome === known.outcome) })).filter(
    ({ details }) => details.length > 0,
  )
  if (shown.length === 0) return <Text c="dimmed">None has arrived.</Text>
  return (
    <Table aria-label={label} verticalSpacing={3} withRowBorders={false}>
      <Table.Tbody>
        {shown.map(({ outcome, label: name, meaning, details }) => (
          <Table.Tr key={outcome}>
            <Table.Th scope="row" fw={500} w="1%" style={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>
              {name}
            </Table.Th>
            <Table.Td ta="right" w="1%" style={{ verticalAlign: 'top' }}>
              {formatCount(String(details.reduce((sum, { count }) => sum + BigInt(count), 0n)))}
            </Table.Td>
            <Table.Td>
              <Text size="sm" c="dimmed">
                {details.some(({ detail }) => detail !== '')
                  ? details
                      .map(({ detail, count }) => `${outcome === 'SET_ASIDE' ? detail : formatEnum(detail)} ${formatCount(count)}`)
                      .join(' · ')
                  : meaning}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
