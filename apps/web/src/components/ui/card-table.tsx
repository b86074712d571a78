import { Table, VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './card-table.module.css'

export interface CardTableRow {
  readonly key: string
  /** One for each column; the first names the row. */
  readonly cells: readonly ReactNode[]
  /** Buttons at the row's end. */
  readonly actions?: ReactNode
  /** A line of its own below the row. */
  readonly detail?: ReactNode
}

interface CardTableProps {
  readonly label: string
  readonly columns: readonly string[]
  readonly rows: readonly CardTableRow[]
}

/** A short table; on a narrow screen each row is a card. */
export function CardTable({ label, columns, rows }: CardTableProps) {
  const withActions = rows.some(({ actions }) => actions !== undefined && actions !== false)
  return (
    <div className={classes['scroll']}>
      <Table aria-label={label} className={classes['table'] ?? ''} fz="sm" verticalSpacing={6} horizontalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {columns.map(column => (
              <Table.Th key={column} scope="col">
                {column}
              </Table.Th>
            ))}
            {withActions && (
              <Table.Th scope="col">
                <VisuallyHidden>Actions</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(row => (
            <CardTableRows key={row.key} row={row} columns={columns} withActions={withActions} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

interface CardTableRowsProps {
  readonly row: CardTableRow
  readonly columns: readonly string[]
  readonly withActions: boolean
}

function CardTableRows({ row: { cells, actions, detail }, columns, withActions }: CardTableRowsProps) {
  const [name, ...others] = cells
  return (
    <>
      <Table.Tr data-continued={detail !== undefined}>
        <Table.Th scope="row" fw={600}>
          {name}
        </Table.Th>
        {others.map((cell, index) => (
          <Table.Td key={columns[index + 1]} data-label={columns[index + 1]}>
            <div>{cell}</div>
          </Table.Td>
        ))}
        {withActions && <Table.Td className={classes['actions']}>{actions}</Table.Td>}
      </Table.Tr>
      {detail !== undefined && (
        <Table.Tr>
          <Table.Td colSpan={columns.length + (withActions ? 1 : 0)} className={classes['detail']}>
            {detail}
          </Table.Td>
        </Table.Tr>
      )}
    </>
  )
}
