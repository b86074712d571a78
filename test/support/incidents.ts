import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { ApiClient, Credentials } from './api-client.js'

/** How many incidents are so, by the API: exact up to 10,000. */
export async function countIncidents(client: ApiClient, filter: Readonly<Record<string, unknown>>): Promise<number> {
  const { incidents } = await client.ask<{ incidents: { totalCount: number } }>(
    'query Count($filter: IncidentFilter) { incidents(first: 1, filter: $filter) { totalCount } }',
    { filter },
  )
  return incidents.totalCount
}

/** Number of the incident that an alert of this attacker is in. */
export async function incidentOf(client: ApiClient, attacker: string): Promise<string | undefined> {
  const { alerts } = await client.ask<{ alerts: { nodes: { attacker: { address: string }; incident: { number: string } | null }[] } }>(
    '{ alerts(first: 50) { nodes { attacker { address } incident { number } } } }',
  )
  return alerts.nodes.find(({ attacker: { address } }) => address === attacker)?.incident?.number
}

export async function createUser(client: ApiClient, credentials: Credentials, role: 'VIEWER' | 'ANALYST' | 'ADMINISTRATOR'): Promise<void> {
  const { userCreate } = await client.ask<{ userCreate: { userErrors: unknown[] } }>(
    'mutation Add($input: UserCreateInput!) { userCreate(input: $input) { userErrors { message } } }',
    { input: { ...credentials, role } },
  )
  expect(userCreate.userErrors).toEqual([])
}

/** Chooses from a Mantine select that is on the page or in a dialog of it. */
export async function chooseOption(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('listbox').getByRole('option', { name: option, exact: true }).click()
}
