import { Badge, Text } from '@mantine/core'
import { CardTable } from '../../components/ui/card-table'
import { TimeText } from '../../components/ui/time-text'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { FetchTable_PublishingFragment } from '../../gql/graphql'
import { formatCount } from '../../lib/format'

const FetchTable_Publishing = graphql(`
  fragment FetchTable_Publishing on Publishing {
    inForce {
      id
      number
    }
    fetches {
      credential {
        id
        name
      }
      address
      version
      status
      fetchedAt
      count
      userAgent
    }
  }
`)

/** Which firewall has which version. */
export function FetchTable({ publishing }: { publishing: FragmentType<typeof FetchTable_Publishing> }) {
  const { inForce, fetches } = readFragment(FetchTable_Publishing, publishing)
  if (fetches.length === 0) return <Text size="sm" c="dimmed" children="Nobody has fetched it yet." />
  return (
    <CardTable
      label="Fetched by"
      columns={['Who', 'Last fetched', 'Version', 'Answer', 'Fetches', 'Client']}
      rows={fetches
        .toSorted((a, b) => Date.parse(b.fetchedAt) - Date.parse(a.fetchedAt))
        .map(fetched => ({
          key: `${fetched.credential?.id ?? ''} ${fetched.address}`,
          cells: [
            <>
              {fetched.credential?.name ?? fetched.address}
              {fetched.credential && (
                <Text size="xs" c="dimmed" fw={400}>
                  {fetched.address}
                </Text>
              )}
            </>,
            <TimeText at={fetched.fetchedAt} relative />,
            <>
              {fetched.version}{' '}
              {inForce && fetched.status < 400 && fetched.version < inForce.number && (
                <Badge size="xs" variant="outline" color="gray" tt="none" radius="sm">
                  older
                </Badge>
              )}
            </>,
            <Answer status={fetched.status} />,
            formatCount(fetched.count),
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {fetched.userAgent}
            </Text>,
          ],
        }))}
    />
  )
}

function Answer({ status }: { status: FetchTable_PublishingFragment['fetches'][number]['status'] }) {
  const words: Readonly<Record<number, string>> = {
    200: 'sent',
    304: 'unchanged',
    401: 'wrong credentials',
    403: 'network not allowed',
    404: 'no such URL',
    503: 'not available',
  }
  const failed = status >= 400
  return (
    <Text size="sm" fw={failed ? 600 : 400} {...(failed && { c: 'var(--mantine-color-error)' })}>
      {status}
      {words[status] && ` ${words[status]}`}
    </Text>
  )
}
