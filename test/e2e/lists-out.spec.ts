import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMINISTRATOR, becomeAdministrator, createSource, type ApiClient } from '../support/api-client.js'
import { startApp, type App } from '../support/app.js'
import { launchBrowser, newVisitor, overflows, type Visitor } from '../support/browser.js'
import { signIn } from '../support/console.js'
import { EdlClient, startPanosSimulator, VSYS1, type PanosSimulator } from '../support/panos-simulator/index.js'
import { sendThreats } from '../support/threat-sender.js'
import { until } from '../support/until.js'

const ATTACKER = '203.0.113.8'
const LIST = 'Attackers'
const STATIC_GROUP = 'blocked-hosts'
const DYNAMIC_GROUP = 'blocked-now'
/** What an administrator of the firewall put into the group by hand. */
const BY_HAND = '198.51.100.77'
const PUSHER = { name: 'sallyport', password: 's3cret&@+' }
/** Entries are looked after at least that often, and a push takes its time. */
const EXPIRED_WITHIN_MS = 60_000

let app: App
let browser: Browser
let firewall: PanosSimulator
let client: ApiClient
let visitor: Visitor
let edl: EdlClient
let devicePath: string
let listPath: string

beforeAll(async () => {
  firewall = await startPanosSimulator({ hostname: 'fw-edge-01', admins: [PUSHER, { name: 'alice', password: 'a' }] })
  await makeGroupByHand()
  app = await startApp({ from: 'built' })
  client = await becomeAdministrator(app)
  await createSource(client)
  browser = await launchBrowser()
  visitor = await newVisitor(browser, { origin: app.url })
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await firewall?.stop()
})

async function makeGroupByHand(): Promise<void> {
  const alice = firewall.actAs('alice')
  alice.set(`${VSYS1}/address`, `<entry name="by-hand"><ip-netmask>${BY_HAND}</ip-netmask></entry>`)
  alice.set(`${VSYS1}/address-group`, `<entry name="${STATIC_GROUP}"><static><member>by-hand</member></static></entry>`)
  await alice.commit()
  await firewall.waitForCommit()
}

const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

async function open(page: Page, name: 'Lists' | 'Devices' | 'Incidents'): Promise<void> {
  await page.getByRole('link', { name, exact: true }).first().click()
  if (name === 'Incidents') await page.getByRole('group', { name: 'Queues' }).waitFor()
  else await page.getByRole('heading', { name, level: 1, exact: true }).waitFor()
}

/** The row of a mapping, once it says so. */
const mappingSays = (page: Page, group: string, state: string) =>
  page.getByRole('table', { name: 'List Mappings' }).getByRole('row').filter({ hasText: group }).filter({ hasText: state }).waitFor()

/** Begins a mapping on the device's page, and asks the device what is there today. */
async function lookAtGroup(page: Page, kind: string, groupName: string) {
  await page.getByRole('region', { name: 'List Mappings' }).getByRole('button', { name: 'Add' }).click()
  const panel = page.getByRole('dialog', { name: 'New Device Mapping' })
  await panel.getByRole('combobox', { name: 'List' }).click()
  await page.getByRole('option', { name: new RegExp(`^${LIST}`) }).click()
  await panel.getByLabel('Kind').selectOption({ label: kind })
  await panel.getByLabel('Group Name').fill(groupName)
  await panel.getByRole('button', { name: 'Look at the device' }).click()
  return panel
}

const fetched = async () => (await edl.refresh()).valid

// The steps of one story: each goes on where the one before it stopped.
describe('a list goes out', () => {
  it('is created and published, and shows its URLs', async () => {
    const { page } = visitor
    await signIn(page, ADMINISTRATOR)
    await open(page, 'Lists')
    await page.getByRole('button', { name: 'Add', exact: true }).first().click()
    const panel = page.getByRole('dialog', { name: 'New List' })
    await panel.getByLabel('Name').fill(LIST)
    await panel.getByLabel('Kind').selectOption({ label: 'Addresses' })
    await panel.getByLabel('Publish').check()
    await panel.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL('**/lists/*')
    listPath = new URL(page.url()).pathname
    await page.getByRole('link', { name: 'Show published URL' }).click()
    const url = (await page.getByRole('group', { name: 'PAN text' }).locator('code').textContent()) ?? ''
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/edl\/[\w-]{22,}\/attackers\.txt$/)
    edl = new EdlClient({ type: 'ip', url })
    const state = await until(async () => {
      const answer = await edl.refresh()
      return answer.outcome === 'loaded' && answer
    })
    expect(state).toMatchObject({ valid: [], totalInvalid: 0 })
  })

  it('gets a device, whose certificate a person trusts by its fingerprint', async () => {
    const { page } = visitor
    await open(page, 'Devices')
    await page.getByRole('button', { name: 'Add', exact: true }).first().click()
    const panel = page.getByRole('dialog', { name: 'New Network Device' })
    await panel.getByRole('textbox', { name: 'Name', exact: true }).fill('Edge')
    await panel.getByRole('textbox', { name: 'Hostname / IP', exact: true }).fill(firewall.address)
    await panel.getByLabel('Username').fill(PUSHER.name)
    await panel.getByLabel(/^Password/).fill(PUSHER.password)
    await panel.getByRole('button', { name: 'Test connection' }).click()
    await shows(page, 'The certificate of the device is not trusted')
    await shows(page, firewall.fingerprint)
    await panel.getByRole('button', { name: 'It is the same: trust this certificate' }).click()
    await shows(page, 'The device answers')
    await shows(page, firewall.device.serial)
    await panel.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL('**/devices/*')
    devicePath = new URL(page.url()).pathname
  })

  it('warns before it overwrites a group that was made by hand, and shows what would change', async () => {
    const { page } = visitor
    const panel = await lookAtGroup(page, 'Address group (static)', STATIC_GROUP)
    await panel.getByText(`${STATIC_GROUP} is on the device already, and was made by somebody else`).waitFor()
    expect(await panel.getByRole('list', { name: 'Removed' }).textContent()).toContain(BY_HAND)
    const save = panel.getByRole('button', { name: 'Save' })
    expect(await save.isDisabled()).toBe(true)
    expect(firewall.enforced(STATIC_GROUP)).toEqual([BY_HAND])
    expect(firewall.pendingChanges()).toEqual([])

    await panel.getByLabel(`Overwrite ${STATIC_GROUP}`).check()
    await save.click()
    await panel.waitFor({ state: 'hidden' })
    await mappingSays(page, STATIC_GROUP, 'In sync')
    expect(firewall.enforced(STATIC_GROUP)).not.toContain(BY_HAND)
    // The object is somebody else's, and stays.
    expect(firewall.running().names(`${VSYS1}/address/entry`)).toContain('by-hand')
  })

  it('is mapped to a dynamic group too, which is created', async () => {
    const { page } = visitor
    const panel = await lookAtGroup(page, 'Dynamic address group', DYNAMIC_GROUP)
    await panel.getByText(`There is nothing called ${DYNAMIC_GROUP} on the device yet`).waitFor()
    await panel.getByRole('button', { name: 'Save' }).click()
    await panel.waitFor({ state: 'hidden' })
    await mappingSays(page, DYNAMIC_GROUP, 'In sync')
    expect(firewall.enforced(DYNAMIC_GROUP)).toEqual([])
  })

  it('takes the attacker in from the incident: in force by tag without a commit, and in the static group with one', async () => {
    const { page } = visitor
    await sendThreats(client, [{ src: ATTACKER, dstuser: 'corp\\ann' }])
    await open(page, 'Incidents')
    const row = page.getByRole('row').filter({ hasText: 'INC-1' })
    const pill = page.getByRole('button', { name: /^1 new/ })
    await row.or(pill).first().waitFor()
    if (await pill.isVisible()) await pill.click()
    await row.click()
    await page.waitForURL('**/incidents/1')
    firewall.faults.holdCommits = true
    await page.getByRole('button', { name: 'Block…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Block' })
    await dialog.getByLabel(new RegExp(`^${ATTACKER.replaceAll('.', '\\.')}`)).check()
    await dialog.getByRole('button', { name: 'Block', exact: true }).click()
    await dialog.getByText('is blocked').waitFor()
    await dialog.getByRole('button', { name: 'Done' }).click()

    await until(() => firewall.enforced(DYNAMIC_GROUP).includes(ATTACKER), { deadlineMs: 20_000, what: () => 'the registration' })
    expect(firewall.enforced(STATIC_GROUP)).not.toContain(ATTACKER)
    firewall.faults.holdCommits = false
    await until(() => firewall.enforced(STATIC_GROUP).includes(ATTACKER), { deadlineMs: 20_000, what: () => 'the commit' })
    expect(firewall.enforced(STATIC_GROUP)).toEqual([ATTACKER])
  })

  it('is fetched by firewalls at its URL, and tells who has which version', async () => {
    const { page } = visitor
    await until(async () => (await fetched()).includes(ATTACKER), { what: () => 'the published version' })
    expect(edl.state()).toMatchObject({ valid: [ATTACKER], totalInvalid: 0 })
    await until(
      async () => {
        await page.goto(`${listPath}?tab=publishing`)
        await page.getByRole('heading', { name: 'Published URL' }).waitFor()
        return page.getByRole('table', { name: 'Fetched by' }).getByText('127.0.0.1').first().isVisible()
      },
      { what: () => 'the fetch to be shown' },
    )
  })

  it('explains the block: entry, incident, lists and firewalls', async () => {
    const { page } = visitor
    await open(page, 'Lists')
    const question = page.getByRole('textbox', { name: 'Value' }).first()
    await question.fill(ATTACKER)
    await question.press('Enter')
    const answer = page.getByRole('region', { name: 'Answer' })
    for (const text of [LIST, 'INC-1', ADMINISTRATOR.name, 'Edge']) await answer.getByText(text).first().waitFor()
  })

  it('says on the device page what is in sync, and what each run did', async () => {
    const { page } = visitor
    await page.goto(devicePath)
    await mappingSays(page, STATIC_GROUP, 'In sync')
    await mappingSays(page, DYNAMIC_GROUP, 'In sync')
    await shows(page, 'Succeeded')
  })

  it('lets an entry that expires leave every group and the published list by itself', async () => {
    const { page } = visitor
    await expireSoon()
    const everywhere = async () => [...firewall.enforced(STATIC_GROUP), ...firewall.enforced(DYNAMIC_GROUP), ...(await fetched())]
    await until(async () => !(await everywhere()).includes(ATTACKER), {
      deadlineMs: EXPIRED_WITHIN_MS,
      intervalMs: 200,
      what: () => 'the entry to leave',
    })
    // No group is ever empty, and no body.
    expect(firewall.running().texts(`${VSYS1}/address-group/entry[@name='${STATIC_GROUP}']/static/member`)).toHaveLength(1)
    expect(edl.state()).toMatchObject({ outcome: 'loaded', valid: [], totalInvalid: 0 })
    await page.goto(`${listPath}?tab=removed`)
    for (const group of [STATIC_GROUP, DYNAMIC_GROUP]) await shows(page, `Edge: ${group} in sync`)
    await page.getByRole('row').filter({ hasText: ATTACKER }).filter({ hasText: 'Expired' }).waitFor()
  })

  it('fits a telephone', async () => {
    const phone = await newVisitor(browser, { origin: app.url, width: 390, height: 844 })
    await phone.context.addCookies(await visitor.context.cookies())
    for (const [path, text] of [
      ['/lists', LIST],
      [listPath, LIST],
      [`${listPath}?tab=publishing`, 'Published URL'],
      ['/devices', 'Edge'],
      [devicePath, DYNAMIC_GROUP],
    ] as const) {
      await phone.page.goto(path)
      await shows(phone.page, text)
      expect({ path, overflows: await overflows(phone.page) }).toEqual({ path, overflows: false })
    }
    expect(phone.faults).toEqual([])
  })

  it('leaves no script error, no breach of the content policy and no request to another site behind', () => {
    expect(visitor.faults).toEqual([])
  })
})

/** The page offers hours and days; here it is seconds. */
async function expireSoon(): Promise<void> {
  const { lists } = await client.ask<{ lists: { entries: { nodes: { id: string; value: string }[] } }[] }>(
    '{ lists { entries(first: 10) { nodes { id value } } } }',
  )
  const entry = lists.flatMap(({ entries }) => entries.nodes).find(({ value }) => value === ATTACKER)
  const { listEntryUpdate } = await client.ask<{ listEntryUpdate: { userErrors: unknown[] } }>(
    'mutation Expire($input: ListEntryUpdateInput!) { listEntryUpdate(input: $input) { userErrors { message } } }',
    { input: { id: entry?.id, expiresAt: new Date(Date.now() + 3_000).toISOString() } },
  )
  expect(listEntryUpdate.userErrors).toEqual([])
}
