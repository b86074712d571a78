import { Button, Group, JsonInput, Text } from '@mantine/core'
import { useState } from 'react'
import { CopyButton } from '../../components/ui/copy-button'
import { downloadText } from '../../components/ui/download'
import { Notice } from '../../components/ui/notice'
import { Panel } from '../../components/ui/panel'
import { localFaults } from './faults'

interface JsonTabProps {
  readonly name: string
  readonly definition: object
  readonly readOnly: boolean
  onTake(definition: unknown): void
}

const FAULTS_SHOWN = 5

/** The definition as text: to read, to copy, to write. What is written goes into the builder, and is saved there. */
export function JsonTab({ name, definition, readOnly, onTake }: JsonTabProps) {
  const written = JSON.stringify(definition, null, 2)
  const [text, setText] = useState(written)
  const [taken, setTaken] = useState(false)
  const read = readJson(text)
  return (
    <Panel
      title="JSON"
      actions={
        <>
          <CopyButton text={text} label="Copy" />
          <Button variant="default" onClick={() => downloadText(`${fileName(name)}.json`, `${text}\n`, 'application/json')}>
            Download
          </Button>
        </>
      }
    >
      <Text size="sm" c="dimmed">
        The same form as the API takes: Query.ruleSchema is its JSON Schema.
      </Text>
      <JsonInput
        aria-label="Definition"
        autosize
        minRows={12}
        maxRows={36}
        readOnly={readOnly}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={text}
        onChange={next => {
          setTaken(false)
          setText(next)
        }}
      />
      {read.faults.length > 0 && (
        <Notice tone="warning" title="It is not a rule yet">
          {read.faults.map(fault => (
            <div key={fault}>{fault}</div>
          ))}
        </Notice>
      )}
      {taken && <Notice tone="info">It is in the builder now, and not saved.</Notice>}
      {!readOnly && (
        <Group>
          <Button
            disabled={read.value === undefined || text === written}
            onClick={() => {
              onTake(read.value)
              setTaken(true)
            }}
          >
            Take into the builder
          </Button>
        </Group>
      )}
    </Panel>
  )
}

function readJson(text: string): { readonly value?: object; readonly faults: readonly string[] } {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { faults: ['Write an object: { "condition": …, "actions": … }'] }
    return {
      value,
      faults: localFaults(value)
        .slice(0, FAULTS_SHOWN)
        .map(({ path, message }) => `${path === '' ? 'rule' : path}: ${message}`),
    }
  } catch (error) {
    return { faults: [error instanceof Error ? error.message : 'Not JSON'] }
  }
}

/** Letters and digits only: any system takes it. */
export const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'match-condition'
