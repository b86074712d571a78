import { Drawer } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useState } from 'react'
import { Notice } from '../../components/ui/notice'
import { type FragmentType, readFragment } from '../../gql'
import type { EditListPanel_ListFragment } from '../../gql/graphql'
import { formFaults } from '../../lib/user-errors'
import { ListForm } from './list-form'
import { LIST_FIELDS, listFormSchema, type ListFormValues, listValuesOf, publishInput, settingsInput } from './list-settings'
import { EditListPanel_List, type Saved, useSaveList } from './use-save-list'

interface EditListPanelProps {
  readonly list: FragmentType<typeof EditListPanel_List>
  readonly opened: boolean
  onClose(): void
}

export function EditListPanel({ list, opened, onClose }: EditListPanelProps) {
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size="md" title="Edit List" closeButtonProps={{ 'aria-label': 'Close' }}>
      <EditListForm current={readFragment(EditListPanel_List, list)} onClose={onClose} />
    </Drawer>
  )
}

/** `current` may change by others' hands while the form is open; the form keeps what it was opened with. */
function EditListForm({ current, onClose }: { current: EditListPanel_ListFragment; onClose: () => void }) {
  const saveList = useSaveList()
  const [base, setBase] = useState(current)
  const [conflict, setConflict] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm<ListFormValues>({ initialValues: listValuesOf(base), validate: schemaResolver(listFormSchema, { sync: true }) })

  /** False: it was not saved, and the form says why. */
  const accepted = ({ list, userErrors, error }: Saved): boolean => {
    if (list && userErrors.length === 0) return true
    if (list && userErrors.some(({ code }) => code === 'CONFLICT')) {
      setConflict(true)
      setBase(list)
      form.setValues(keepingChanges(listValuesOf(base), form.getValues(), listValuesOf(list)))
      return false
    }
    const faults = formFaults(userErrors, error, LIST_FIELDS)
    form.setErrors(faults.fields)
    setFault(faults.form)
    return false
  }

  const save = async (values: ListFormValues) => {
    setFault(null)
    setConflict(false)
    const before = listValuesOf(base)
    const settings = settingsInput(before, values)
    const publishing = publishInput(before, values)
    let { version: expectedVersion } = base
    if (settings) {
      const saved = await saveList.update({ id: base.id, expectedVersion, ...settings })
      if (!accepted(saved) || !saved.list) return
      expectedVersion = saved.list.version
      // A fault of publishing must not save this part twice.
      setBase(saved.list)
    }
    if (publishing && !accepted(await saveList.publish({ id: base.id, expectedVersion, ...publishing }))) return
    if (before.publish && !values.publish && !accepted(await saveList.unpublish({ id: base.id, expectedVersion }))) return
    onClose()
  }

  return (
    <ListForm
      form={form}
      isNew={false}
      notice={
        <>
          {fault !== null && <Notice tone="error">{fault}</Notice>}
          {conflict && (
            <Notice tone="warning" title="Somebody else saved this list meanwhile">
              What you changed is still here, the rest is theirs: look again, then save.
            </Notice>
          )}
          {base.published && !form.values.publish && (
            <Notice tone="warning" title="Its URLs stop working when you save">
              A firewall that finds nothing there keeps its last copy at best. Take the list out of its configuration first.
            </Notice>
          )}
        </>
      }
      onSubmit={save}
      onCancel={onClose}
    />
  )
}

/** Their values, but for what the person changed. */
function keepingChanges(before: ListFormValues, mine: ListFormValues, theirs: ListFormValues): ListFormValues {
  const names = Object.keys(mine) as (keyof ListFormValues)[]
  const changed = names.filter(name => String(mine[name]) !== String(before[name]))
  return { ...theirs, ...Object.fromEntries(changed.map(name => [name, mine[name]])) }
}
