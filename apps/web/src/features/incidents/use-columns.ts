import { useLocalStorage } from '@mantine/hooks'
import { useCallback, useMemo } from 'react'
import { type Density, DENSITIES } from '../../components/ui/row-grid'
import { useViewer } from '../../lib/permissions'
import { choicesParam, type Param } from '../../lib/search-params'
import { useUrlFilters } from '../../lib/use-url-filters'
import { COLUMN_KEYS, COLUMNS_AT_FIRST, COLUMNS_FIXED, type ColumnKey } from './incident-columns'

function densityParam(): Param<Density | null> {
  return {
    none: null,
    read: ([first]) => DENSITIES.find(density => density === first) ?? null,
    write: value => (value === null ? [] : [value]),
  }
}

/** In the address when a view or a link says so; otherwise each person's own choice holds. */
export const INCIDENT_LOOK = { columns: choicesParam(COLUMN_KEYS), density: densityParam() } as const

export interface Columns {
  readonly columns: readonly ColumnKey[]
  readonly density: Density
  changeColumns(columns: readonly ColumnKey[]): void
  changeDensity(density: Density): void
}

/** Columns and density of the queue, kept per person. */
export function useColumns(): Columns {
  const viewer = useViewer()
  const { filters: shared, change } = useUrlFilters(INCIDENT_LOOK)
  const [own, setOwn] = useLocalStorage<string>({
    key: `sallyport.incident-columns.${viewer.id}`,
    defaultValue: COLUMNS_AT_FIRST.join(),
    getInitialValueInEffect: false,
  })
  const [ownDensity, setOwnDensity] = useLocalStorage<Density>({
    key: `sallyport.incident-density.${viewer.id}`,
    defaultValue: 'compact',
    getInitialValueInEffect: false,
  })
  const columns = useMemo(() => withFixed(shared.columns.length > 0 ? shared.columns : own.split(',')), [shared.columns, own])
  const changeColumns = useCallback(
    (next: readonly ColumnKey[]) => {
      const kept = withFixed(next)
      setOwn(kept.join())
      if (shared.columns.length > 0) change({ columns: kept })
    },
    [setOwn, shared.columns, change],
  )
  const changeDensity = useCallback(
    (next: Density) => {
      setOwnDensity(next)
      if (shared.density !== null) change({ density: next })
    },
    [setOwnDensity, shared.density, change],
  )
  const density = shared.density ?? (ownDensity === 'comfortable' ? 'comfortable' : 'compact')
  return useMemo(() => ({ columns, density, changeColumns, changeDensity }), [columns, density, changeColumns, changeDensity])
}

/** Known ones, in their order. */
function withFixed(keys: readonly string[]): readonly ColumnKey[] {
  return COLUMN_KEYS.filter(key => COLUMNS_FIXED.includes(key) || keys.includes(key))
}
