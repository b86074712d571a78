import { NavLink, Stack } from '@mantine/core'
import type { Permission } from '@sallyport/shared'
import {
  type Icon,
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
import { useViewer } from '../../lib/permissions'
import { type Shortcut, useShortcuts } from '../../lib/shortcuts'

interface Page {
  readonly to: string
  readonly label: string
  readonly icon: Icon
  readonly keys: string
  /** Whoever lacks one of them is not shown the way there, be it by link, key or command. */
  readonly needs: readonly Permission[]
}

const PAGES: readonly Page[] = [
  { to: paths.overview, label: 'Overview', icon: IconChartBar, keys: 'g o', needs: ['alert:read', 'incident:read'] },
  { to: paths.alerts, label: 'Alerts', icon: IconAlertTriangle, keys: 'g a', needs: ['alert:read'] },
  { to: paths.incidents, label: 'Incidents', icon: IconBriefcase, keys: 'g i', needs: ['incident:read'] },
  { to: paths.lists, label: 'Lists', icon: IconListDetails, keys: 'g l', needs: ['list:read'] },
  { to: paths.rules, label: 'Match Conditions', icon: IconFilterBolt, keys: 'g m', needs: ['rule:read'] },
  { to: paths.devices, label: 'Devices', icon: IconFirewallCheck, keys: 'g d', needs: ['device:read'] },
  { to: paths.sources, label: 'Sources', icon: IconPlugConnected, keys: 'g s', needs: ['source:read'] },
  { to: paths.enrichment, label: 'Enrichment', icon: IconUserSearch, keys: 'g e', needs: ['enrichment:read'] },
  { to: paths.workflow, label: 'Workflow', icon: IconUsersGroup, keys: 'g w', needs: ['workflow:write'] },
  { to: paths.notifications, label: 'Notifications', icon: IconBell, keys: 'g n', needs: ['channel:read'] },
  { to: paths.apiKeys, label: 'API keys', icon: IconKey, keys: 'g k', needs: ['api-key:write'] },
  { to: paths.graphiql, label: 'GraphQL', icon: IconBraces, keys: 'g q', needs: [] },
]

/** `onNavigate` closes the navigation where it covers the page. */
export function Navigation({ onNavigate }: { onNavigate: () => void }) {
  const { permissions } = useViewer()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const pages = useMemo(() => PAGES.filter(({ needs }) => needs.every(permission => permissions.includes(permission))), [permissions])
  useShortcuts(
    useMemo<Shortcut[]>(
      () => pages.map(({ to, label, keys }) => ({ keys, label, group: 'Go to', run: () => void navigate(to) })),
      [pages, navigate],
    ),
  )
  return (
    <Stack gap={2} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {pages.map(({ to, label, icon: Icon }) => {
        const active = pathname === to || pathname.startsWith(`${to}/`)
        return (
          <li key={to}>
            <NavLink
              component={Link}
              to={to}
              onClick={onNavigate}
              label={label}
              leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
              rightSection={to === paths.rules && <AwaitingBadge />}
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
