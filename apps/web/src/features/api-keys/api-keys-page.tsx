import { Badge, Button, Code, Group, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { Panel } from '../../components/ui/panel'
import { TimeText } from '../../components/ui/time-text'
import { Waiting } from '../../components/ui/waiting'
import { graphql } from '../../gql'
import type { ApiKeysPage_QueryQuery } from '../../gql/graphql'
import { usePageTitle } from '../../lib/page-title'
import { useCan } from '../../lib/permissions'
import { useNow } from '../../lib/use-now'
import { NewKeyDialog } from './new-key-dialog'
import { RevokeKeyDialog } from './revoke-key-dialog'
import { scopeNames } from './scope-words'

const ApiKeysPage_Query = graphql(`
  query ApiKeysPage_Query {
    apiKeys {
      id
      name
      prefix
      scopes
      createdAt
      expiresAt
      lastUsedAt
      lastAddress
      revokedAt
      createdBy {
        id
        name
        disabled
      }
    }
  }
`)

type Key = ApiKeysPage_QueryQuery['apiKeys'][number]

/** What programs sign in with. */
export function ApiKeysPage() {
  usePageTitle('API keys')
  const mayWrite = useCan('api-key:write')
  return (
    <Stack p="md" gap="md" maw={1500}>
      {mayWrite ? (
        <Keys />
      ) : (
        <>
          <Title order={1}>API keys</Title>
          <Text c="dimmed">Only administrators see and make API keys.</Text>
        </>
      )}
    </Stack>
  )
}

function Keys() {
  const [{ data, error }, ask] = useQuery({ query: ApiKeysPage_Query, requestPolicy: 'cache-and-network' })
  const [adding, dialog] = useDisclosure(false)
  const [revoking, setRevoking] = useState<Key | null>(null)
  const keys = data?.apiKeys ?? []
  const usable = keys.filter(({ revokedAt }) => revokedAt === null)
  const revoked = keys.filter(({ revokedAt }) => revokedAt !== null)
  return (
    <>
      <div>
        <Group gap="sm">
          <Title order={1}>API keys</Title>
          {data && (
            <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={dialog.open}>
              Add
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          Programs sign in with a key and do through GraphQL what its scopes allow.
        </Text>
      </div>
      {!data && <Waiting what="API keys" error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {data && usable.length === 0 && (
        <Panel title="No key yet">
          <Text>
            Make one for each program, with no more scopes than it needs: then each can be told from the others and shut out alone.
          </Text>
        </Panel>
      )}
      {usable.length > 0 && (
        <Panel title="Keys">
          <KeyTable keys={usable} onRevoke={setRevoking} />
        </Panel>
      )}
      {revoked.length > 0 && (
        <Panel title="Revoked">
          <RevokedTable keys={revoked} />
        </Panel>
      )}
      <NewKeyDialog opened={adding} onClose={dialog.close} />
      <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(null)} />
    </>
  )
}

function KeyTable({ keys, onRevoke }: { keys: readonly Key[]; onRevoke: (key: Key) => void }) {
  return (
    <CardTable
      label="API keys"
      columns={['Name', 'Begins with', 'May', 'Made', 'Good until', 'Last used']}
      rows={keys.map(key => ({
        key: key.id,
        cells: [key.name, <Code>{key.prefix}…</Code>, scopeNames(key.scopes), <Made by={key} />, <Expiry of={key} />, <LastUse of={key} />],
        actions: (
          <Button variant="default" size="xs" aria-label={`Revoke ${key.name}`} onClick={() => onRevoke(key)}>
            Revoke
          </Button>
        ),
      }))}
    />
  )
}

function RevokedTable({ keys }: { keys: readonly Key[] }) {
  return (
    <CardTable
      label="Revoked API keys"
      columns={['Name', 'Begins with', 'Revoked', 'Last used']}
      rows={keys.map(key => ({
        key: key.id,
        cells: [key.name, <Code>{key.prefix}…</Code>, key.revokedAt !== null && <TimeText at={key.revokedAt} />, <LastUse of={key} />],
      }))}
    />
  )
}

function Made({ by: { createdAt, createdBy } }: { by: Key }) {
  return (
    <Group gap={6}>
      <TimeText at={createdAt} />
      <Text size="sm" c="dimmed">
        {createdBy?.name ?? 'by somebody who is gone'}
      </Text>
      {(createdBy === null || createdBy.disabled) && (
        <Badge color="orange" variant="light" title="Who made it is disabled, so the key is too">
          Disabled
        </Badge>
      )}
    </Group>
  )
}

const SOON_MS = 14 * 86_400_000
const EVERY_MS = 60_000

function Expiry({ of: { expiresAt } }: { of: Key }) {
  const now = useNow(EVERY_MS)
  if (expiresAt === null) return 'it is revoked'
  const left = Date.parse(expiresAt) - now
  return (
    <Group gap={6}>
      <TimeText at={expiresAt} />
      {left <= 0 && (
        <Badge color="red" variant="light">
          Expired
        </Badge>
      )}
      {left > 0 && left < SOON_MS && (
        <Badge color="orange" variant="light">
          Soon
        </Badge>
      )}
    </Group>
  )
}

function LastUse({ of: { lastUsedAt, lastAddress } }: { of: Key }) {
  if (lastUsedAt === null) return 'never'
  return (
    <Group gap={6}>
      <TimeText at={lastUsedAt} relative />
      {lastAddress !== null && (
        <Text size="sm" c="dimmed">
          from {lastAddress}
        </Text>
      )}
    </Group>
  )
}
