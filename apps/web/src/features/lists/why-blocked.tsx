import { Button, CloseButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { WHY_PARAM } from '../../config/paths'
import { graphql } from '../../gql'
import { type Shortcut, useShortcuts } from '../../lib/shortcuts'
import { errorText } from '../../lib/user-errors'
import { Explanation } from './explanation'

const WhyBlocked_Query = graphql(`
  query WhyBlocked_Query($value: String!) {
    explainBlock(value: $value) {
      kind
      value
      ...Explanation_BlockExplanation
    }
  }
`)

/** One value, and everything that has to do with its being blocked. The question stands in the address. */
export function WhyBlocked() {
  const [params, setParams] = useSearchParams()
  const asked = (params.get(WHY_PARAM) ?? '').trim().slice(0, 2_000)
  const [draft, setDraft] = useState(asked)
  useEffect(() => setDraft(asked), [asked])
  const input = useRef<HTMLInputElement>(null)
  useShortcuts(
    useMemo<Shortcut[]>(() => [{ keys: 'b', label: 'Why is this blocked?', group: 'Lists', run: () => input.current?.focus() }], []),
  )
  const askFor = (value: string) =>
    void setParams(before => {
      const next = new URLSearchParams(before)
      if (value === '') next.delete(WHY_PARAM)
      else next.set(WHY_PARAM, value)
      return next
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    askFor(draft.trim())
  }
  return (
    <Panel title="Why is this blocked?">
      <form onSubmit={submit}>
        <Group gap="xs" wrap="nowrap" maw={720}>
          <TextInput
            ref={input}
            flex={1}
            size="xs"
            aria-label="Value"
            placeholder="Address, URL, domain, file hash or user ( b )"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={draft}
            rightSection={draft !== '' && <CloseButton size="xs" aria-label="Clear" onClick={() => askFor('')} />}
            onChange={event => setDraft(event.currentTarget.value)}
          />
          <Button type="submit" disabled={draft.trim() === ''}>
            Explain
          </Button>
        </Group>
      </form>
      {asked !== '' && <Answer value={asked} />}
    </Panel>
  )
}

function Answer({ value }: { value: string }) {
  const [{ data, error }, ask] = useQuery({ query: WhyBlocked_Query, variables: { value }, requestPolicy: 'cache-and-network' })
  if (error && !data) return <Notice tone="error">{errorText(error)}</Notice>
  if (!data) return <Text size="sm" c="dimmed" role="status" children="Looking…" />
  if (data.explainBlock.length === 0) {
    return <Notice tone="info" title={`${value} is nothing that a list could hold`} />
  }
  return (
    <Stack gap="md" role="region" aria-label="Answer">
      {data.explainBlock.map(explanation => (
        <Explanation
          key={`${explanation.kind} ${explanation.value}`}
          explanation={explanation}
          onChanged={() => ask({ requestPolicy: 'network-only' })}
        />
      ))}
    </Stack>
  )
}
