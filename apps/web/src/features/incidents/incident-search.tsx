import { Radio, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useQuery } from 'urql'
import { Notice } from '../../components/ui/notice'
import { graphql } from '../../gql'
import { errorText } from '../../lib/user-errors'

const MergeTargets_Query = graphql(`
  query MergeTargets_Query($filter: IncidentFilter!) {
    incidents(first: 20, filter: $filter) {
      nodes {
        id
        number
        title
        version
      }
    }
  }
`)

const SEARCH_AFTER_MS = 200

/** Looks for another incident than the one at hand. `target` is the chosen one, as long as it is among those on show. */
export function useIncidentSearch(exceptId: string, paused = false) {
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text, SEARCH_AFTER_MS)
  const [chosenId, choose] = useState<string | null>(null)
  const [{ data, error }] = useQuery({
    query: MergeTargets_Query,
    variables: { filter: search.trim() === '' ? {} : { text: search.trim() } },
    requestPolicy: 'network-only',
    pause: paused,
  })
  const found = data?.incidents.nodes.filter(({ id }) => id !== exceptId) ?? null
  return { text, setText, chosenId, choose, found, error, target: found?.find(({ id }) => id === chosenId) }
}

/** The search field, and what is found to choose from. */
export function IncidentSearch({ search }: { search: ReturnType<typeof useIncidentSearch> }) {
  const { text, setText, chosenId, choose, found, error } = search
  return (
    <Stack gap="sm">
      <TextInput
        label="Search incidents"
        placeholder="INC-12, a word, user:corp\jdoe"
        data-autofocus
        value={text}
        onChange={event => setText(event.currentTarget.value)}
      />
      {error && <Notice tone="error">{errorText(error)}</Notice>}
      <ScrollArea.Autosize mah={280} type="auto">
        <Radio.Group aria-label="Incident" value={chosenId ?? ''} onChange={choose}>
          <Stack gap={6}>
            {found?.map(({ id, number, title }) => (
              <Radio key={id} size="xs" value={id} label={`INC-${number} ${title}`} />
            ))}
          </Stack>
        </Radio.Group>
        {found?.length === 0 && (
          <Text size="sm" c="dimmed">
            No other incident is like that.
          </Text>
        )}
      </ScrollArea.Autosize>
    </Stack>
  )
}
