import { Alert, Button, Group, Text, Textarea } from '@mantine/core'
import { commentInput } from '@sallyport/shared'
import { type FormEvent, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Shortcut, useShortcuts } from '../../lib/shortcuts'
import { useOtherAssignees } from './assignees'
import { type Mention, mentionAt, withMention } from './mention'
import type { ActionFault, IncidentActions } from './use-incident-actions'

const NAMES_MAX = 6

/** Markdown, with people named by @. */
export function CommentForm({ actions }: { actions: IncidentActions }) {
  const people = useOtherAssignees()
  const [comment, setComment] = useState('')
  const [fault, setFault] = useState<ActionFault>(null)
  const [mention, setMention] = useState<Mention | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  useShortcuts(useMemo<Shortcut[]>(() => [{ keys: 'c', label: 'Comment', group: 'Incident', run: () => field.current?.focus() }], []))
  const checked = commentInput.safeParse({ comment })
  const names = mention ? people.filter(({ name }) => name.toLowerCase().startsWith(mention.begun.toLowerCase())).slice(0, NAMES_MAX) : []
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!checked.success) return setFault(checked.error.issues[0]?.message ?? null)
    const answer = await actions.comment(checked.data.comment)
    setFault(answer)
    if (answer === null) setComment('')
  }
  const complete = (name: string) => {
    if (!mention) return
    const { text, caret } = withMention(comment, mention, name)
    // The caret can stand in the new text only once the field has it.
    flushSync(() => {
      setComment(text)
      setMention(null)
    })
    field.current?.focus()
    field.current?.setSelectionRange(caret, caret)
  }
  return (
    <form onSubmit={event => void submit(event)} data-noprint>
      {fault !== null && (
        <Alert role="alert" color="yellow" py={6} mb="xs">
          {fault}
        </Alert>
      )}
      <Textarea
        ref={field}
        aria-label="Comment"
        placeholder="Write a comment"
        autosize
        minRows={2}
        maxRows={12}
        value={comment}
        onChange={event => {
          const { value, selectionStart } = event.currentTarget
          setComment(value)
          setMention(mentionAt(value, selectionStart))
        }}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event)
          else if (event.key === 'Escape' && mention) setMention(null)
          else if (event.key === 'Tab' && names[0]) {
            event.preventDefault()
            complete(names[0].name)
          }
        }}
      />
      {names.length > 0 && (
        <Group gap={4} mt={4} role="group" aria-label="People to mention">
          {names.map(({ id, name }) => (
            <Button key={id} size="compact-xs" variant="light" onClick={() => complete(name)}>
              @{name}
            </Button>
          ))}
        </Group>
      )}
      <Group justify="space-between" mt={6} mb={6}>
        <Text size="xs" c="dimmed">
          Markdown, @name. Ctrl+Enter sends
        </Text>
        <Button type="submit" size="compact-sm" disabled={comment.trim() === ''} loading={actions.busy}>
          Comment
        </Button>
      </Group>
    </form>
  )
}
