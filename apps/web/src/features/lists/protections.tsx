import { ActionIcon, Button, Collapse, Group, NativeSelect, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { ProtectionKind } from '@sallyport/shared'
import { IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { graphql } from '../../gql'
import type { Protections_QueryQuery } from '../../gql/graphql'
import { useCan } from '../../lib/permissions'
import { errorText, formFaults } from '../../lib/user-errors'
import { countedEntries, PROTECTION_WORDS } from './list-words'

const Protections_Query = graphql(`
  query Protections_Query {
    protections {
      id
      kind
      value
      description
      builtIn
      enabled
    }
  }
`)

const ProtectionCreate_Mutation = graphql(`
  mutation ProtectionCreate_Mutation($input: ProtectionCreateInput!) {
    protectionCreate(input: $input) {
      protection {
        id
      }
      removedEntries
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const ProtectionUpdate_Mutation = graphql(`
  mutation ProtectionUpdate_Mutation($input: ProtectionUpdateInput!) {
    protectionUpdate(input: $input) {
      protection {
        id
        enabled
        description
      }
      removedEntries
      userErrors {
        message
        field
        code
      }
    }
  }
`)

const ProtectionDelete_Mutation = graphql(`
  mutation ProtectionDelete_Mutation($input: ProtectionDeleteInput!) {
    protectionDelete(input: $input) {
      deletedId
      userErrors {
        message
        field
        code
      }
    }
  }
`)

type Protection = Protections_QueryQuery['protections'][number]

/** Values that no list may ever hold. Administrators change them; they are applied to what is on lists at once. */
export function Protections() {
  const [shown, { toggle }] = useDisclosure(false)
  const [{ data, error }] = useQuery({ query: Protections_Query, requestPolicy: 'cache-and-network', pause: !shown })
  const mayWrite = useCan('protection:write')
  return (
    <Panel
      title="Protected values"
      actions={
        <Button variant="default" onClick={toggle} aria-expanded={shown}>
          {shown ? 'Hide' : 'Show'}
        </Button>
      }
    >
      <Text size="sm" c="dimmed">
        Networks, domains and users that may never be blocked. An entry is refused when it holds one, and when one holds it.
      </Text>
      <Collapse expanded={shown}>
        <Stack gap="sm">
          {error && !data && <Notice tone="error">{errorText(error)}</Notice>}
          {mayWrite && data && <AddProtection />}
          {data && <ProtectionTable protections={data.protections} mayWrite={mayWrite} />}
        </Stack>
      </Collapse>
    </Panel>
  )
}

const told = (removed: number) => {
  if (removed > 0) notifications.show({ title: 'Protected now', message: `${countedEntries(removed)} taken off lists.` })
}

function AddProtection() {
  const [{ fetching }, create] = useMutation(ProtectionCreate_Mutation)
  const [kind, setKind] = useState<ProtectionKind>('NETWORK')
  const [value, setValue] = useState('')
  const [description, setDescription] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setFault(null)
    const result = await create({ input: { kind, value: value.trim(), description: description.trim() } })
    const payload = result.data?.protectionCreate
    if (!payload?.protection) return setFault(formFaults(payload?.userErrors ?? [], result.error, []).form)
    told(payload.removedEntries)
    setValue('')
    setDescription('')
  }
  return (
    <form onSubmit={event => void submit(event)}>
      <Stack gap="xs">
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        <Group gap="xs" align="flex-end">
          <NativeSelect
            size="xs"
            label="Protect"
            data={Object.values(ProtectionKind).map(each => ({ value: each, label: PROTECTION_WORDS[each] }))}
            value={kind}
            onChange={event => setKind(Object.values(ProtectionKind).find(each => each === event.currentTarget.value) ?? kind)}
          />
          <TextInput
            size="xs"
            label="Value"
            autoCapitalize="none"
            placeholder={{ NETWORK: '192.0.2.0/24', DOMAIN: 'example.com', USER: 'acme\\boss' }[kind]}
            value={value}
            onChange={event => setValue(event.currentTarget.value)}
          />
          <TextInput
            size="xs"
            flex="1 1 160px"
            maw={360}
            label="Description"
            value={description}
            onChange={event => setDescription(event.currentTarget.value)}
          />
          <Button type="submit" loading={fetching} disabled={value.trim() === ''}>
            Protect
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function ProtectionTable({ protections, mayWrite }: { protections: readonly Protection[]; mayWrite: boolean }) {
  const [updating, update] = useMutation(ProtectionUpdate_Mutation)
  const [, remove] = useMutation(ProtectionDelete_Mutation)
  const faultOf = (fault: string | null) => {
    if (fault !== null) notifications.show({ color: 'red', title: 'It was not changed', message: fault })
  }
  const enable = async (id: string, enabled: boolean) => {
    const { data, error } = await update({ input: { id, enabled } })
    told(data?.protectionUpdate.removedEntries ?? 0)
    faultOf(formFaults(data?.protectionUpdate.userErrors ?? [], error, []).form)
  }
  const discard = async (id: string) => {
    const { data, error } = await remove({ input: { id } })
    faultOf(formFaults(data?.protectionDelete.userErrors ?? [], error, []).form)
  }
  return (
    <CardTable
      label="Protected values"
      columns={['Value', 'Kind', 'Description', 'In force']}
      rows={protections.map(({ id, kind, value, description, builtIn, enabled }) => ({
        key: id,
        cells: [
          value,
          PROTECTION_WORDS[kind],
          <>
            {description}{' '}
            {builtIn && (
              <Text span size="xs" c="dimmed">
                ships with the server
              </Text>
            )}
          </>,
          mayWrite ? (
            <Switch
              size="xs"
              aria-label={`Protect ${value}`}
              checked={enabled}
              disabled={updating.fetching}
              onChange={event => void enable(id, event.currentTarget.checked)}
            />
          ) : enabled ? (
            'yes'
          ) : (
            'no'
          ),
        ],
        actions: mayWrite && !builtIn && (
          <ActionIcon aria-label={`Do not protect ${value}`} onClick={() => void discard(id)}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        ),
      }))}
    />
  )
}
