import { Button, Group, Popover, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useState } from 'react'

export interface TextFilter<Name extends string> {
  readonly name: Name
  readonly label: string
  readonly hint: string
  /** Said when the text is not acceptable. */
  readonly fault?: string
  accepts(text: string): boolean
}

interface TextFiltersProps<Name extends string> {
  readonly filters: readonly TextFilter<Name>[]
  readonly values: Readonly<Record<Name, string>>
  /** Further filters in force that the children stand for. */
  readonly others?: number
  readonly children?: ReactNode
  onApply(values: Readonly<Record<Name, string>>): void
}

/** The filters that are asked for less often, as one form behind a button. */
export function TextFilters<Name extends string>({ filters, values, others = 0, children, onApply }: TextFiltersProps<Name>) {
  const [opened, setOpened] = useState(false)
  const count = filters.filter(({ name }) => values[name] !== '').length + others
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={420} trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          size="compact-sm"
          variant={count > 0 ? 'light' : 'default'}
          fw={count > 0 ? 600 : 400}
          leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          {count > 0 ? `More: ${count}` : 'More'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="More filters" maw="calc(100vw - 16px)">
        <FiltersForm
          filters={filters}
          values={values}
          onApply={draft => {
            setOpened(false)
            onApply(draft)
          }}
        >
          {children}
        </FiltersForm>
      </Popover.Dropdown>
    </Popover>
  )
}

function FiltersForm<Name extends string>({ filters, values, children, onApply }: TextFiltersProps<Name>) {
  const [draft, setDraft] = useState(values)
  const faulty = filters.filter(({ name, accepts }) => !accepts(draft[name].trim()))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (faulty.length === 0) onApply(draft)
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <SimpleGrid cols={2} spacing="xs" verticalSpacing={6}>
          {filters.map(filter => (
            <TextInput
              key={filter.name}
              size="xs"
              label={filter.label}
              placeholder={filter.hint}
              value={draft[filter.name]}
              error={faulty.includes(filter) ? filter.fault : null}
              onChange={event => setDraft({ ...draft, [filter.name]: event.currentTarget.value })}
            />
          ))}
        </SimpleGrid>
        {children}
        <Group justify="flex-end">
          <Button type="submit" size="compact-sm" disabled={faulty.length > 0}>
            Apply
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
