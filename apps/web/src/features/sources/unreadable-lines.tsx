import { Badge, Button, Code, Group, Stack, Table, Text, UnstyledButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown, IconChevronRight, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { Notice } from '../../components/ui/notice'
import { TimeText } from '../../components/ui/time-text'
import { graphql } from '../../gql'
import { formatCount, formatCounted, formatEnum, sentence } from '../../lib/format'
import { useCan } from '../../lib/permissions'
import { errorText, formFaults } from '../../lib/user-errors'

const PAGE_SIZE = 25

const UnreadableLines_Query = graphql(`
  query UnreadableLines_Query($first: Int!, $after: String) {
    unreadableLines(first: $first, after: $after) {
      nodes {
        id
        receivedAt
        sender
        transport
        reason
        line
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const UnreadableLinesRetry_Mutation = graphql(`
  mutation UnreadableLinesRetry_Mutation {
    unreadableLinesRetry {
      readAgain
      nowAlerts
      nowSetAside
      stillUnreadable
      userErrors {
        message
        field
        code
      }
    }
  }
`)

/**
 * Lines that could not be read, newest first. They can be read again: after an update that knows more.
 * `arrived` counts them live: new ones are offered, and shown when asked for.
 */
export function UnreadableLines({ arrived }: { arrived: number }) {
  const [seen, setSeen] = useState(arrived)
  const [cursors, setCursors] = useState<readonly (string | null)[]>([null])
  const [{ data, error, fetching, stale }, reload] = useQuery({
    query: UnreadableLines_Query,
    variables: { first: PAGE_SIZE, after: cursors.at(-1) ?? null },
    requestPolicy: 'cache-and-network',
  })
  const mayWrite = useCan('source:write')
  const page = data?.unreadableLines
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          variant="default"
          loading={fetching || stale}
          leftSection={<IconRefresh size={14} aria-hidden />}
          onClick={() => {
            setSeen(arrived)
            setCursors([null])
            reload({ requestPolicy: 'network-only' })
          }}
        >
          {arrived > seen ? `Show ${formatCount(arrived - seen)} new` : 'Refresh'}
        </Button>
        {mayWrite && (page?.nodes.length ?? 0) > 0 && <RetryButton />}
      </Group>
      {error && !page && <Notice tone="error">{errorText(error)}</Notice>}
      {page?.nodes.length === 0 && <Text c="dimmed">Every line could be read.</Text>}
      {page && page.nodes.length > 0 && (
        <Table.ScrollContainer minWidth={640} type="native" tabIndex={0} role="region" aria-label="Unreadable lines, scrollable">
          <Table verticalSpacing={3} aria-label="Unreadable lines" layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col" w={160}>
                  Received
                </Table.Th>
                <Table.Th scope="col" w={190}>
                  From
                </Table.Th>
                <Table.Th scope="col" w={140}>
                  Reason
                </Table.Th>
                <Table.Th scope="col">Line</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {page.nodes.map(line => (
                <UnreadableRow key={line.id} {...line} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {(cursors.length > 1 || page?.pageInfo.hasNextPage) && (
        <Group gap="xs">
          <Button variant="default" disabled={cursors.length === 1} onClick={() => setCursors(before => before.slice(0, -1))}>
            Newer
          </Button>
          <Button
            variant="default"
            disabled={!page?.pageInfo.hasNextPage}
            onClick={() => setCursors(before => [...before, page?.pageInfo.endCursor ?? null])}
          >
            Older
          </Button>
        </Group>
      )}
    </Stack>
  )
}

interface UnreadableRowProps {
  readonly receivedAt: string
  readonly sender: string | null
  readonly transport: string
  readonly reason: string
  readonly line: string
}

function UnreadableRow({ receivedAt, sender, transport, reason, line }: UnreadableRowProps) {
  const [opened, setOpened] = useState(false)
  const Chevron = opened ? IconChevronDown : IconChevronRight
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td>
        <TimeText at={receivedAt} />
      </Table.Td>
      <Table.Td>
        {sender ?? 'unknown'}{' '}
        <Badge size="xs" variant="default" tt="none">
          {transport}
        </Badge>
      </Table.Td>
      <Table.Td>{sentence(formatEnum(reason))}</Table.Td>
      <Table.Td>
        <UnstyledButton
          onClick={() => setOpened(!opened)}
          aria-expanded={opened}
          aria-label={opened ? 'Fold the line' : 'Show the whole line'}
          w="100%"
        >
          <Group gap={4} wrap="nowrap" align="flex-start">
            <Chevron size={14} style={{ flex: 'none', marginTop: 3 }} aria-hidden />
            <Code
              style={
                opened
                  ? { whiteSpace: 'pre-wrap', wordBreak: 'break-all' }
                  : { whiteSpace: 'pre', overflow: 'hidden', textOverflow: 'ellipsis' }
              }
            >
              {opened ? line : line.slice(0, 300)}
            </Code>
          </Group>
        </UnstyledButton>
      </Table.Td>
    </Table.Tr>
  )
}

function RetryButton() {
  const [{ fetching }, retry] = useMutation(UnreadableLinesRetry_Mutation)
  const run = async () => {
    const { data, error } = await retry({})
    const result = data?.unreadableLinesRetry
    const fault = formFaults(result?.userErrors ?? [], error, []).form
    if (!result || fault !== null) {
      notifications.show({ color: 'red', title: 'The lines were not read again', message: fault ?? '' })
      return
    }
    notifications.show({
      title: `${formatCounted(result.readAgain, 'line')} read again`,
      message: `${formatCounted(result.nowAlerts, 'alert')}, ${formatCount(result.nowSetAside)} set aside, ${formatCount(result.stillUnreadable)} still unreadable`,
    })
  }
  return (
    <Button variant="default" loading={fetching} onClick={() => void run()}>
      Read again
    </Button>
  )
}
