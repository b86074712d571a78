import { Drawer } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import type { ListKind } from '@sallyport/shared'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import { formFaults } from '../../lib/user-errors'
import { ListForm } from './list-form'
import { LIST_FIELDS, listFormSchema, type ListFormValues, newListValues, publishInput, ttlOf } from './list-settings'
import { useSaveList } from './use-save-list'

const ListCreate_Mutation = graphql(`
  mutation ListCreate_Mutation($input: ListCreateInput!) {
    listCreate(input: $input) {
      list {
        id
        version
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

export function NewListPanel({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size="md" title="New List" closeButtonProps={{ 'aria-label': 'Close' }}>
      <NewListForm onClose={onClose} />
    </Drawer>
  )
}

function NewListForm({ onClose }: { onClose: () => void }) {
  const [, create] = useMutation(ListCreate_Mutation)
  const { publish } = useSaveList()
  const navigate = useNavigate()
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm<ListFormValues>({ initialValues: newListValues(), validate: schemaResolver(listFormSchema, { sync: true }) })
  const save = async (values: ListFormValues) => {
    setFault(null)
    const { name, kind, description } = values
    const result = await create({
      input: { name: name.trim(), kind: kind as ListKind, description: description.trim(), defaultTtlSeconds: ttlOf(values) },
    })
    const list = result.data?.listCreate.list
    if (!list) {
      const faults = formFaults(result.data?.listCreate.userErrors ?? [], result.error, LIST_FIELDS)
      form.setErrors(faults.fields)
      return setFault(faults.form)
    }
    const publishing = publishInput({ ...values, publish: false }, values)
    // The list is there: what else went wrong is put right on its page.
    if (publishing) await publish({ id: list.id, expectedVersion: list.version, ...publishing })
    onClose()
    void navigate(paths.list(list.id))
  }
  return <ListForm form={form} isNew notice={fault !== null && <Notice tone="error">{fault}</Notice>} onSubmit={save} onCancel={onClose} />
}
