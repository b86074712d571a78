import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMINISTRATOR, becomeAdministrator, createSource, type ApiClient } from '../support/api-client.js'
import { startApp, type App } from '../support/app.js'
import { launchBrowser, newVisitor, overflows, type Visitor } from '../support/browser.js'
import { signIn } from '../support/console.js'
import { incidentOf } from '../support/incidents.js'
import { mapNewList } from '../support/mapped-list.js'
import { startPanosSimulator, type PanosSimulator } from '../support/panos-simulator/index.js'
import { sendThreats } from '../support/threat-sender.js'
import { until } from '../support/until.js'

const RULE = 'Block what got through'
const LIST = 'Attackers'
const GROUP = 'blocked-now'
const PUSHER = { name: 'sallyport', password: 's3cret&@+' }
/** Stored before the rule was thought of. */
const EARLIER = ['203.0.113.21', '203.0.113.22', '203.0.113.23']
/** Comes when it is in force. */
const LATER = '203.0.113.99'

let app: App
let browser: Browser
let firewall: PanosSimulator
let client: ApiClient
let visitor: Visitor
let rulePath: string

beforeAll(async () => {
  firewall = await startPanosSimulator({ hostname: 'fw-edge-01', admins: [PUSHER] })
  app = await startApp({ from: 'built' })
  client = await becomeAdministrator(app)
  await createSource(client)
  await mapNewList(client, firewall, { admin: PUSHER, list: LIST, group: GROUP })
  await sendThreats(client, [...EARLIER.map(src => ({ src })), { src: '203.0.113.24', severity: 'medium' }])
  await until(async () => (await alertCount()) === 4, { what: () => 'the alerts' })
  browser = await launchBrowser()
  visitor = await newVisitor(browser, { origin: app.url })
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await firewall?.stop()
})

const alertCount = async (): Promise<number> =>
  (await client.ask<{ alerts: { nodes: unknown[] } }>('{ alerts(first: 10) { nodes { id } } }')).alerts.nodes.length

const listed = async (): Promise<string[]> =>
  (
    await client.ask<{ lists: { entries: { nodes: { value: string }[] } }[] }>('{ lists { entries(first: 10) { nodes { value } } } }')
  ).lists.flatMap(({ entries }) => entries.nodes.map(({ value }) => value))

/** Types into a field that suggests, and takes the suggestion. */
async function choose(field: Locator, label: string): Promise<void> {
  await field.fill(label)
  await visitor.page.getByRole('option', { name: label, exact: true }).click()
}

// The steps of one story: each goes on where the one before it stopped.
describe('a rule decides', () => {
  it('is put together and read back in plain words', async () => {
    const { page } = visitor
    await signIn(page, ADMINISTRATOR)
    await page.getByRole('link', { name: 'Match Conditions', exact: true }).click()
    await page.getByRole('link', { name: 'Add', exact: true }).first().click()
    await page.getByRole('textbox', { name: 'Name' }).fill(RULE)
    const condition = page.getByRole('group', { name: 'Condition' }).first()
    await choose(condition.getByRole('combobox', { name: 'Field' }), 'Severity')
    await page.getByRole('button', { name: 'Add action' }).click()
    await page.getByRole('menuitem', { name: 'Add to a list' }).click()
    const action = page.getByRole('group', { name: 'Add to a list' })
    await action.getByLabel('List', { exact: true }).selectOption({ label: LIST })
    await action.getByLabel('Expires').selectOption({ label: 'after 7 days' })
    const reading = page.getByRole('complementary', { name: 'What the rule says' })
    await reading.getByText('Severity is at least high').waitFor()
    await reading.getByText(`Add the attacker to ‘${LIST}’ for 7 days`).waitFor()
  })

  it('is tried on stored alerts first: what it would have added', async () => {
    const { page } = visitor
    await page.getByRole('tab', { name: 'Preview' }).click()
    await page.getByRole('button', { name: 'Run preview' }).click()
    await page.getByText('would add 3').first().waitFor()
    expect(await listed()).toEqual([])
  })

  it('is created, off at first, and switched on without a question as it was tried', async () => {
    const { page } = visitor
    await page.getByRole('button', { name: 'Create' }).click()
    await page.waitForURL(/\/rules\/(?!new)/)
    rulePath = new URL(page.url()).pathname
    const mode = page.getByRole('radiogroup', { name: `Mode of ${RULE}` })
    expect(await mode.getByRole('radio', { name: 'Off' }).isChecked()).toBe(true)
    await mode.getByText('On', { exact: true }).click()
    await until(() => mode.getByRole('radio', { name: 'On', exact: true }).isChecked(), { what: () => 'the rule to be on' })
  })

  it('puts the attacker of a new alert on the list, and the firewall blocks it', async () => {
    // What is blocked already or below the severity stays out.
    await sendThreats(client, [{ src: '203.0.113.25', severity: 'low' }, { src: LATER }])
    await until(() => firewall.enforced(GROUP).includes(LATER), { deadlineMs: 20_000, what: () => 'the firewall' })
    expect(firewall.enforced(GROUP)).toEqual([LATER])
    expect(await listed()).toEqual([LATER])
  })

  it('tells on the incident what matched, what it did, and that the firewall has it', async () => {
    const { page } = visitor
    await page.goto(`/incidents/${await incidentOf(client, LATER)}`)
    for (const text of [RULE, `Added ${LATER}`]) await page.getByText(text).first().waitFor()
  })

  it('keeps a record of each match with the reasons', async () => {
    const { page } = visitor
    await page.goto(`${rulePath}?tab=matches`)
    await page.getByText('Severity is at least high').first().waitFor()
    await page.getByText(`Add the attacker to ‘${LIST}’`, { exact: false }).first().waitFor()
  })

  it('never puts a protected address on the list, and says so', async () => {
    const { page } = visitor
    const { protectionCreate } = await client.ask<{ protectionCreate: { userErrors: unknown[] } }>(
      'mutation Protect($input: ProtectionCreateInput!) { protectionCreate(input: $input) { userErrors { message } } }',
      { input: { kind: 'NETWORK', value: '203.0.113.200', description: 'Ours' } },
    )
    expect(protectionCreate.userErrors).toEqual([])
    await sendThreats(client, [{ src: '203.0.113.200' }])
    await page.goto(`${rulePath}?tab=matches`)
    await page.getByText('Protected: 203.0.113.200 (Ours)').first().waitFor()
    expect(await listed()).toEqual([LATER])
  })

  it('fits a telephone', async () => {
    const phone = await newVisitor(browser, { origin: app.url, width: 390, height: 844 })
    await phone.context.addCookies(await visitor.context.cookies())
    for (const path of ['/rules', rulePath, `${rulePath}?tab=matches`, '/rules/new']) {
      await phone.page.goto(path)
      await phone.page.getByRole('heading', { level: 1 }).waitFor()
      expect({ path, overflows: await overflows(phone.page) }).toEqual({ path, overflows: false })
    }
    expect(phone.faults).toEqual([])
  })

  it('leaves no script error, no breach of the content policy and no request to another site behind', () => {
    expect(visitor.faults).toEqual([])
  })
})
