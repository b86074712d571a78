import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMINISTRATOR, becomeAdministrator, createSource, type ApiClient } from '../support/api-client.js'
import { startApp, type App } from '../support/app.js'
import { launchBrowser, newVisitor, type Visitor } from '../support/browser.js'
import { signIn } from '../support/console.js'
import { sendThreats } from '../support/threat-sender.js'
import { until } from '../support/until.js'

/** Every page, and what stands on it once it is there. */
const PAGES = [
  ['/overview', 'Overview'],
  ['/alerts', 'Alerts'],
  ['/incidents', 'INC-1'],
  ['/incidents/1', 'INC-1'],
  ['/rules', 'Match Conditions'],
  ['/rules/new', 'New match condition'],
  ['/lists', 'Attackers'],
  ['/devices', 'Devices'],
  ['/sources', 'Sources'],
  ['/enrichment', 'Enrichment'],
  ['/observables/address/203.0.113.8', '203.0.113.8'],
  ['/api-keys', 'API keys'],
  ['/notifications', 'Notifications'],
  ['/workflow', 'Workflow'],
] as const

let app: App
let browser: Browser
let client: ApiClient
let visitor: Visitor
let axeSource: string

beforeAll(async () => {
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  app = await startApp({ from: 'built' })
  client = await becomeAdministrator(app)
  await createSource(client)
  await client.ask('mutation List($input: ListCreateInput!) { listCreate(input: $input) { list { id } } }', {
    input: { name: 'Attackers', kind: 'ADDRESS' },
  })
  await sendThreats(client, [{}, { severity: 'low', dstuser: 'corp\\ann' }, { src: '198.51.100.4', severity: 'high' }])
  await until(
    async () => (await client.ask<{ alerts: { nodes: unknown[] } }>('{ alerts(first: 5) { nodes { id } } }')).alerts.nodes.length === 3,
  )
  browser = await launchBrowser()
  visitor = await newVisitor(browser, { origin: app.url })
  await signIn(visitor.page, ADMINISTRATOR)
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** What axe finds that keeps people from using the page, as rule: elements. */
async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })')
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary?.split('\n')[1]?.trim()}`).join(' | ')}`,
    )
}

describe.each(['light', 'dark'] as const)('in %s', colorScheme => {
  it.each(PAGES)('%s can be used by everybody', async (path, text) => {
    const { page } = visitor
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(path)
    await page.getByText(text).first().waitFor()
    await page.waitForLoadState('networkidle')
    expect(await seriousFaults(page)).toEqual([])
  })
})
