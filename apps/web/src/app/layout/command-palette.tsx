import { ActionIcon, Kbd, Modal, TextInput } from '@mantine/core'
import { useDebouncedValue, useDisclosure, useHotkeys } from '@mantine/hooks'
import { IconCommand, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { paths } from '../../config/paths'
import { openedSearch } from '../../features/incidents/queue-url'
import { useSavedViews } from '../../features/incidents/saved-views-data'
import { graphql } from '../../gql'
import { useCan } from '../../lib/permissions'
import { useShortcutList } from '../../lib/shortcuts'
import { type Command, paletteCommands } from './palette-commands'
import classes from './command-palette.module.css'

const PaletteIncidents_Query = graphql(`
  query PaletteIncidents_Query($text: String!) {
    incidents(first: 8, filter: { text: $text }) {
      nodes {
        id
        number
        title
      }
    }
  }
`)

const SEARCH_FROM_CHARS = 2
const SEARCH_AFTER_MS = 250

/** Ctrl+K, or ⌘K: pages, incidents, saved views and whatever can be done on the page, by name. */
export function CommandPalette() {
  const [opened, { open, close }] = useDisclosure(false)
  const before = useRef<Element | null>(null)
  const show = () => {
    // A dialog is for one thing at a time.
    if (document.querySelector('[aria-modal="true"]')) return
    before.current = document.activeElement
    open()
  }
  useHotkeys([['mod+K', show]], [])
  // Not left to the dialog, which gives the focus back late: what a command gives the focus to keeps it.
  const shut = () => {
    close()
    if (before.current instanceof HTMLElement) before.current.focus()
  }
  const run = (command: Command) => {
    shut()
    command.run()
  }
  return (
    <>
      <ActionIcon aria-label="Commands" title="Commands (Ctrl+K)" onClick={show} visibleFrom="sm">
        <IconCommand size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
      <Modal
        opened={opened}
        onClose={shut}
        title="Commands"
        closeButtonProps={{ 'aria-label': 'Close' }}
        returnFocus={false}
        yOffset="10dvh"
        centered={false}
      >
        {opened && <Palette onRun={run} />}
      </Modal>
    </>
  )
}

function Palette({ onRun }: { onRun(command: Command): void }) {
  const [text, setText] = useState('')
  const commands = useCommands(text)
  const [active, setActive] = useState(0)
  useEffect(() => setActive(0), [text])
  const listId = useId()
  const optionId = (index: number) => `${listId}-${index}`
  const at = Math.min(active, commands.length - 1)
  useEffect(() => document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' }), [listId, at])
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = commands[at]
    if (event.key === 'ArrowDown') setActive(Math.min(commands.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(0, at - 1))
    else if (event.key === 'Enter' && chosen) onRun(chosen)
    else return
    event.preventDefault()
  }
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label="Find a command"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={commands.length > 0 ? optionId(at) : undefined}
        placeholder="INC-12, a page, a saved view, what to do"
        leftSection={<IconSearch size={14} aria-hidden />}
        mb="xs"
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" aria-label="Commands" className={classes['list']}>
        {commands.map((command, index) => (
          <div
            key={command.key}
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            className={classes['option']}
            onMouseMove={() => setActive(index)}
            onClick={() => onRun(command)}
          >
            <span className={classes['label']}>{command.label}</span>
            <span className={classes['group']}>{command.group}</span>
            {command.keys && <Kbd size="xs">{command.keys}</Kbd>}
          </div>
        ))}
        {commands.length === 0 && <div className={classes['option']}>Nothing is called so.</div>}
      </div>
    </>
  )
}

function useCommands(text: string): readonly Command[] {
  const mayRead = useCan('incident:read')
  const navigate = useNavigate()
  const { all } = useShortcutList()
  const { views } = useSavedViews(!mayRead)
  const [search] = useDebouncedValue(text.trim(), SEARCH_AFTER_MS)
  const pause = !mayRead || search.length < SEARCH_FROM_CHARS
  // A half-typed query may be none: then there are no incidents to offer.
  const [{ data }] = useQuery({
    query: PaletteIncidents_Query,
    variables: { text: search },
    requestPolicy: 'cache-and-network',
    pause,
  })
  return useMemo(
    () =>
      paletteCommands({
        text,
        shortcuts: all,
        views: views.map(view => ({ name: view.name, address: `${paths.incidents}?${openedSearch(view)}` })),
        incidents: pause || text.trim() === '' ? [] : (data?.incidents.nodes ?? []),
        go: address => void navigate(address),
      }),
    [text, all, views, pause, data, navigate],
  )
}
