import { Button, Drawer, Stack, Text } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Notice } from '../../components/ui/notice'
import { type FragmentType, graphql, readFragment } from '../../gql'
import type { EditSourcePanel_SourceFragment } from '../../gql/graphql'
import { formFaults } from '../../lib/user-errors'
import { SourceForm } from './source-form'
import {
  formValuesOf,
  merge,
  type Merge,
  SETTING_LABELS,
  sourceFormSchema,
  type SourceFormValues,
  type SourceSettings,
  updateInput,
} from './source-settings'

export const EditSourcePanel_Source = graphql(`
  fragment EditSourcePanel_Source on Source {
    id
    type
    version
    name
    description
    enabled
    linkEvents
    linkKeys
    linkWindowSeconds
    wildfireApiEnabled
    wildfireApiKeySet
    wildfireApiUrl
    wildfireDailyQuota
    incidentMinSeverity
    incidentVerdicts
    incidentBlocked
    timeZone
  }
`)

const SourceUpdate_Mutation = graphql(`
  mutation SourceUpdate_Mutation($input: SourceUpdateInput!) {
    sourceUpdate(input: $input) {
      source {
        id
        ...EditSourcePanel_Source
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

interface EditSourcePanelProps {
  readonly source: FragmentType<typeof EditSourcePanel_Source>
  readonly opened: boolean
  onClose(): void
}

export function EditSourcePanel({ source, opened, onClose }: EditSourcePanelProps) {
  return (
    <Drawer opened={opened} onClose={onClose} position="right" size="md" title="Edit Source" closeButtonProps={{ 'aria-label': 'Close' }}>
      <EditSourceForm current={readFragment(EditSourcePanel_Source, source)} onClose={onClose} />
    </Drawer>
  )
}

/** `current` may change by others' hands while the form is open; the form keeps what it was opened with. */
function EditSourceForm({ current, onClose }: { current: EditSourcePanel_SourceFragment; onClose: () => void }) {
  const [, update] = useMutation(SourceUpdate_Mutation)
  const [base, setBase] = useState(current)
  const [conflict, setConflict] = useState<Merge | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const form = useForm<SourceFormValues>({ initialValues: formValuesOf(base), validate: schemaResolver(sourceFormSchema, { sync: true }) })

  const save = async (values: SourceFormValues) => {
    setFault(null)
    setConflict(null)
    const { wildfireApiKey, ...changes } = updateInput(base, values)
    const input = { id: base.id, expectedVersion: base.version, ...changes, ...(wildfireApiKey === undefined ? {} : { wildfireApiKey }) }
    const result = await update({ input })
    const payload = result.data?.sourceUpdate
    const now = payload ? readFragment(EditSourcePanel_Source, payload.source) : null
    if (payload?.userErrors.some(({ code }) => code === 'CONFLICT') && now) {
      const merged = merge(base, values, now)
      form.setValues(merged.values)
      setConflict(merged)
      setBase(now)
      return
    }
    if (payload && payload.userErrors.length === 0) return onClose()
    const faults = formFaults(payload?.userErrors ?? [], result.error, [...Object.keys(SETTING_LABELS), 'wildfireApiKey'])
    form.setErrors(faults.fields)
    setFault(faults.form)
  }

  return (
    <SourceForm
      form={form}
      stored={base}
      notice={
        <>
          {fault !== null && <Notice tone="error">{fault}</Notice>}
          {conflict && (
            <Conflict
              {...conflict}
              onTake={() => {
                form.setValues(formValuesOf(base))
                setConflict(null)
              }}
            />
          )}
        </>
      }
      onSubmit={save}
      onCancel={onClose}
    />
  )
}

const labels = (names: readonly (keyof SourceSettings)[]): string => names.map(name => SETTING_LABELS[name]).join(', ')

function Conflict({ taken, disputed, onTake }: Merge & { onTake: () => void }) {
  return (
    <Notice tone="warning" title="Somebody else saved this source meanwhile">
      <Stack gap="xs" align="flex-start">
        {taken.length > 0 && <Text size="sm">Taken over from them: {labels(taken)}.</Text>}
        <Text size="sm">
          {disputed.length > 0
            ? `Changed by both: ${labels(disputed)}. Yours is still here: save again to write it over theirs.`
            : 'What you entered is still here: save again.'}
        </Text>
        <Button variant="default" onClick={onTake}>
          Take all of theirs
        </Button>
      </Stack>
    </Notice>
  )
}
