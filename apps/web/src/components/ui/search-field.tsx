import { CloseButton, Kbd, TextInput, Tooltip } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type RefObject, useEffect, useRef, useState } from 'react'

/** Words that alerts and incidents are searched by, beside what stands in their lines. */
export const SEARCH_HINT =
  'People by what the directory says: department:Finance, title:, manager:, group:, city:, office:, company:, name:, mail:. Quote several words: department:"Human Resources".'

interface SearchFieldProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  /** What else can be searched for: said on hover and focus. */
  readonly hint?: string
  /** What is wrong with the search asked last: said below the field. */
  readonly fault?: string | null
  readonly inputRef?: RefObject<HTMLInputElement | null>
  onSearch(text: string): void
}

/** Searches on Enter: what is half typed is the reader's own, and no query of a million rows is run for half an address. */
export function SearchField({ label, placeholder, value, hint, fault = null, inputRef, onSearch }: SearchFieldProps) {
  const [draft, setDraft] = useState(value)
  const asked = useRef(value)
  // Changed from elsewhere: a chip was cleared, or Back was pressed. One's own search arrives while the next is being typed.
  useEffect(() => {
    if (value !== asked.current) setDraft(value)
    asked.current = value
  }, [value])
  const search = (text: string) => {
    asked.current = text
    onSearch(text)
  }
  const clear = () => {
    setDraft('')
    if (value !== '') search('')
  }
  const waits = draft.trim() !== value
  const field = (
    <TextInput
      ref={inputRef ?? null}
      type="search"
      size="xs"
      flex={1}
      miw={140}
      maw={420}
      aria-label={label}
      aria-description={hint}
      placeholder={placeholder}
      error={fault}
      leftSection={<IconSearch size={14} aria-hidden />}
      rightSectionWidth={waits ? 52 : 28}
      rightSection={
        waits ? <Kbd size="xs">Enter</Kbd> : draft === '' ? null : <CloseButton size="xs" aria-label="Clear the search" onClick={clear} />
      }
      value={draft}
      onChange={event => setDraft(event.currentTarget.value)}
      onKeyDown={event => {
        if (event.key === 'Enter' && waits) search(draft.trim())
        if (event.key === 'Escape') {
          setDraft(value)
          event.currentTarget.blur()
        }
      }}
    />
  )
  if (hint === undefined) return field
  return (
    <Tooltip label={hint} multiline maw={360} position="bottom-start" events={{ hover: true, focus: true, touch: false }}>
      {field}
    </Tooltip>
  )
}
