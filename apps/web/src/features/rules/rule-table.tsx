import { ActionIcon, Anchor, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { CardTable } from '../../components/ui/card-table'
import { Sparkline } from '../../components/ui/sparkline'
import { TimeText } from '../../components/ui/time-text'
import { paths } from '../../config/paths'
import { graphql } from '../../gql'
import type { RuleTable_RuleFragment } from '../../gql/graphql'
import { formatCount, formatCounted } from '../../lib/format'
import { useCan } from '../../lib/permissions'
import { formFaults } from '../../lib/user-errors'
import { movedBy } from './draft'
import { everyHour } from './every-hour'
import { ModeControl } from './mode-control'
import { countedMatches } from './preview-words'
import { readingLine } from './reading'
import { spentText } from './rule-words'

export const RuleTable_Rule = graphql(`
  fragment RuleTable_Rule on Rule {
    id
    name
    description
    mode
    position
    stopAfterMatch
    definition
    stoppedAt
    stoppedReason
    version
    reading {
      when
      then
    }
    stats(hours: 24) {
      matches
      actions
      entries
      timeSpent
      lastMatchAt
      hours {
        hour
        matches
        actions
        entries
      }
    }
  }
`)

const RulesReorder_Mutation = graphql(`
  mutation RulesReorder_Mutation($input: RulesReorderInput!) {
    rulesReorder(input: $input) {
      rules {
        id
        position
        version
      }
      userErrors {
        message
        field
        code
      }
    }
  }
`)

/** The order that the person chose stands at once; the server's comes after. */
function useOrder(rules: readonly RuleTable_RuleFragment[]) {
  const [{ fetching }, reorder] = useMutation(RulesReorder_Mutation)
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const byPosition = rules.toSorted((a, b) => a.position - b.position)
  const ordered = chosen ? byPosition.toSorted((a, b) => chosen.indexOf(a.id) - chosen.indexOf(b.id)) : byPosition
  const move = async (at: number, by: -1 | 1) => {
    const ids = movedBy(
      ordered.map(({ id }) => id),
      at,
      by,
    )
    setChosen(ids)
    const result = await reorder({ input: { ids: [...ids] } })
    setChosen(null)
    const { form } = formFaults(result.data?.rulesReorder.userErrors ?? [], result.error, [])
    if (form !== null) notifications.show({ color: 'red', title: 'The order stays as it was', message: form })
  }
  return { ordered, move, busy: fetching }
}

export function RuleTable({ rules }: { rules: readonly RuleTable_RuleFragment[] }) {
  const mayWrite = useCan('rule:write')
  const navigate = useNavigate()
  const { ordered, move, busy } = useOrder(rules)
  return (
    <CardTable
      label="Match conditions"
      columns={['Name', 'Mode', 'What it does', 'Last 24 hours', 'Last match', 'Time spent']}
      rows={ordered.map((rule, at) => ({
        key: rule.id,
        cells: [
          <RuleName rule={rule} number={at + 1} />,
          <ModeControl rule={rule} onPreview={() => void navigate(`${paths.rule(rule.id)}?tab=preview`)} />,
          <Text size="sm" lineClamp={3} title={[...rule.reading.when, '→', ...rule.reading.then].join('\n')}>
            {readingLine(rule.reading)}
          </Text>,
          <Activity rule={rule} />,
          rule.stats.lastMatchAt === null ? 'none' : <TimeText at={rule.stats.lastMatchAt} relative />,
          spentText(rule.stats.timeSpent),
        ],
        actions: mayWrite && (
          <Group gap={2} wrap="nowrap" justify="flex-end">
            <ActionIcon aria-label={`${rule.name}: do it earlier`} disabled={busy || at === 0} onClick={() => void move(at, -1)}>
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              aria-label={`${rule.name}: do it later`}
              disabled={busy || at === ordered.length - 1}
              onClick={() => void move(at, 1)}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
          </Group>
        ),
      }))}
    />
  )
}

function RuleName({ rule, number }: { rule: RuleTable_RuleFragment; number: number }) {
  return (
    <>
      <Text span size="sm" c="dimmed">
        {number}.{' '}
      </Text>
      <Anchor component={Link} to={paths.rule(rule.id)} size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {rule.name}
      </Anchor>
      {rule.description !== '' && (
        <Text size="xs" c="dimmed" fw={400} lineClamp={2}>
          {rule.description}
        </Text>
      )}
      {rule.stopAfterMatch && (
        <Text size="xs" c="dimmed" fw={400}>
          Rules after it do not see what matched.
        </Text>
      )}
      {rule.stoppedReason !== null && (
        <Text size="xs" fw={600} c="light-dark(#b45309, #f5b041)">
          <IconAlertTriangle size={13} aria-hidden style={{ verticalAlign: 'text-bottom' }} /> Stopped by itself: {rule.stoppedReason}
        </Text>
      )}
    </>
  )
}

function Activity({ rule: { stats } }: { rule: RuleTable_RuleFragment }) {
  const text = `${countedMatches(stats.matches)}, ${formatCounted(stats.actions, 'action')}${stats.entries > 0 ? `, +${formatCount(stats.entries)} on lists` : ''}`
  return (
    <>
      <Text size="sm">{text}</Text>
      {stats.matches > 0 && <Sparkline perMinute={everyHour(stats.hours, 24, Date.now())} height={18} label={`Matches by hour: ${text}`} />}
    </>
  )
}
