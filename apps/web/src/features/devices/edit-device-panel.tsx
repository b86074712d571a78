import { Button, Drawer, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { EditDevicePanel_DeviceFragment } from '../../gql/graphql'
import { formFaults } from '../../lib/user-errors'
import { DeviceForm } from './device-form'
import {
  DEVICE_FIELDS,
  type DeviceFormValues,
  faultsOf,
  merge,
  type Merge,
  settingLabels,
  testInput,
  updateInput,
  valuesOf,
} from './device-settings'

export const EditDevicePanel_Device = graphql(`
  fragment EditDevicePanel_Device on Device {
    id
    version
    name
    host
    peerHost
    username
    passwordSet
    description
    schedule
    intervalMinutes
    dailyAt
    timeZone
    scope
    scopeName
    commitPolicy
    commitWindows {
      days
      from
      to
    }
    changeTicket
    tlsTrust
    tlsFingerprint
    maxConcurrent
    driftPolicy
  }
`)

const DeviceUpdate_Mutation = graphql(`
  mutation DeviceUpdate_Mutation($input: DeviceUpdateInput!) {
    deviceUpdate(input: $input) {
      device {
        id
        ...EditDevicePanel_Device
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface EditDevicePanelProps {
  readonly device: FragmentType<typeof EditDevicePanel_Device>
  readonly opened: boolean
  onClose(): void
}

export function EditDevicePanel({ device, opened, onClose }: EditDevicePanelProps) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="md"
      title="Edit Network Device"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <EditDeviceForm current={readFragment(EditDevicePanel_Device, device)} onClose={onClose} />
    </Drawer>
  )
}

/** `current` may change by others' hands while the form is open; the form keeps what it was opened with. */
function EditDeviceForm({ current, onClose }: { current: EditDevicePanel_DeviceFragment; onClose: () => void }) {
  const [, update] = useMutation(DeviceUpdate_Mutation)
  const [base, setBase] = useState(current)
  const [conflict, setConflict] = useState<Merge | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm<DeviceFormValues>({ initialValues: valuesOf(base), validate: values => faultsOf(values, base) })

  const save = async (values: DeviceFormValues) => {
    setFault(null)
    setConflict(null)
    const before = valuesOf(base)
    const { data, error } = await update({ input: { id: base.id, expectedVersion: base.version, ...updateInput(before, values) } })
    const payload = data?.deviceUpdate
    const now = payload ? readFragment(EditDevicePanel_Device, payload.device) : null
    if (payload?.userErrors.some(({ code }) => code === 'CONFLICT') && now) {
      const merged = merge(before, values, valuesOf(now))
      form.setValues(merged.values)
      setConflict(merged)
      setBase(now)
      return
    }
    if (payload && payload.userErrors.length === 0) return onClose()
    const faults = formFaults(payload?.userErrors ?? [], error, DEVICE_FIELDS)
    form.setErrors(faults.fields)
    setFault(faults.form)
  }

  return (
    <DeviceForm
      form={form}
      passwordSet={base.passwordSet}
      notice={
        <>
          {fault !== null && <Notice tone="error">{fault}</Notice>}
          {conflict && (
            <Conflict
              {...conflict}
              onTake={() => {
                form.setValues(valuesOf(base))
                setConflict(null)
              }}
            />
          )}
        </>
      }
      testInput={values => testInput(values, { id: base.id, values: valuesOf(base) })}
      onSubmit={save}
      onCancel={onClose}
    />
  )
}

function Conflict({ taken, disputed, onTake }: Merge & { onTake: () => void }) {
  return (
    <Notice tone="warning" title="Somebody else saved this device meanwhile">
      <Stack gap="xs" align="flex-start">
        {taken.length > 0 && <Text size="sm">Taken over from them: {settingLabels(taken)}.</Text>}
        <Text size="sm">
          {disputed.length > 0
            ? `Changed by both: ${settingLabels(disputed)}. Yours is still here: save again to write it over theirs.`
            : 'What you entered is still here: save again.'}
        </Text>
        <Button variant="default" onClick={onTake}>
          Take all of theirs
        </Button>
      </Stack>
    </Notice>
  )
}
