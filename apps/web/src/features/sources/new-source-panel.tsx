import { Drawer } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import type { SourceType } from '@sallyport/shared'
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

interface NewSourcePanelProps {
  readonly opened: boolean
  /** Types of which there is no source yet. */
  readonly types: readonly SourceType[]
  onClose(): void
}

export function NewSourcePanel({ opened, types, onClose }: NewSourcePanelProps) {
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size="md" title="New Source" closeButtonProps={{ 'aria-label': 'Close' }}>
      <NewSourceForm types={types} onClose={onClose} />
    </Drawer>
  )
}

function NewSourceForm({ types, onClose }: Omit<NewSourcePanelProps, 'opened'>) {
  const [, create] = useMutation(SourceCreate_Mutation)
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm<SourceFormValues>({
    initialValues: newSourceValues(types[0]),
    validate: schemaResolver(sourceFormSchema, { sync: true }),
  })
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
      types={types}
      notice={fault !== null && <Notice tone="error">{fault}</Notice>}
      onSubmit={save}
      onCancel={onClose}
    />
  )
}
