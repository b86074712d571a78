import { Button, Group, Select } from '@mantine/core'
import type { ReactNode, Ref, RefObject } from 'react'
import { ChoiceFilter } from '../../components/ui/choice-filter'
import { type FilterChip, FilterChips } from '../../components/ui/filter-chips'
import { ListToolbar } from '../../components/ui/list-toolbar'
import { SEARCH_HINT, SearchField } from '../../components/ui/search-field'
import { SeverityBadge } from '../../components/ui/severity-badge'
import { SEVERITY_LOOKS } from '../../components/ui/severity-look'
import { STATE_WORDS } from '../../components/ui/state-badge'
import { type TextFilter, TextFilters } from '../../components/ui/text-filters'
import { rangeText, TimeRangeFilter } from '../../components/ui/time-range-filter'
import { isNetwork } from '../../lib/network'
import { namesSet } from '../../lib/search-params'
import { useTimeZone } from '../../lib/time-zone'
import type { UrlFilters } from '../../lib/use-url-filters'
import { useOtherAssignees } from './assignees'
import {
  ASSIGNED_TO_ME,
  INCIDENT_FILTER_LABELS,
  INCIDENT_FILTERS,
  type IncidentFilterName,
  type IncidentFilters,
  SEVERITIES_HIGHEST_FIRST,
  UNASSIGNED,
} from './incident-filters'
import { StateChips, type StateChipsHandle } from './state-chips'

const SEVERITY_CHOICES = SEVERITIES_HIGHEST_FIRST.map(severity => ({
  value: severity,
  label: <SeverityBadge severity={severity} />,
  text: SEVERITY_LOOKS[severity].word,
}))

const MORE: readonly TextFilter<'address' | 'user' | 'hash'>[] = [
  {
    name: 'address',
    label: 'Address',
    hint: '10.1.0.0/16: either end',
    fault: 'An address, or address/prefix',
    accepts: text => text === '' || isNetwork(text),
  },
  { name: 'user', label: 'User', hint: 'contains', accepts: () => true },
  {
    name: 'hash',
    label: 'File hash',
    hint: 'whole, e.g. SHA-256',
    fault: 'Hex digits only',
    accepts: text => /^[\da-f]{0,128}$/i.test(text),
  },
]

interface IncidentToolbarProps extends UrlFilters<typeof INCIDENT_FILTERS> {
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly stateChipsRef: Ref<StateChipsHandle>
  /** Pill of the feed. */
  readonly children: ReactNode
}

/** Every filter of the page. All of it stands in the address. */
export function IncidentToolbar({ filters, change, clear, searchRef, stateChipsRef, children }: IncidentToolbarProps) {
  const assignees = [
    { value: ASSIGNED_TO_ME, label: 'Me' },
    { value: UNASSIGNED, label: 'Nobody' },
  ].concat(useOtherAssignees().map(({ id, name }) => ({ value: id, label: name })))
  const chips = useChips(filters, change, assignees)
  return (
    <ListToolbar
      search={
        <SearchField
          label="Search incidents"
          placeholder="INC-12, title, linked value ( / )"
          hint={SEARCH_HINT}
          value={filters.q}
          inputRef={searchRef}
          onSearch={q => change({ q })}
        />
      }
      count={chips.length}
      filters={
        <>
          <ChoiceFilter
            label="Severity"
            choices={SEVERITY_CHOICES}
            chosen={filters.severity}
            onChange={chosen => change({ severity: SEVERITIES_HIGHEST_FIRST.filter(severity => chosen.includes(severity)) })}
          />
          <Select
            size="xs"
            w={130}
            aria-label="Assignee"
            placeholder="Assignee"
            clearable
            searchable
            data={assignees}
            value={filters.assignee || null}
            onChange={value => change({ assignee: value ?? '' })}
          />
          <Button
            size="compact-sm"
            variant={filters.allowed ? 'light' : 'default'}
            fw={filters.allowed ? 600 : 400}
            aria-pressed={filters.allowed}
            onClick={() => change({ allowed: !filters.allowed })}
          >
            Some allowed
          </Button>
          <TimeRangeFilter label="Last alert" range={filters.range} onChange={range => change({ range })} />
          <TextFilters filters={MORE} values={filters} onApply={({ address, user, hash }) => change({ address, user, hash })} />
        </>
      }
      chips={
        <Group gap="xs">
          <StateChips ref={stateChipsRef} chosen={filters.state} onChange={state => change({ state })} />
          <FilterChips chips={chips} onClearAll={clear} />
        </Group>
      }
      feed={children}
    />
  )
}

type Named = readonly { readonly value: string; readonly label: string }[]

/** States have chips of their own. */
function useChips(filters: IncidentFilters, change: (patch: Partial<IncidentFilters>) => void, assignees: Named): FilterChip[] {
  const { timeZone } = useTimeZone()
  return namesSet(INCIDENT_FILTERS, filters)
    .filter(name => name !== 'state')
    .map(name => ({
      key: name,
      text: `${INCIDENT_FILTER_LABELS[name]}: ${chipValue(name, filters, timeZone, assignees)}`,
      onClear: () => change({ [name]: INCIDENT_FILTERS[name].none }),
    }))
}

function chipValue(name: IncidentFilterName, filters: IncidentFilters, timeZone: string, assignees: Named): string {
  switch (name) {
    case 'state':
      return filters.state.map(state => STATE_WORDS[state]).join(', ')
    case 'severity':
      return filters.severity.map(severity => SEVERITY_LOOKS[severity].word).join(', ')
    case 'assignee':
      return assignees.find(({ value }) => value === filters.assignee)?.label ?? 'unknown'
    case 'allowed':
      return 'some allowed'
    case 'range':
      return rangeText(filters.range, timeZone)
    default:
      return filters[name]
  }
}
