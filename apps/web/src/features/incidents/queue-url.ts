import { readParams, textParam, writeParams } from '../../lib/search-params'
import { INCIDENT_FILTERS, INCIDENT_SORT } from './incident-filters'
import { INCIDENT_LOOK } from './use-columns'

/** All that a view of the queue consists of. */
export const QUEUE_VIEW = { ...INCIDENT_FILTERS, ...INCIDENT_SORT, ...INCIDENT_LOOK } as const
/** The saved view that was opened: the filters stand beside it, and may have been changed since. */
export const VIEW_PARAM = 'view'
export const OPENED_VIEW = { [VIEW_PARAM]: textParam() } as const

/** The part of an address that is a view, always written the same way. */
export function viewSearch(params: URLSearchParams | string): string {
  return writeParams(QUEUE_VIEW, readParams(QUEUE_VIEW, new URLSearchParams(params))).toString()
}

/** The address's query for a saved view. */
export function openedSearch(view: { readonly id: string; readonly search: string }): string {
  const params = new URLSearchParams(viewSearch(view.search))
  params.set(VIEW_PARAM, view.id)
  return params.toString()
}
