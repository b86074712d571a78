import { setInterval as every } from 'node:timers/promises'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMINISTRATOR, becomeAdministrator, createSource, type ApiClient, type Credentials } from '../support/api-client.js'
import { startApp, type App } from '../support/app.js'
import { launchBrowser, newVisitor, overflows, type Visitor } from '../support/browser.js'
import { signIn } from '../support/console.js'
import { chooseOption, countIncidents, createUser } from '../support/incidents.js'
import { keepScreenshots } from '../support/screenshots.js'
import { sendThreats, type ThreatFields } from '../support/threat-sender.js'
import { until } from '../support/until.js'

const ANALYST: Credentials = { name: 'Bela', password: 'a quiet evening at the gate' }
const SWEEP = 'Made-up Port Sweep'
const SWEPT = 500
/** Hosts that are attacked by something worse. */
const OTHERS = 30
const PER_SECOND = 50
const SECONDS = 10
const TICKED = 20
/** Tick, number, severity, state, title, due, linked by, alerts. */
const ALERTS_CELL = 7
const BULK_WITHIN_MS = 120_000

let app: App
let browser: Browser
let client: ApiClient
let visitor: Visitor
let second: Visitor

beforeAll(async () => {
  app = await startApp({ from: 'built' })
  client = await becomeAdministrator(app)
  await createSource(client)
  await createUser(client, ANALYST, 'ANALYST')
  browser = await launchBrowser()
  visitor = await newVisitor(browser, { origin: app.url })
  second = await newVisitor(browser, { origin: app.url })
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

keepScreenshots('e1-queue', () => [visitor, second])

const sweep = (index: number): ThreatFields => ({
  threatid: `${SWEEP}(91992)`,
  severity: 'high',
  dst: `10.${20 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`,
})

const attack = (host: number): ThreatFields => ({ dst: `10.9.${host >> 8}.${host & 255}` })

const closed = (filter: Readonly<Record<string, unknown>> = {}) => countIncidents(client, { ...filter, state: ['CLOSED'] })

// The steps of one story: each goes on where the one before it stopped.
describe('five hundred incidents at once', () => {
  it('come from 500 hosts that are swept', async () => {
    await sendThreats(
      client,
      Array.from({ length: OTHERS }, (_, index) => attack(index + 1)),
    )
    await sendThreats(
      client,
      Array.from({ length: SWEPT }, (_, index) => sweep(index + 1)),
    )
    await until(async () => (await countIncidents(client, {})) === SWEPT + OTHERS, { deadlineMs: 60_000, what: () => 'the incidents' })
  })

  it('are found by a query and taken as all that match', async () => {
    const { page } = visitor
    await signIn(page, ADMINISTRATOR)
    await page.getByRole('link', { name: 'Incidents', exact: true }).click()
    const search = page.getByRole('searchbox', { name: 'Search incidents' })
    await search.fill('severity:high "port sweep"')
    await search.press('Enter')
    await page.getByText(/^Query: severity:high/).waitFor()
    await page.locator('[role=grid][aria-busy=false]').waitFor()
    await page.getByRole('checkbox', { name: 'Select all rows shown' }).check()
    await page.getByRole('button', { name: `Select all ${SWEPT} matching` }).click()
    await page.getByText(`All ${SWEPT} matching`).waitFor()
  })

  it('are closed as one job that tells how far it is', async () => {
    const { page } = visitor
    await page.getByRole('button', { name: 'Close…' }).click()
    const dialog = page.getByRole('dialog', { name: `Close ${SWEPT} incidents` })
    await dialog.getByLabel('Summary').fill('Our own scanner')
    const submit = dialog.getByRole('button', { name: `Close ${SWEPT} incidents` })
    await submit.click()
    await dialog.getByText('Choose what it was').waitFor()
    await chooseOption(page, 'Disposition', 'False positive')
    await submit.click()
    await dialog.waitFor({ state: 'hidden' })
    const tray = page.getByRole('region', { name: 'Jobs' })
    await tray.getByText(new RegExp(`(of ${SWEPT}|^${SWEPT} incidents)`)).waitFor()
    await tray.getByText(`${SWEPT} incidents`, { exact: true }).waitFor({ timeout: BULK_WITHIN_MS })
    expect(await closed({ disposition: 'False positive' })).toBe(SWEPT)
    expect(await countIncidents(client, {})).toBe(SWEPT + OTHERS)
    expect(await closed()).toBe(SWEPT)
  })

  it('are all open again when it is taken back', async () => {
    const { page } = visitor
    const tray = page.getByRole('region', { name: 'Jobs' })
    await tray.getByRole('button', { name: 'Undo' }).click()
    await tray.getByText('Taken back', { exact: true }).waitFor({ timeout: BULK_WITHIN_MS })
    expect(await closed()).toBe(0)
    expect(await countIncidents(client, { state: ['NEW'] })).toBe(SWEPT + OTHERS)
    expect(await countIncidents(client, { disposition: 'False positive' })).toBe(0)
    await tray.getByRole('button', { name: /^Dismiss/ }).click()
  })
})

/** All of what is the reader's own, as the browser has it. */
const READERS_OWN = `(() => {
  const grid = document.querySelector('[role=grid]')
  const search = document.querySelector('input[type=search]')
  return JSON.stringify({
    rows: [...grid.querySelectorAll('[role=row][aria-rowindex]')]
      .map(row => [Number(row.getAttribute('aria-rowindex')), row.querySelector('a')?.textContent, row.querySelector('input')?.checked])
      .filter(([index]) => index > 1).sort(([a], [b]) => a - b),
    text: search.value,
    focused: document.activeElement === search,
    caret: [search.selectionStart, search.selectionEnd],
    place: [grid.getBoundingClientRect().top, grid.scrollTop],
    address: location.href,
    selected: document.querySelector('[aria-label=Selection] [role=status]')?.textContent,
  })
})()`

describe('fifty alerts a second', () => {
  it('change nothing of what somebody is at: rows, ticks, text, caret, address', async () => {
    const { page } = visitor
    await page.goto('/incidents?severity=CRITICAL')
    const ticks = page.getByRole('checkbox', { name: /^Select INC-/ })
    await ticks.nth(TICKED - 1).waitFor()
    const labels = await Promise.all((await ticks.all()).slice(0, TICKED).map(tick => tick.getAttribute('aria-label')))
    for (const label of labels) await page.getByRole('checkbox', { name: label ?? '', exact: true }).check()
    await page.getByText(`${TICKED} selected`, { exact: true }).waitFor()
    const search = page.getByRole('searchbox', { name: 'Search incidents' })
    await search.pressSequentially('severity:cri')
    const alerts = page.getByRole('row').nth(1).getByRole('gridcell').nth(ALERTS_CELL)
    expect(await alerts.textContent()).toBe('1')
    const before = await page.evaluate<string>(READERS_OWN)
    expect(JSON.parse(before)).toMatchObject({ text: 'severity:cri', focused: true, selected: `${TICKED} selected` })

    let sent = 0
    for await (const _ of every(100)) {
      // Of five alerts three are of incidents on show, and two of hosts that were not attacked before.
      const known = [0, 1, 2].map(index => ((sent / 5) * 3 + index) % OTHERS)
      const hosts = [...known, 1_000 + sent, 1_001 + sent]
      await sendThreats(
        client,
        hosts.map(host => attack(host + 1)),
      )
      sent += hosts.length
      expect(await page.evaluate<string>(READERS_OWN)).toBe(before)
      if (sent >= PER_SECOND * SECONDS) break
    }
    const fresh = (sent / 5) * 2
    await page.getByRole('button', { name: `${fresh} new or changed · ${fresh} critical` }).waitFor()
    expect(await page.evaluate<string>(READERS_OWN)).toBe(before)
    // What is on show was brought up to date where it stands.
    await until(async () => (await alerts.textContent()) !== '1', { what: () => 'the first row to change' })
  })

  it('are counted on the pill, and shown when it is pressed, while the ticks stay', async () => {
    const { page } = visitor
    const before = await page.getByRole('row').nth(1).textContent()
    await page.getByRole('button', { name: /new or changed/ }).click()
    await until(async () => (await page.getByRole('row').nth(1).textContent()) !== before, { what: () => 'the new rows' })
    await page.getByText(new RegExp(`^${TICKED} selected`)).waitFor()
    await page.getByRole('button', { name: /new or changed/ }).waitFor({ state: 'hidden' })
    expect(await page.getByRole('searchbox', { name: 'Search incidents' }).inputValue()).toBe('severity:cri')
    await page.getByRole('button', { name: 'Clear', exact: true }).click()
  })
})

describe('a saved view', () => {
  it('is saved with its filter, shared, and counted for somebody else', async () => {
    const { page } = visitor
    await page.goto('/incidents?severity=HIGH')
    await page.getByRole('row').filter({ hasText: SWEEP }).first().waitFor()
    await page.getByRole('button', { name: 'Views' }).click()
    await page.getByRole('menuitem', { name: 'Save this view…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Save this view' })
    await dialog.getByLabel('Name').fill('The sweep')
    await dialog.getByLabel('Share with everybody').check()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: `The sweep ${SWEPT}` }).waitFor()

    await signIn(second.page, ANALYST)
    await second.page.goto('/incidents')
    await second.page.getByRole('button', { name: `The sweep ${SWEPT}` }).click()
    await second.page.waitForURL(/severity=HIGH/)
    await second.page.getByRole('row').filter({ hasText: SWEEP }).first().waitFor()
    expect(await second.page.getByRole('row').filter({ hasText: 'Remote Code' }).count()).toBe(0)
  })

  it('counts again when incidents come', async () => {
    await sendThreats(client, [sweep(SWEPT + 1)])
    await second.page.getByRole('button', { name: `The sweep ${SWEPT + 1}` }).waitFor({ timeout: 40_000 })
  })
})

describe('without a mouse', () => {
  /** Presses Tab until it is there. */
  async function tabTo(page: Page, field: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      if ((await field.and(page.locator(':focus')).count()) === 1) return
      await page.keyboard.press(key)
    }
    throw new Error(`${field.toString()} is not reached by ${key}`)
  }

  it('an incident is closed, from sign-in on', async () => {
    await sendThreats(client, [attack(5_000), attack(5_001)])
    const typist = await newVisitor(browser, { origin: app.url })
    const { page } = typist
    await page.goto('/sign-in')
    const name = page.getByLabel('Name')
    await name.waitFor()
    await tabTo(page, name)
    await page.keyboard.type(ANALYST.name)
    await tabTo(page, page.getByLabel('Password', { exact: true }))
    await page.keyboard.type(ANALYST.password)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/alerts')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await page.waitForURL('**/incidents')
    await page
      .getByRole('checkbox', { name: /^Select INC-/ })
      .first()
      .waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const cursor = page.locator('[role=row][data-cursor=true]')
    const number = (await cursor.getByRole('link').first().textContent()) ?? ''
    expect(number).toMatch(/^INC-\d+$/)
    await page.keyboard.press('o')
    await page.waitForURL(`**/incidents/${number.slice(4)}`)
    await page.getByRole('button', { name: 'Close', exact: true }).waitFor()
    await page.keyboard.press('e')
    const dialog = page.getByRole('dialog', { name: `Close ${number}` })
    const summary = dialog.getByLabel('Summary')
    await summary.and(page.locator(':focus')).waitFor()
    await page.keyboard.type('Typed, not clicked')
    await tabTo(page, dialog.getByRole('combobox', { name: 'Disposition' }), 'Shift+Tab')
    await page.keyboard.type('Benign')
    await page.getByRole('listbox').getByRole('option', { name: 'Benign, expected' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await tabTo(page, dialog.getByRole('button', { name: 'Close incident' }))
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    const { incident } = await client.ask<{ incident: { state: string; disposition: string; closeSummary: string } }>(
      'query One($number: BigInt!) { incident(number: $number) { state disposition closeSummary } }',
      { number: number.slice(4) },
    )
    expect(incident).toEqual({ state: 'CLOSED', disposition: 'Benign, expected', closeSummary: 'Typed, not clicked' })
    expect(typist.faults).toEqual([])
  })
})

describe('on a telephone', () => {
  it('the queue does not stick out', async () => {
    const phone = await newVisitor(browser, { origin: app.url, width: 390, height: 844 })
    await phone.context.addCookies(await visitor.context.cookies())
    for (const path of ['/incidents', '/incidents?q=severity%3Ahigh&severity=HIGH', '/overview']) {
      await phone.page.goto(path)
      await phone.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
      expect({ path, overflows: await overflows(phone.page) }).toEqual({ path, overflows: false })
    }
    expect(phone.faults).toEqual([])
  })
})

it('leaves no script error, no breach of the content policy and no request to another site behind', () => {
  expect([...visitor.faults, ...second.faults]).toEqual([])
})
