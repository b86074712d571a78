import { Stack, Tabs, Text, Title } from '@mantine/core'
import type { ComponentType } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import { paths } from '../../config/paths'
import { usePageTitle } from '../../lib/page-title'
import { Directories } from './directories'
import { Feeds } from './feeds'
import { Health } from './health'
import { Networks } from './networks'
import { Reputation } from './reputation'
import { isTab, type Tab, TABS } from './tabs'

const CONTENTS: Readonly<Record<Tab, ComponentType>> = {
  health: Health,
  directories: Directories,
  networks: Networks,
  reputation: Reputation,
  feeds: Feeds,
}

const pathOf = (tab: string): string => (tab === 'health' ? paths.enrichment : paths.enrichmentTab(tab))

/** Whom we ask about people, addresses, domains, URLs and files, and how that goes. Each tab has its own address. */
export function EnrichmentPage() {
  const { tab = 'health' } = useParams()
  const navigate = useNavigate()
  usePageTitle(isTab(tab) && tab !== 'health' ? `${TABS[tab]} – Enrichment` : 'Enrichment')
  if (!isTab(tab)) return <Navigate to={paths.enrichment} replace />
  const Content = CONTENTS[tab]
  return (
    <Stack p="md" gap="md" maw={1500}>
      <div>
        <Title order={1}>Enrichment</Title>
        <Text size="sm" c="dimmed">
          Who, where and how bad: whom we ask about the values of alerts.
        </Text>
      </div>
      <Tabs value={tab} onChange={chosen => void navigate(pathOf(chosen ?? 'health'))} keepMounted={false}>
        <Tabs.List>
          {Object.entries(TABS).map(([key, title]) => (
            <Tabs.Tab key={key} value={key}>
              {title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          <Content />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
