import { Button, Menu, Textarea } from '@mantine/core'
import { IconBraces } from '@tabler/icons-react'
import { useRef } from 'react'
import { PLACEHOLDERS } from './rule-words'

interface TemplateInputProps {
  readonly label: string
  readonly value: string
  readonly faulty?: boolean
  readonly placeholder?: string
  onChange(text: string): void
}

/** A text in which {placeholders} stand for what the alert says; one is put in where the caret is. */
export function TemplateInput({ label, value, faulty = false, placeholder, onChange }: TemplateInputProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const insert = (name: string) => {
    const start = field.current?.selectionStart ?? value.length
    const end = field.current?.selectionEnd ?? value.length
    onChange(`${value.slice(0, start)}{${name}}${value.slice(end)}`)
    field.current?.focus()
  }
  return (
    <div>
      <Textarea
        ref={field}
        size="xs"
        label={label}
        autosize
        minRows={1}
        maxRows={6}
        value={value}
        error={faulty}
        {...(placeholder !== undefined && { placeholder })}
        onChange={event => onChange(event.currentTarget.value)}
      />
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button size="compact-xs" variant="subtle" color="gray" mt={2} leftSection={<IconBraces size={12} aria-hidden />}>
            Insert
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Filled in from the alert</Menu.Label>
          {PLACEHOLDERS.map(name => (
            <Menu.Item key={name} onClick={() => insert(name)}>
              {`{${name}}`}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
