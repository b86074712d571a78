import { Group, Select } from '@mantine/core'
import { memo, type ReactNode, type Ref, type RefObject } from 'react'
import { ChoiceFilter } from '../../components/ui/choice-filter'
import { type FilterChip, FilterChips } from '../../components/ui/filter-chips'
import { ListToolbar } from '../../components/ui/list-toolbar'
import { SearchField } from '../../components/ui/search-field'
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
import { QueryHelp } from './query-help'
import { StateChips, type StateChipsHandle } from './state-chips'
import { useWorkflowChoices } from './use-workflow-choices'

const SEVERITY_CHOICES = SEVERITIES_HIGHEST_FIRST.map(severity => ({
  value: severity,
  label: <SeverityBadge severity={severity} />,
  text: SEVERITY_LOOKS[severity].word,
}))

type MoreName = 'address' | 'user' | 'hash' | 'tag' | 'classification' | 'vector' | 'disposition'

const anything = () => true

const MORE: readonly TextFilter<MoreName>[] = [
  {
    name: 'address',
    label: 'Address',
    hint: '10.1.0.0/16: either end',
    fault: 'An address, or address/prefix',
    accepts: text => text === '' || isNetwork(text),
  },
  { name: 'user', label: 'User', hint: 'contains', accepts: anything },
  {
    name: 'hash',
    label: 'File hash',
    hint: 'whole, e.g. SHA-256',
    fault: 'Hex digits only',
    accepts: text => /^[\da-f]{0,128}$/i.test(text),
  },
  { name: 'tag', label: 'Tag', hint: 'as a whole', accepts: anything },
  { name: 'classification', label: 'Classification', hint: 'as a whole', accepts: anything },
  { name: 'vector', label: 'Attack vector', hint: 'as a whole', accepts: anything },
  { name: 'disposition', label: 'Disposition', hint: 'as a whole', accepts: anything },
]

interface IncidentToolbarProps extends UrlFilters<typeof INCIDENT_FILTERS> {
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly stateChipsRef: Ref<StateChipsHandle>
  /** What the server does not understand of the query. */
  readonly queryFault: string | null
  /** Pill of the feed. */
  readonly children: ReactNode
}

/** Every filter of the page. All of it stands in the address. */
export function IncidentToolbar({ filters, change, clear, searchRef, stateChipsRef, queryFault, children }: IncidentToolbarProps) {
  return (
    <ListToolbar
      search={<Search filters={filters} change={change} searchRef={searchRef} queryFault={queryFault} />}
      count={namesSet(INCIDENT_FILTERS, filters).filter(name => name !== 'state').length}
      filters={<Filters filters={filters} change={change} />}
      chips={<Chips filters={filters} change={change} clear={clear} stateChipsRef={stateChipsRef} />}
      feed={children}
    />
  )
}

type Changing = Pick<IncidentToolbarProps, 'filters' | 'change'>

// Each is drawn again when its own filters change: what arrives in the list must not cost the whole toolbar.

const Search = memo(function Search({
  filters,
  change,
  searchRef,
  queryFault,
}: Changing & Pick<IncidentToolbarProps, 'searchRef' | 'queryFault'>) {
  return (
    <Group gap={2} wrap="nowrap" flex={1} miw={180} maw={560} align="flex-start">
      <SearchField
        label="Search incidents"
        placeholder="INC-12, words, severity:high user:jdoe -state:closed ( / )"
        value={filters.q}
        fault={queryFault}
        inputRef={searchRef}
        onSearch={q => change({ q })}
      />
      <QueryHelp onExample={q => change({ q })} />
    </Group>
  )
})

const Filters = memo(function Filters({ filters, change }: Changing) {
  const { assignees, teams } = useFilterNames()
  return (
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
        data={[...assignees]}
        value={filters.assignee || null}
        onChange={value => change({ assignee: value ?? '' })}
      />
      {teams.length > 0 && (
        <Select
          size="xs"
          w={120}
          aria-label="Team"
          placeholder="Team"
          clearable
          searchable
          data={[...teams]}
          value={filters.team || null}
          onChange={value => change({ team: value ?? '' })}
        />
      )}
      <TimeRangeFilter label="Last alert" range={filters.range} onChange={range => change({ range })} />
      <TextFilters filters={MORE} values={filters} onApply={change} />
    </>
  )
})

const Chips = memo(function Chips({
  filters,
  change,
  clear,
  stateChipsRef,
}: Changing & Pick<IncidentToolbarProps, 'clear' | 'stateChipsRef'>) {
  const chips = useChips(filters, change, useFilterNames())
  return (
    <Group gap="xs">
      <StateChips ref={stateChipsRef} chosen={filters.state} onChange={state => change({ state })} />
      <FilterChips chips={chips} onClearAll={clear} />
    </Group>
  )
})

function useFilterNames(): FilterNames {
  const others = useOtherAssignees().map(({ id, name }) => ({ value: id, label: name }))
  const teams = useWorkflowChoices().teams.map(({ id, name }) => ({ value: id, label: name }))
  return { assignees: [{ value: ASSIGNED_TO_ME, label: 'Me' }, { value: UNASSIGNED, label: 'Nobody' }, ...others], teams }
}

type Named = readonly { readonly value: string; readonly label: string }[]

interface FilterNames {
  readonly assignees: Named
  readonly teams: Named
}

/** States have chips of their own. */
function useChips(filters: IncidentFilters, change: (patch: Partial<IncidentFilters>) => void, names: FilterNames): FilterChip[] {
  const { timeZone } = useTimeZone()
  return namesSet(INCIDENT_FILTERS, filters)
    .filter(name => name !== 'state')
    .map(name => ({
      key: name,
      text: `${INCIDENT_FILTER_LABELS[name]}: ${chipValue(name, filters, timeZone, names)}`,
      onClear: () => change({ [name]: INCIDENT_FILTERS[name].none }),
    }))
}

function chipValue(name: IncidentFilterName, filters: IncidentFilters, timeZone: string, names: FilterNames): string {
  switch (name) {
    case 'state':
      return filters.state.map(state => STATE_WORDS[state]).join(', ')
    case 'severity':
      return filters.severity.map(severity => SEVERITY_LOOKS[severity].word).join(', ')
    case 'assignee':
      return names.assignees.find(({ value }) => value === filters.assignee)?.label ?? 'unknown'
    case 'team':
      return names.teams.find(({ value }) => value === filters.team)?.label ?? 'unknown'
    case 'allowed':
      return 'some allowed'
    case 'overdue':
      return 'missed'
    case 'muted':
      return 'yes'
    case 'range':
      return rangeText(filters.range, timeZone)
    default:
      return filters[name]
  }
}
