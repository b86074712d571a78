import { Button, Checkbox, Group, NativeSelect, NumberInput, SimpleGrid, Stack, TagsInput, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { ListKind } from '@sallyport/shared'
import type { ReactNode } from 'react'
import { useCan } from '../../lib/permissions'
import { NEVER, spanOptions } from './expiry'
import { type ListFormValues, ttlOf } from './list-settings'
import { KIND_WORDS } from './list-words'

interface ListFormProps {
  readonly form: UseFormReturnType<ListFormValues>
  /** The kind of a list is chosen once. */
  readonly isNew: boolean
  readonly notice: ReactNode
  onSubmit(values: ListFormValues): Promise<void>
  onCancel(): void
}

export function ListForm({ form, isNew, notice, onSubmit, onCancel }: ListFormProps) {
  const mayPublish = useCan('list:publish')
  return (
    <form onSubmit={form.onSubmit(onSubmit)} noValidate>
      <Stack gap="sm">
        {notice}
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        <NativeSelect
          label="Kind"
          disabled={!isNew}
          description={isNew ? 'It cannot be changed later.' : undefined}
          data={Object.values(ListKind).map(value => ({ value, label: KIND_WORDS[value] }))}
          {...form.getInputProps('kind')}
        />
        <Textarea label="Description" autosize minRows={2} maxRows={6} {...form.getInputProps('description')} />
        <NativeSelect
          label="Entries expire"
          description="Unless something else is said when they are added."
          data={[
            ...spanOptions(ttlOf(form.values)).map(({ value, label }) => ({ value, label: `after ${label}` })),
            { value: NEVER, label: 'never' },
          ]}
          {...form.getInputProps('expiry')}
        />
        {mayPublish && <PublishFields form={form} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
          <Button type="submit" loading={form.submitting}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The guide's checkbox, and what belongs to it. */
function PublishFields({ form }: Pick<ListFormProps, 'form'>) {
  const { publish, kind } = form.values
  return (
    <>
      <Checkbox
        label="Publish"
        description="Firewalls fetch the list at a URL: Dynamic Block List, External Dynamic List."
        {...form.getInputProps('publish', { type: 'checkbox' })}
      />
      {publish && (
        <Stack gap="sm" pl="md" style={{ borderLeft: '2px solid var(--mantine-color-default-border)' }}>
          <SimpleGrid cols={2} spacing="sm">
            <NumberInput label="Hold changes above, %" min={0} max={1000} allowDecimal={false} {...form.getInputProps('guardPercent')} />
            <NumberInput label="and above, entries" min={0} allowDecimal={false} {...form.getInputProps('guardEntries')} />
          </SimpleGrid>
          {kind === 'ADDRESS' && (
            <Checkbox
              label="Aggregate addresses"
              description="Neighbours are published as one network: fewer lines, the same addresses."
              {...form.getInputProps('aggregate', { type: 'checkbox' })}
            />
          )}
          {kind === 'URL' && (
            <Checkbox
              label="Trailing slash"
              description="Without it, PAN-OS takes evil.example for evil.example.com too."
              {...form.getInputProps('trailingSlash', { type: 'checkbox' })}
            />
          )}
          <TagsInput
            label="Allowed networks"
            description="Only from there can the URL be fetched. None: from everywhere."
            placeholder="192.0.2.0/24"
            splitChars={[',', ' ']}
            {...form.getInputProps('allowedNetworks')}
          />
        </Stack>
      )}
    </>
  )
}
