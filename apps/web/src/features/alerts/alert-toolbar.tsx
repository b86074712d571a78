import { SegmentedControl } from '@mantine/core'
import { type ReactNode, type RefObject, useMemo } from 'react'
import { useQuery } from 'urql'
import { ChoiceFilter } from '../../components/ui/choice-filter'
import { FilterChips } from '../../components/ui/filter-chips'
import { ListToolbar } from '../../components/ui/list-toolbar'
import { SEARCH_HINT, SearchField } from '../../components/ui/search-field'
import { SeverityBadge } from '../../components/ui/severity-badge'
import { SEVERITY_LOOKS } from '../../components/ui/severity-look'
import { rangeText, TimeRangeFilter } from '../../components/ui/time-range-filter'
import { graphql } from '../../gql'
import { formatEnum, sentence } from '../../lib/format'
import { namesSet } from '../../lib/search-params'
import { useTimeZone } from '../../lib/time-zone'
import type { UrlFilters } from '../../lib/use-url-filters'
import { firewallName } from './alert-columns'
import {
  ACTIONS,
  ALERT_FILTER_LABELS,
  ALERT_FILTERS,
  type AlertFilterName,
  type AlertFilters,
  SEVERITIES_HIGHEST_FIRST,
  SUBTYPES,
  VERDICTS,
} from './alert-filters'
import { MoreAlertFilters } from './more-alert-filters'

const AlertToolbar_Query = graphql(`
  query AlertToolbar_Query {
    sources {
      id
      firewalls(first: 100) {
        nodes {
          id
          name
          serial
        }
        pageInfo {
          hasNextPage
        }
      }
    }
  }
`)

const SEVERITY_CHOICES = SEVERITIES_HIGHEST_FIRST.map(severity => ({
  value: severity,
  label: <SeverityBadge severity={severity} />,
  text: SEVERITY_LOOKS[severity].word,
}))
const VERDICT_CHOICES = VERDICTS.map(verdict => ({
  value: verdict,
  label: sentence(formatEnum(verdict)),
  text: sentence(formatEnum(verdict)),
}))
const OUTCOME_CHOICES = [
  { value: 'any', label: 'All' },
  { value: 'allowed', label: 'Allowed' },
  { value: 'blocked', label: 'Blocked' },
]
const words = (values: readonly string[]) => values.map(value => ({ value, label: value }))
const SUBTYPE_CHOICES = words(SUBTYPES)
const ACTION_CHOICES = words(ACTIONS)

interface AlertToolbarProps extends UrlFilters<typeof ALERT_FILTERS> {
  readonly searchRef: RefObject<HTMLInputElement | null>
  /** Pill and switches of the feed. */
  readonly children: ReactNode
}

/** Every filter of the page. All of it stands in the address. */
export function AlertToolbar({ filters, change, clear, searchRef, children }: AlertToolbarProps) {
  const firewalls = useFirewallChoices()
  const chips = useChips(filters, change, firewalls.choices)
  return (
    <ListToolbar
      search={
        <>
          <SearchField
            label="Search alerts"
            placeholder="Address, user, threat, URL, hash, rule ( / )"
            hint={SEARCH_HINT}
            value={filters.q}
            inputRef={searchRef}
            onSearch={q => change({ q })}
          />
          <TimeRangeFilter label="Time of the event" range={filters.range} onChange={range => change({ range })} />
        </>
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
          <SegmentedControl
            size="xs"
            aria-label="Outcome"
            data={OUTCOME_CHOICES}
            value={filters.outcome}
            onChange={value => change({ outcome: ALERT_FILTERS.outcome.read([value]) })}
          />
          <ChoiceFilter label="Subtype" open choices={SUBTYPE_CHOICES} chosen={filters.subtype} onChange={subtype => change({ subtype })} />
          <ChoiceFilter label="Action" open choices={ACTION_CHOICES} chosen={filters.action} onChange={action => change({ action })} />
          <ChoiceFilter
            label="Verdict"
            choices={VERDICT_CHOICES}
            chosen={filters.verdict}
            onChange={chosen => change({ verdict: VERDICTS.filter(verdict => chosen.includes(verdict)) })}
          />
          <ChoiceFilter
            label="Firewall"
            choices={firewalls.choices}
            note={firewalls.more ? 'Only the first 100 are listed.' : null}
            chosen={filters.firewall}
            onChange={firewall => change({ firewall })}
          />
          <MoreAlertFilters filters={filters} onApply={change} />
        </>
      }
      chips={<FilterChips chips={chips} onClearAll={clear} />}
      feed={children}
    />
  )
}

interface FirewallChoices {
  readonly choices: readonly { readonly value: string; readonly label: string; readonly text: string }[]
  /** There are further ones. */
  readonly more: boolean
}

function useFirewallChoices(): FirewallChoices {
  const [{ data }] = useQuery({ query: AlertToolbar_Query })
  return useMemo(() => {
    const lists = (data?.sources ?? []).map(({ firewalls }) => firewalls)
    const choices = lists.flatMap(({ nodes }) =>
      nodes.map(firewall => ({
        value: firewall.id,
        label: firewallName(firewall),
        text: `${firewallName(firewall)} ${firewall.serial}`,
      })),
    )
    return { choices, more: lists.some(({ pageInfo }) => pageInfo.hasNextPage) }
  }, [data])
}

function useChips(
  filters: AlertFilters,
  change: (patch: Partial<AlertFilters>) => void,
  firewalls: readonly { value: string; label: string }[],
) {
  const { timeZone } = useTimeZone()
  return namesSet(ALERT_FILTERS, filters).map(name => ({
    key: name,
    text: `${ALERT_FILTER_LABELS[name]}: ${chipValue(name, filters, timeZone, firewalls)}`,
    onClear: () => change({ [name]: ALERT_FILTERS[name].none }),
  }))
}

function chipValue(
  name: AlertFilterName,
  filters: AlertFilters,
  timeZone: string,
  firewalls: readonly { value: string; label: string }[],
): string {
  switch (name) {
    case 'range':
      return rangeText(filters.range, timeZone)
    case 'severity':
      return filters.severity.map(severity => SEVERITY_LOOKS[severity].word).join(', ')
    case 'verdict':
      return filters.verdict.map(formatEnum).join(', ')
    case 'incident':
      return filters.incident === 'in' ? 'in one' : 'in none'
    case 'firewall':
      return filters.firewall.map(id => firewalls.find(({ value }) => value === id)?.label ?? 'unknown').join(', ')
    case 'subtype':
    case 'action':
      return filters[name].join(', ')
    default:
      return filters[name]
  }
}
