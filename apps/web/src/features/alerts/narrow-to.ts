import type { ValueFilter } from '../../components/ui/value-text'
import { ALERT_FILTER_LABELS, ALERT_FILTERS, type AlertFilterName, type AlertFilters } from './alert-filters'

/** Filters that one value of an alert can be put into. */
export type ValueFilterName = Extract<
  AlertFilterName,
  'q' | 'subtype' | 'action' | 'address' | 'attacker' | 'victim' | 'user' | 'threat' | 'threatId' | 'hash' | 'url' | 'rule'
>

/** Adds to, or replaces part of, the filter of the list beside. */
export type NarrowTo = (patch: Partial<AlertFilters>) => void

/** The ways to narrow a list to a value; none where the value does not fit the filter. */
export function valueFilters(narrowTo: NarrowTo, value: string, names: readonly ValueFilterName[]): readonly ValueFilter[] {
  return names.flatMap(name => {
    const patch = patchOf(name, value)
    return patch ? [{ label: `Only this ${ALERT_FILTER_LABELS[name].toLowerCase()}`, apply: () => narrowTo(patch) }] : []
  })
}

function patchOf(name: ValueFilterName, value: string): Partial<AlertFilters> | null {
  if (name === 'subtype' || name === 'action') return { [name]: [value] }
  return ALERT_FILTERS[name].write(value).length > 0 ? { [name]: value } : null
}

/** The filter that a PAN-OS field is searched by, by the firewall's variable name. Others are searched as text. */
const FIELD_FILTERS: Readonly<Record<string, readonly ValueFilterName[]>> = {
  subtype: ['subtype'],
  action: ['action'],
  src: ['address'],
  dst: ['address'],
  natsrc: ['q'],
  natdst: ['q'],
  srcuser: ['user'],
  dstuser: ['user'],
  rule: ['rule'],
  filedigest: ['hash'],
}

export function fieldFilters(narrowTo: NarrowTo, key: string, value: string): readonly ValueFilter[] {
  return valueFilters(narrowTo, value, FIELD_FILTERS[key.toLowerCase()] ?? [])
}
