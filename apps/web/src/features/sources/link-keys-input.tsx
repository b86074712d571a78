import { ActionIcon, Group, Input, NativeSelect, Stack, Text } from '@mantine/core'
import { LinkKey } from '@sallyport/shared'
import { IconArrowUp, IconX } from '@tabler/icons-react'
import { LINK_KEY_NAMES } from './source-settings'

interface LinkKeysInputProps {
  readonly disabled?: boolean
  readonly error?: React.ReactNode
  readonly value: readonly LinkKey[]
  onChange(keys: readonly LinkKey[]): void
}

/** An ordered list: the first key that an alert has is what links it. */
export function LinkKeysInput({ disabled = false, error, value, onChange }: LinkKeysInputProps) {
  const unused = Object.values(LinkKey).filter(key => !value.includes(key))
  const moveUp = (index: number) =>
    onChange(value.map((key, at) => (at === index - 1 ? (value[index] ?? key) : at === index ? (value[index - 1] ?? key) : key)))
  return (
    <Input.Wrapper
      label="Link keys"
      description="In order of preference: the first that an alert has links it."
      error={error}
      labelElement="div"
    >
      <Stack component="ol" gap={2} my={4} pl={0} style={{ listStyle: 'none' }} aria-label="Link keys, most preferred first">
        {value.map((key, index) => (
          <Group key={key} component="li" gap={4} wrap="nowrap">
            <Text size="sm" flex={1}>
              {index + 1}. {LINK_KEY_NAMES[key]}
            </Text>
            <ActionIcon
              aria-label={`Prefer ${LINK_KEY_NAMES[key]} more`}
              disabled={disabled || index === 0}
              onClick={() => moveUp(index)}
              size="sm"
            >
              <IconArrowUp size={14} />
            </ActionIcon>
            <ActionIcon
              aria-label={`Leave out ${LINK_KEY_NAMES[key]}`}
              disabled={disabled}
              onClick={() => onChange(value.filter(other => other !== key))}
              size="sm"
            >
              <IconX size={14} />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      <NativeSelect
        aria-label="Add a link key"
        disabled={disabled || unused.length === 0}
        value=""
        data={[{ label: 'Add a key…', value: '' }, ...unused.map(key => ({ label: LINK_KEY_NAMES[key], value: key }))]}
        onChange={event => {
          const added = unused.find(key => key === event.currentTarget.value)
          if (added) onChange([...value, added])
        }}
      />
    </Input.Wrapper>
  )
}
