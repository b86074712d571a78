import { Button, Checkbox, Popover, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'

export interface Choice {
  readonly value: string
  readonly label: ReactNode
  /** What the search in the list looks at; the value by default. */
  readonly text?: string
}

interface ChoiceFilterProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  /** Said below the list. */
  readonly note?: string | null
  /** Words that are not in the list may be typed. */
  readonly open?: boolean
  onChange(chosen: readonly string[]): void
}

const SEARCH_FROM = 8

/** A button that opens a list to tick. Each tick takes effect at once; what is ticked stands in the button. */
export function ChoiceFilter({ label, choices, chosen: given, note = null, open = false, onChange }: ChoiceFilterProps) {
  // The address follows a moment later: the next tick must not forget this one.
  const [chosen, setChosen] = useState(given)
  useEffect(() => setChosen(given), [given])
  const choose = (next: readonly string[]) => {
    setChosen(next)
    onChange(next)
  }
  const [search, setSearch] = useState('')
  const typed = chosen.filter(value => !choices.some(choice => choice.value === value)).map(value => ({ value, label: value }))
  const wanted = search.trim().toLowerCase()
  const shown = [...choices, ...typed].filter(({ value, text }: Choice) => (text ?? value).toLowerCase().includes(wanted))
  const toggle = (value: string) => choose(chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value])
  const onSearchKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    const hit = shown.length === 1 ? shown[0]?.value : open && wanted !== '' ? search.trim() : undefined
    if (hit === undefined) return
    toggle(hit)
    setSearch('')
  }
  const one = chosen.length === 1 ? choices.find(({ value }) => value === chosen[0]) : undefined
  return (
    <Popover position="bottom-start" trapFocus returnFocus shadow="md" onClose={() => setSearch('')}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant={chosen.length > 0 ? 'light' : 'default'}
          fw={chosen.length > 0 ? 600 : 400}
          rightSection={<IconChevronDown size={12} aria-hidden />}
        >
          {chosen.length === 0 ? label : `${label}: ${chosen.length === 1 ? (one?.text ?? chosen[0]) : chosen.length}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        <Stack gap="xs" miw={180}>
          {(open || choices.length >= SEARCH_FROM) && (
            <TextInput
              size="xs"
              aria-label={`Find in ${label.toLowerCase()}`}
              placeholder={open ? 'Find, or type another and press Enter' : 'Find'}
              value={search}
              onChange={event => setSearch(event.currentTarget.value)}
              onKeyDown={onSearchKey}
            />
          )}
          <ScrollArea.Autosize mah={300} type="auto">
            <Stack gap={6} role="group" aria-label={label} p={2}>
              {shown.map(({ value, label: text }) => (
                <Checkbox key={value} size="xs" label={text} checked={chosen.includes(value)} onChange={() => toggle(value)} />
              ))}
            </Stack>
          </ScrollArea.Autosize>
          {note !== null && (
            <Text size="xs" c="dimmed">
              {note}
            </Text>
          )}
          {chosen.length > 0 && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => choose([])}>
              Any
            </Button>
          )}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
