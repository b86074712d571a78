import { NavLink, Stack } from '@mantine/core'
import {
  IconAlertTriangle,
  IconBell,
  IconBraces,
  IconBriefcase,
  IconChartBar,
  IconFirewallCheck,
  IconKey,
  IconListDetails,
  IconFilterBolt,
  IconPlugConnected,
  IconUserSearch,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { paths } from '../../config/paths'
import { AwaitingBadge } from '../../features/rules/awaiting-badge'
import { useCan } from '../../lib/permissions'
import { type Shortcut, useShortcuts } from '../../lib/shortcuts'

/** `onNavigate` closes the navigation where it covers the page. */
export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  const may = {
    overview: [useCan('alert:read'), useCan('incident:read')].every(Boolean),
    alerts: useCan('alert:read'),
    incidents: useCan('incident:read'),
    lists: useCan('list:read'),
    rules: useCan('rule:read'),
    devices: useCan('device:read'),
    sources: useCan('source:read'),
    enrichment: useCan('enrichment:read'),
    workflow: useCan('workflow:write'),
    notifications: useCan('channel:read'),
    apiKeys: useCan('api-key:write'),
  }
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const shortcuts = useMemo<Shortcut[]>(
    () => [
      { keys: 'g o', label: 'Overview', group: 'Go to', run: () => void navigate(paths.overview) },
      { keys: 'g a', label: 'Alerts', group: 'Go to', run: () => void navigate(paths.alerts) },
      { keys: 'g i', label: 'Incidents', group: 'Go to', run: () => void navigate(paths.incidents) },
      { keys: 'g l', label: 'Lists', group: 'Go to', run: () => void navigate(paths.lists) },
      { keys: 'g m', label: 'Match Conditions', group: 'Go to', run: () => void navigate(paths.rules) },
      { keys: 'g d', label: 'Devices', group: 'Go to', run: () => void navigate(paths.devices) },
      { keys: 'g s', label: 'Sources', group: 'Go to', run: () => void navigate(paths.sources) },
      { keys: 'g e', label: 'Enrichment', group: 'Go to', run: () => void navigate(paths.enrichment) },
    ],
    [navigate],
  )
  useShortcuts(shortcuts)
  const items = [
    { to: paths.overview, label: 'Overview', icon: IconChartBar, shown: may.overview },
    { to: paths.alerts, label: 'Alerts', icon: IconAlertTriangle, shown: may.alerts },
    { to: paths.incidents, label: 'Incidents', icon: IconBriefcase, shown: may.incidents },
    { to: paths.lists, label: 'Lists', icon: IconListDetails, shown: may.lists },
    { to: paths.rules, label: 'Match Conditions', icon: IconFilterBolt, shown: may.rules, mark: <AwaitingBadge /> },
    { to: paths.devices, label: 'Devices', icon: IconFirewallCheck, shown: may.devices },
    { to: paths.sources, label: 'Sources', icon: IconPlugConnected, shown: may.sources },
    { to: paths.enrichment, label: 'Enrichment', icon: IconUserSearch, shown: may.enrichment },
    { to: paths.workflow, label: 'Workflow', icon: IconUsersGroup, shown: may.workflow },
    { to: paths.notifications, label: 'Notifications', icon: IconBell, shown: may.notifications },
    { to: paths.apiKeys, label: 'API keys', icon: IconKey, shown: may.apiKeys },
    { to: paths.graphiql, label: 'GraphQL', icon: IconBraces, shown: true },
  ]
  return (
    <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {items
        .filter(item => item.shown)
        .map(({ to, label, icon: Icon, mark }) => {
          const active = pathname === to || pathname.startsWith(`${to}/`)
          return (
            <li key={to}>
              <NavLink
                component={Link}
                to={to}
                onClick={onNavigate}
                label={label}
                leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
                rightSection={mark}
                active={active}
                aria-current={active ? 'page' : undefined}
                style={{ borderRadius: 'var(--mantine-radius-sm)' }}
                py={6}
              />
            </li>
          )
        })}
    </Stack>
  )
}
