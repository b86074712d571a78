import { Button, Checkbox, Drawer, Group, NativeSelect, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type DeviceScope, groupNameFault, LIST_KINDS_OF_MAPPING, type ListKind, MappingKind } from '@sallyport/shared'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import type { MappingPreview_MutationMutation } from '../../gql/graphql'
import { formatCount } from '../../lib/format'
import { errorText, formFaults } from '../../lib/user-errors'
import { MAPPING_KIND_NOTES, MAPPING_KIND_WORDS } from './device-words'
import { MappingPreview, MappingPreview_Mutation } from './mapping-preview'

const NewMappingPanel_Query = graphql(`
  query NewMappingPanel_Query {
    lists {
      id
      name
      kind
      entryCount
    }
  }
`)

const MappingCreate_Mutation = graphql(`
  mutation MappingCreate_Mutation($input: MappingCreateInput!) {
    mappingCreate(input: $input) {
      mapping {
        id
        device {
          id
          ...Mappings_Device
        }
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface MappedDevice {
  readonly id: string
  readonly name: string
  readonly scope: DeviceScope
  readonly mappings: readonly { readonly groupName: string }[]
}

interface NewMappingPanelProps {
  readonly device: MappedDevice
  readonly opened: boolean
  onClose(): void
}

export function NewMappingPanel({ device, opened, onClose }: NewMappingPanelProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="md"
      title="New Device Mapping"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <NewMappingForm device={device} onClose={onClose} />
    </Drawer>
  )
}

interface MappingValues {
  readonly listId: string
  readonly kind: MappingKind
  readonly groupName: string
}

const NO_VALUES: MappingValues = { listId: '', kind: 'ADDRESS_GROUP', groupName: '' }

/** Registrations go to firewalls: a Panorama device group takes none. */
const kindsFor = (listKind: ListKind, scope: DeviceScope): MappingKind[] =>
  Object.values(MappingKind).filter(
    kind => LIST_KINDS_OF_MAPPING[kind].includes(listKind) && !(scope === 'DEVICE_GROUP' && kind === 'DYNAMIC_ADDRESS_GROUP'),
  )

/** As PAN-OS and the server see the name. */
function nameFault({ kind, groupName }: MappingValues, device: MappedDevice): string | null {
  if (device.mappings.some(mapping => mapping.groupName === groupName)) return `Another mapping of this device is called ${groupName}`
  return groupNameFault(kind, groupName) ?? null
}

type Preview = NonNullable<MappingPreview_MutationMutation['mappingPreview']['preview']>

/** Nothing can be saved before the device was asked what is there today: a mapping overwrites it. */
function NewMappingForm({ device, onClose }: Omit<NewMappingPanelProps, 'opened'>) {
  const [{ data, error }] = useQuery({ query: NewMappingPanel_Query, requestPolicy: 'cache-and-network' })
  const [looking, look] = useMutation(MappingPreview_Mutation)
  const [, create] = useMutation(MappingCreate_Mutation)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [overwrite, setOverwrite] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const forget = () => {
    setPreview(null)
    setOverwrite(false)
    setFault(null)
  }
  const form = useForm<MappingValues>({
    initialValues: NO_VALUES,
    // The name is told what is wrong with it while it is typed.
    validateInputOnChange: ['groupName'],
    validate: {
      listId: id => (id === '' ? 'Choose a list' : null),
      groupName: (_, values) => nameFault(values, device),
    },
    onValuesChange: forget,
  })
  const { listId, kind, groupName } = form.values
  const lists = data?.lists.filter(list => kindsFor(list.kind, device.scope).length > 0) ?? []
  const list = lists.find(({ id }) => id === listId)
  const kinds = list ? kindsFor(list.kind, device.scope) : []

  const chooseList = (id: string | null) => {
    const chosen = lists.find(each => each.id === id)
    const [first, ...others] = chosen ? kindsFor(chosen.kind, device.scope) : []
    form.setFieldValue('listId', id ?? '')
    if (first !== undefined && ![first, ...others].includes(kind)) form.setFieldValue('kind', first)
  }
  const ask = async () => {
    forget()
    const result = await look({ input: { deviceId: device.id, listId, kind, groupName } })
    setPreview(result.data?.mappingPreview.preview ?? null)
    refuse(result.data?.mappingPreview.userErrors ?? [], result.error)
  }
  const refuse = (...[userErrors, transport]: [Parameters<typeof formFaults>[0], Parameters<typeof formFaults>[1]]) => {
    const faults = formFaults(userErrors, transport, Object.keys(NO_VALUES))
    form.setErrors(faults.fields)
    setFault(faults.form)
  }
  const save = async () => {
    const result = await create({ input: { deviceId: device.id, listId, kind, groupName, overwrite } })
    if (result.data?.mappingCreate.mapping) return onClose()
    refuse(result.data?.mappingCreate.userErrors ?? [], result.error)
  }
  const seen = preview !== null && preview.failure === null
  const ready = seen && (!preview.foreign || overwrite)

  return (
    <form onSubmit={form.onSubmit(ready ? save : ask)} noValidate aria-busy={looking.fetching}>
      <Stack gap="sm">
        {fault !== null && <Notice tone="error">{fault}</Notice>}
        {error && !data && <Notice tone="error">{errorText(error)}</Notice>}
        {data && lists.length === 0 && <Notice tone="info">There is no list of addresses, URLs or domains yet. Create one first.</Notice>}
        <Select
          label="List"
          required
          searchable
          data-autofocus
          placeholder="Choose a list"
          data={lists.map(({ id, name, entryCount }) => ({ value: id, label: `${name} (${formatCount(entryCount)})` }))}
          {...form.getInputProps('listId')}
          value={listId === '' ? null : listId}
          onChange={chooseList}
        />
        <NativeSelect
          label="Kind"
          description={list ? MAPPING_KIND_NOTES[kind] : 'What a list can become depends on what it holds.'}
          disabled={!list}
          data={kinds.map(value => ({ value, label: MAPPING_KIND_WORDS[value] }))}
          {...form.getInputProps('kind')}
          onChange={event => {
            const chosen = kinds.find(value => value === event.currentTarget.value)
            if (chosen) form.setFieldValue('kind', chosen)
            if (groupName !== '') form.validateField('groupName')
          }}
        />
        <TextInput
          label="Group Name"
          description="What the group is called on the device; policies name it."
          required
          spellCheck={false}
          autoComplete="off"
          {...form.getInputProps('groupName')}
        />
        {looking.fetching && (
          <Text size="sm" role="status">
            Asking {device.name} what is there today…
          </Text>
        )}
        {preview && <MappingPreview preview={preview} groupName={groupName} />}
        {seen && preview.foreign && (
          <Checkbox
            label={`Overwrite ${groupName}`}
            description="I have seen what is taken out of it."
            checked={overwrite}
            onChange={event => setOverwrite(event.currentTarget.checked)}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          {seen ? (
            <Button type="submit" disabled={!ready} loading={form.submitting}>
              Save
            </Button>
          ) : (
            <Button type="submit" loading={form.submitting}>
              Look at the device
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
