import { Drawer } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import { formFaults } from '../../lib/user-errors'
import { DeviceForm } from './device-form'
import { createInput, DEVICE_FIELDS, type DeviceFormValues, faultsOf, newDeviceValues, testInput } from './device-settings'

const DeviceCreate_Mutation = graphql(`
  mutation DeviceCreate_Mutation($input: DeviceCreateInput!) {
    deviceCreate(input: $input) {
      device {
        id
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

export function NewDevicePanel({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="md"
      title="New Network Device"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <NewDeviceForm onClose={onClose} />
    </Drawer>
  )
}

function NewDeviceForm({ onClose }: { onClose: () => void }) {
  const [, create] = useMutation(DeviceCreate_Mutation)
  const navigate = useNavigate()
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm<DeviceFormValues>({ initialValues: newDeviceValues(), validate: values => faultsOf(values) })
  const save = async (values: DeviceFormValues) => {
    setFault(null)
    const { data, error } = await create({ input: createInput(values) })
    const device = data?.deviceCreate.device
    if (device) {
      onClose()
      // The next step is a mapping, and that is on its page.
      return void navigate(paths.device(device.id))
    }
    const faults = formFaults(data?.deviceCreate.userErrors ?? [], error, DEVICE_FIELDS)
    form.setErrors(faults.fields)
    setFault(faults.form)
  }
  return (
    <DeviceForm
      form={form}
      passwordSet={false}
      notice={fault !== null && <Notice tone="error">{fault}</Notice>}
      testInput={values => testInput(values)}
      onSubmit={save}
      onCancel={onClose}
    />
  )
}
