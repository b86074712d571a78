import { Group, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CopyButton } from '../../components/ui/copy-button'
import { ValueText } from '../../components/ui/value-text'
import { type FragmentType, graphql, readFragment } from '../../gql'
import { formatEnum } from '../../lib/format'
import { fieldFilters, type NarrowTo } from './narrow-to'
import classes from './alert-panel.module.css'

const AlertAllFields_Alert = graphql(`
  fragment AlertAllFields_Alert on Alert {
    id
    fields {
      key
      label
      value
    }
  }
`)

const AlertRawLine_Alert = graphql(`
  fragment AlertRawLine_Alert on Alert {
    id
    raw
    format
    transport
    fieldCount
  }
`)

interface AlertAllFieldsProps {
  readonly alert: FragmentType<typeof AlertAllFields_Alert>
  readonly narrowTo: NarrowTo
}

/** Every field that has a value, by its documented name; the firewall's own name beside it. */
export function AlertAllFields({ alert, narrowTo }: AlertAllFieldsProps) {
  const { fields } = readFragment(AlertAllFields_Alert, alert)
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const filled = fields.filter(({ value }) => value !== '')
  const shown = filled.filter(({ key, label, value }) => `${key} ${label} ${value}`.toLowerCase().includes(wanted))
  return (
    <>
      <TextInput
        size="xs"
        mb="xs"
        aria-label="Find a field"
        placeholder={`Find in ${filled.length} fields`}
        value={search}
        onChange={event => setSearch(event.currentTarget.value)}
      />
      <Table fz="sm" verticalSpacing={3} horizontalSpacing={6} layout="fixed">
        <Table.Tbody>
          {shown.map(({ key, label, value }, index) => (
            // A custom JSON or CEF line may bring a key twice.
            <Table.Tr key={`${key}-${index}`}>
              <Table.Th scope="row" w="42%" fw={400} style={{ verticalAlign: 'top', overflowWrap: 'anywhere' }}>
                {label}{' '}
                {key !== label && (
                  <Text span size="xs" c="dimmed" ff="monospace">
                    {key}
                  </Text>
                )}
              </Table.Th>
              <Table.Td style={{ verticalAlign: 'top' }}>
                <ValueText value={value} filters={fieldFilters(narrowTo, key, value)} mono />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {fields.length > filled.length && wanted === '' && (
        <Text size="xs" c="dimmed" mt="xs">
          {fields.length - filled.length} further fields are empty.
        </Text>
      )}
    </>
  )
}

export function AlertRawLine({ alert }: { alert: FragmentType<typeof AlertRawLine_Alert> }) {
  const { raw, format, transport, fieldCount } = readFragment(AlertRawLine_Alert, alert)
  return (
    <>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {formatEnum(format).toUpperCase()}, {fieldCount} fields, over {transport}
        </Text>
        <CopyButton text={raw} label="Copy the line" />
      </Group>
      <pre className={classes['raw']} tabIndex={0}>
        {raw}
      </pre>
    </>
  )
}
