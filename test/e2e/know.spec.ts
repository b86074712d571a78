import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMINISTRATOR, becomeAdministrator, createSource, type ApiClient } from '../support/api-client.js'
import { startApp, type App } from '../support/app.js'
import { launchBrowser, newVisitor, overflows, type Visitor } from '../support/browser.js'
import { signIn } from '../support/console.js'
import { PEOPLE, READER } from '../support/directory-people.js'
import { mmdbFile } from '../support/mmdb-file.js'
import { startProviderSimulators, type ProviderSimulators } from '../support/providers/index.js'
import { slapdProgram, startSlapd, type Slapd } from '../support/slapd.js'
import { sendThreats } from '../support/threat-sender.js'
import { until } from '../support/until.js'
import { inventedReport, startWildfireSimulator, type WildfireSimulator } from '../support/wildfire-simulator/index.js'

const ATTACKER = '203.0.113.8'
const FILE_HASH = 'c0'.repeat(32)
const KEY = 'k'.repeat(64)
const program = slapdProgram()

let folder: string
let slapd: Slapd
let wildfire: WildfireSimulator
let providers: ProviderSimulators
let app: App
let browser: Browser
let client: ApiClient
let visitor: Visitor

beforeAll(async () => {
  if (program === undefined) return
  folder = await mkdtemp(path.join(tmpdir(), 'sallyport-know-'))
  const cities = path.join(folder, 'cities.mmdb')
  const amsterdam = { country: { iso_code: 'NL', names: { en: 'Netherlands' } }, city: { names: { en: 'Amsterdam' } } }
  await writeFile(cities, mmdbFile({ '203.0.113.0/24': amsterdam }))
  slapd = await startSlapd(program)
  wildfire = await startWildfireSimulator({ apiKeys: [KEY] })
  wildfire.setVerdict(FILE_HASH, 'grayware')
  wildfire.setReport(FILE_HASH, inventedReport(FILE_HASH, false))
  providers = await startProviderSimulators({ keys: [KEY] })
  app = await startApp({ from: 'built', environment: { GEO_CITY_FILE: cities } })
  client = await becomeAdministrator(app)
  await createSource(client, { wildfireApiEnabled: true, wildfireApiKey: KEY, wildfireApiUrl: wildfire.url })
  await switchOn('ABUSEIPDB', providers.abuseIpdb.url)
  browser = await launchBrowser()
  visitor = await newVisitor(browser, { origin: app.url })
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await providers?.stop()
  await wildfire?.stop()
  await slapd?.stop()
  if (folder) await rm(folder, { recursive: true })
})

async function switchOn(type: string, baseUrl: string): Promise<void> {
  const { reputationProviderUpdate } = await client.ask<{ reputationProviderUpdate: { userErrors: unknown[] } }>(
    'mutation On($input: ReputationProviderUpdateInput!) { reputationProviderUpdate(input: $input) { userErrors { message } } }',
    { input: { type, expectedVersion: 0, enabled: true, apiKey: KEY, baseUrl } },
  )
  expect(reputationProviderUpdate.userErrors).toEqual([])
}

/** Somebody in Finance fetched a file from the attacker, and the firewall let it pass. */
const sendAlert = () =>
  sendThreats(client, [
    {
      subtype: 'wildfire',
      threatid: 'Windows Executable (EXE)(52020)',
      category: 'malicious',
      severity: 'high',
      direction: 'server-to-client',
      src: '10.1.8.20',
      dst: ATTACKER,
      srcuser: 'corp\\jdoe',
      rule: 'users-out',
      misc: 'order-confirmation.exe',
      filetype: 'pe',
      filedigest: FILE_HASH,
    },
  ])

const verdictOf = async () => {
  const { observable } = await client.ask<{ observable: { wildfire: { verdict: string | null; report: { malware: boolean } | null } } }>(
    `{ observable(kind: FILE_HASH, value: "${FILE_HASH}") { wildfire { verdict report { malware } } } }`,
  )
  return observable.wildfire
}

const refreshed = async () => {
  const { observableRefresh } = await client.ask<{ observableRefresh: { userErrors: unknown[] } }>(
    `mutation { observableRefresh(input: { kind: FILE_HASH, value: "${FILE_HASH}" }) { userErrors { message } } }`,
  )
  return observableRefresh.userErrors.length === 0
}

const shows = (text: string | RegExp) => visitor.page.getByText(text).first().waitFor()

describe.skipIf(program === undefined && !process.env['CI'])('who, where and how bad', () => {
  it('looks a person up from the settings page before the directory is saved, then keeps it', async () => {
    const { page } = visitor
    await signIn(page, ADMINISTRATOR)
    await page.goto('/enrichment/directories')
    await page.getByRole('button', { name: 'Add a directory' }).first().click()
    const panel = page.getByRole('dialog', { name: 'New Directory' })
    await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Head office')
    await panel.getByLabel('Type').selectOption({ label: 'OpenLDAP' })
    await panel.getByLabel('Servers').first().fill(slapd.url)
    await panel.getByLabel('Bind DN').fill(READER.dn)
    await panel.getByLabel('Bind password').fill(READER.password)
    await panel.getByLabel('Base DN').fill(PEOPLE)
    await panel.getByLabel('Test with the user').fill('corp\\jdoe')
    await panel.getByRole('button', { name: 'Test', exact: true }).click()
    await panel.getByText('Jane Doe').first().waitFor()
    await panel.getByText('Martina Lang').first().waitFor()
    await panel.getByRole('button', { name: 'Save' }).click()
    await panel.waitFor({ state: 'hidden' })
    await page.getByRole('row').filter({ hasText: 'Head office' }).waitFor()
  })

  it('tells on the incident who the user is, where the attacker is and how bad, and the verdict, within seconds', async () => {
    await sendAlert()
    const { page } = visitor
    await until(async () => (await client.ask<{ incident: object | null }>('{ incident(number: "1") { id } }')).incident !== null, {
      what: () => 'the incident',
    })
    await page.goto('/incidents/1')
    for (const text of ['Jane Doe', /Accountant, .*Finance/, 'Martina Lang', 'Amsterdam']) await shows(text)
    await page.getByRole('img', { name: 'Photo of Jane Doe' }).first().waitFor()
    await page
      .getByRole('button', { name: /^Score: / })
      .first()
      .waitFor()
    await shows(/Grayware/)
    expect(await overflows(page)).toBe(false)
  })

  it('says when the verdict changes, raises the incident and shows the report', async () => {
    const { page } = visitor
    wildfire.setVerdict(FILE_HASH, 'malware')
    wildfire.setReport(FILE_HASH, inventedReport(FILE_HASH, true))
    // Nobody is asked about the same value twice within seconds, whoever wants it.
    await until(refreshed, { deadlineMs: 30_000, what: () => 'the file to be asked about again' })
    await until(async () => (await verdictOf()).verdict === 'MALICIOUS', { deadlineMs: 30_000, what: () => 'the new verdict' })
    await until(async () => (await verdictOf()).report?.malware, { deadlineMs: 30_000, what: () => 'the report' })
    await page.goto('/incidents/1')
    await shows(/Malicious/)
    await page.getByRole('region', { name: /Indicators/ }).waitFor()
    await shows(/grayware.*malicious/i)
  })

  it('shows on the page of the file all of the report, and hands it out to signed-in people only', async () => {
    const { page } = visitor
    await page.goto(`/observables/FILE_HASH/${FILE_HASH}`)
    await page.locator('summary').filter({ hasText: 'Windows 10 x64' }).click()
    await shows('Registered itself to start with the system')
    const xml = await fetch(`${app.url}/wildfire/${FILE_HASH}.xml`, { headers: { cookie: client.cookie } })
    expect(xml.status).toBe(200)
    expect(await xml.text()).toContain('<wildfire>')
    expect((await fetch(`${app.url}/wildfire/${FILE_HASH}.xml`)).status).toBe(401)
    expect(await overflows(page)).toBe(false)
  })

  it('finds alerts by the department of their user', async () => {
    const { page } = visitor
    await page.goto('/alerts')
    const search = page
      .getByRole('searchbox')
      .or(page.getByRole('textbox', { name: /search/i }))
      .first()
    await search.fill('department:Finance')
    await search.press('Enter')
    await page.getByRole('row').filter({ hasText: 'jdoe' }).first().waitFor()
    await search.fill('department:Logistics')
    await search.press('Enter')
    await page.getByRole('row').filter({ hasText: 'jdoe' }).first().waitFor({ state: 'detached' })
  })

  it('tells the address, its score and the evidence, on a telephone too', async () => {
    const phone = await newVisitor(browser, { origin: app.url, width: 390, height: 844 })
    await phone.context.addCookies(await visitor.context.cookies())
    for (const [address, text] of [
      [`/observables/ADDRESS/${ATTACKER}`, 'AbuseIPDB'],
      [`/observables/USER/${encodeURIComponent('corp\\jdoe')}`, 'Jane Doe'],
      ['/enrichment', 'WildFire'],
      ['/incidents/1', 'Jane Doe'],
    ] as const) {
      await phone.page.goto(address)
      await phone.page.getByText(text).first().waitFor()
      expect({ address, overflows: await overflows(phone.page) }).toEqual({ address, overflows: false })
    }
    expect(phone.faults).toEqual([])
  })

  it('asked once about the attacker, and never about addresses inside', () => {
    const asked = providers.abuseIpdb.server.journal.map(({ path: question }) =>
      new URL(question, 'http://localhost').searchParams.get('ipAddress'),
    )
    expect(asked.filter(address => address === ATTACKER)).toHaveLength(1)
    expect(asked.filter(address => address?.startsWith('10.'))).toEqual([])
  })

  it('leaves no script error, no breach of the content policy and no request to another site behind', () => {
    expect(visitor.faults).toEqual([])
  })
})
