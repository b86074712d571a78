import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { type ParamShape, type ParamValues, readParams, writeParams } from './search-params'

export interface UrlFilters<Shape extends ParamShape> {
  /** The same object as long as the filter is the same, whatever else changes in the address. */
  readonly filters: ParamValues<Shape>
  /** Everything else stays. */
  change(patch: Partial<ParamValues<Shape>>): void
  clear(): void
}

/** The filters of a list, read from and written to the address. */
export function useUrlFilters<Shape extends ParamShape>(shape: Shape): UrlFilters<Shape> {
  const [params, setParams] = useSearchParams()
  const key = writeParams(shape, readParams(shape, params)).toString()
  const filters = useMemo(() => readParams(shape, new URLSearchParams(key)), [shape, key])

  const change = useCallback(
    (patch: Partial<ParamValues<Shape>>) =>
      void setParams(before => writeParams(shape, { ...readParams(shape, before), ...patch }, before), { replace: true }),
    [shape, setParams],
  )
  const clear = useCallback(
    () => void setParams(before => writeParams(shape, readParams(shape, new URLSearchParams()), before), { replace: true }),
    [shape, setParams],
  )
  return { filters, change, clear }
}
