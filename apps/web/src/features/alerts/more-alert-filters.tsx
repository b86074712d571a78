import { Group, SegmentedControl, Text } from '@mantine/core'
import { type TextFilter, TextFilters } from '../../components/ui/text-filters'
import { isNetwork } from '../../lib/network'
import { ALERT_FILTER_LABELS, ALERT_FILTERS, type AlertFilters } from './alert-filters'

type Name = 'address' | 'attacker' | 'victim' | 'user' | 'threat' | 'threatId' | 'hash' | 'url' | 'rule'

const network = (name: Name, hint: string): TextFilter<Name> => ({
  name,
  label: ALERT_FILTER_LABELS[name],
  hint,
  fault: 'An address, or address/prefix',
  accepts: text => text === '' || isNetwork(text),
})
const contains = (name: Name, hint: string): TextFilter<Name> => ({ name, label: ALERT_FILTER_LABELS[name], hint, accepts: () => true })
const matching = (name: Name, hint: string, pattern: RegExp, fault: string): TextFilter<Name> => ({
  name,
  label: ALERT_FILTER_LABELS[name],
  hint,
  fault,
  accepts: text => pattern.test(text),
})

const FILTERS: readonly TextFilter<Name>[] = [
  network('address', '10.1.0.0/16: either end'),
  network('attacker', '203.0.113.7'),
  network('victim', '10.1.2.3 or 2001:db8::/32'),
  contains('user', 'contains'),
  contains('threat', 'name contains'),
  matching('threatId', 'digits', /^\d{0,20}$/, 'Digits only'),
  matching('hash', 'whole, e.g. SHA-256', /^[\da-f]{0,128}$/i, 'Hex digits only'),
  contains('url', 'URL, domain or file contains'),
  contains('rule', 'contains'),
]

interface MoreAlertFiltersProps {
  readonly filters: AlertFilters
  onApply(patch: Partial<AlertFilters>): void
}

export function MoreAlertFilters({ filters, onApply }: MoreAlertFiltersProps) {
  return (
    <TextFilters filters={FILTERS} values={filters} others={filters.incident === 'any' ? 0 : 1} onApply={values => onApply(pick(values))}>
      <Group gap="xs" justify="space-between">
        <Text size="xs" fw={500} id="alerts-in-incident">
          In an incident
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby="alerts-in-incident"
          data={[
            { value: 'any', label: 'All' },
            { value: 'in', label: 'Yes' },
            { value: 'out', label: 'No' },
          ]}
          value={filters.incident}
          onChange={value => onApply({ incident: ALERT_FILTERS.incident.read([value]) })}
        />
      </Group>
    </TextFilters>
  )
}

function pick(values: Readonly<Record<Name, string>>): Partial<AlertFilters> {
  return Object.fromEntries(FILTERS.map(({ name }) => [name, values[name]]))
}
