import { Drawer } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { formFaults } from '../../lib/user-errors'
import { SourceForm } from './source-form'
import { createInput, newSourceValues, SETTING_LABELS, sourceFormSchema, type SourceFormValues } from './source-settings'

const SourceCreate_Mutation = graphql(`
  mutation SourceCreate_Mutation($input: SourceCreateInput!) {
    sourceCreate(input: $input) {
      source {
        id
        ...SourceDetails_Source
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

export function NewSourcePanel({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size="md" title="New Source" closeButtonProps={{ 'aria-label': 'Close' }}>
      <NewSourceForm onClose={onClose} />
    </Drawer>
  )
}

function NewSourceForm({ onClose }: { onClose: () => void }) {
  const [, create] = useMutation(SourceCreate_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm<SourceFormValues>({ initialValues: newSourceValues(), validate: schemaResolver(sourceFormSchema, { sync: true }) })
  const save = async (values: SourceFormValues) => {
    setFault(null)
    const result = await create({ input: createInput(values) })
    if (result.data?.sourceCreate.source) return onClose()
    const faults = formFaults(result.data?.sourceCreate.userErrors ?? [], result.error, [...Object.keys(SETTING_LABELS), 'wildfireApiKey'])
    form.setErrors(faults.fields)
    setFault(faults.form)
  }
  return (
    <SourceForm
      form={form}
      stored={null}
      notice={fault !== null && <Notice tone="error">{fault}</Notice>}
      onSubmit={save}
      onCancel={onClose}
    />
  )
}
