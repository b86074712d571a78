import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMINISTRATOR, becomeAdministrator, createSource, type ApiClient, type Credentials } from '../support/api-client.js'
import { startApp, type App } from '../support/app.js'
import { launchBrowser, newVisitor, overflows, type Visitor } from '../support/browser.js'
import { signIn } from '../support/console.js'
import { createUser, incidentOf } from '../support/incidents.js'
import { mapNewList } from '../support/mapped-list.js'
import { startPanosSimulator, type PanosSimulator } from '../support/panos-simulator/index.js'
import { keepScreenshots } from '../support/screenshots.js'
import { sendThreats } from '../support/threat-sender.js'
import { until } from '../support/until.js'

const ANALYST: Credentials = { name: 'Bela', password: 'a quiet evening at the gate' }
const PUSHER = { name: 'sallyport', password: 's3cret&@+' }
const GROUP = 'blocked-now'
/** Who else looks is told every 20 s. */
const SEEN_WITHIN_MS = 45_000
const [FIRST, SECOND, OTHER] = ['203.0.113.31', '203.0.113.32', '203.0.113.33'] as const

let app: App
let browser: Browser
let firewall: PanosSimulator
let client: ApiClient
let ada: Visitor
let bela: Visitor
/** Numbers of the incident with FIRST and SECOND, and of the one with OTHER. */
let main = ''
let other = ''

beforeAll(async () => {
  firewall = await startPanosSimulator({ hostname: 'fw-edge-01', admins: [PUSHER] })
  app = await startApp({ from: 'built' })
  client = await becomeAdministrator(app)
  await createSource(client)
  await createUser(client, ANALYST, 'ANALYST')
  await mapNewList(client, firewall, { admin: PUSHER, list: 'Attackers', group: GROUP })
  await sendThreats(client, [
    { src: FIRST, dst: '10.1.1.11' },
    { src: SECOND, dst: '10.1.1.11' },
    { src: OTHER, dst: '10.1.1.12' },
  ])
  other = await until(() => incidentOf(client, OTHER), { what: () => 'the incidents' })
  main = await until(() => incidentOf(client, SECOND), { what: () => 'the incident' })
  browser = await launchBrowser()
  ada = await newVisitor(browser, { origin: app.url })
  bela = await newVisitor(browser, { origin: app.url })
  await signIn(ada.page, ADMINISTRATOR)
  await signIn(bela.page, ANALYST)
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await firewall?.stop()
})

keepScreenshots('e1-incident', () => [ada, bela])

interface IncidentFacts {
  readonly state: string
  readonly title: string
  readonly alertCount: string
  readonly mergedInto: { readonly number: string } | null
}

const factsOf = async (number: string): Promise<IncidentFacts> =>
  (
    await client.ask<{ incident: IncidentFacts }>(
      'query One($number: BigInt!) { incident(number: $number) { state title alertCount mergedInto { number } } }',
      { number },
    )
  ).incident

async function openIncident(page: Page, number: string, query = ''): Promise<void> {
  await page.goto(`/incidents/${number}${query}`)
  await page.getByRole('heading', { level: 1, name: new RegExp(`INC-${number}`) }).waitFor()
}

// The steps of one story: each goes on where the one before it stopped.
describe('two people at one incident', () => {
  it('see that the other looks', async () => {
    await openIncident(ada.page, main)
    await openIncident(bela.page, main)
    const seen = (page: Page, name: string) => page.getByRole('group', { name: 'Also looking' }).getByTitle(name).first()
    await seen(bela.page, ADMINISTRATOR.name).waitFor({ timeout: SEEN_WITHIN_MS })
    await seen(ada.page, ANALYST.name).waitFor({ timeout: SEEN_WITHIN_MS })
  })

  const begin = async (page: Page, title: string) => {
    await page.getByRole('button', { name: 'Change the title' }).click()
    await page.getByRole('textbox', { name: `Title of INC-${main}` }).fill(title)
  }
  const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click()
  const titled = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: `INC-${main} ${title}` }).waitFor()

  it('overwrite nothing: who comes second sees both versions, and may keep the own one', async () => {
    await begin(bela.page, 'As Bela says')
    await begin(ada.page, 'As Ada says')
    await save(ada.page)
    await titled(ada.page, 'As Ada says')
    await save(bela.page)
    const both = bela.page.getByRole('group', { name: 'Both versions' })
    for (const title of ['As Bela says', 'As Ada says']) await both.getByText(title).waitFor()
    expect((await factsOf(main)).title).toBe('As Ada says')
    await both.getByRole('button', { name: 'Keep mine' }).click()
    for (const { page } of [bela, ada]) await titled(page, 'As Bela says')
    expect((await factsOf(main)).title).toBe('As Bela says')
  })

  it('or take what the other wrote', async () => {
    await begin(ada.page, 'No, as Ada says')
    await begin(bela.page, 'Bela was faster')
    await save(bela.page)
    await titled(bela.page, 'Bela was faster')
    await save(ada.page)
    await ada.page.getByRole('button', { name: 'Take theirs' }).click()
    await ada.page.getByRole('group', { name: 'Both versions' }).waitFor({ state: 'hidden' })
    await titled(ada.page, 'Bela was faster')
    expect((await factsOf(main)).title).toBe('Bela was faster')
  })
})

describe('alerts that belong together', () => {
  it('are merged into one incident', async () => {
    const { page } = ada
    await openIncident(page, other)
    await page.getByRole('button', { name: 'Merge', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: `Merge INC-${other} into…` })
    await dialog.getByLabel('Search incidents').fill(`INC-${main}`)
    await dialog.getByRole('radio', { name: new RegExp(`^INC-${main} `) }).check()
    await dialog.getByRole('button', { name: `Merge into INC-${main}` }).click()
    await page.waitForURL(`**/incidents/${main}`)
    await page.getByText(`Merged: 1 alert from INC-${other} to INC-${main}`).waitFor()
    expect(await factsOf(main)).toMatchObject({ alertCount: '3' })
    expect(await factsOf(other)).toMatchObject({ alertCount: '0', mergedInto: { number: main } })
  })

  it('and are two again when that is undone', async () => {
    const { page } = ada
    const merged = page.getByRole('region', { name: 'Merged and taken out' })
    await merged.getByRole('button', { name: 'Undo' }).click()
    await merged.getByText(/, undone$/).waitFor()
    expect(await factsOf(main)).toMatchObject({ alertCount: '2' })
    expect(await factsOf(other)).toMatchObject({ alertCount: '1', mergedInto: null })
    expect((await factsOf(other)).state).not.toBe('CLOSED')
  })

  it('are taken out into an incident of their own', async () => {
    const { page } = ada
    await openIncident(page, main, '?tab=alerts')
    await page.getByRole('row').filter({ hasText: SECOND }).getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Take out…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Take out 1 alert' })
    await dialog.getByRole('button', { name: 'Make an incident of them' }).click()
    await page
      .getByRole('region', { name: 'Taken out' })
      .getByText(/1 alert is in INC-\d+ now/)
      .waitFor()
    const into = (await incidentOf(client, SECOND)) ?? ''
    expect([main, other]).not.toContain(into)
    expect(await factsOf(into)).toMatchObject({ alertCount: '1' })
    expect(await factsOf(main)).toMatchObject({ alertCount: '1' })
    await page.getByRole('row').filter({ hasText: SECOND }).waitFor({ state: 'hidden' })
  })

  it('and are put back', async () => {
    const { page } = ada
    await page.getByRole('region', { name: 'Taken out' }).getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('row').filter({ hasText: SECOND }).waitFor()
    expect(await incidentOf(client, SECOND)).toBe(main)
    expect(await factsOf(main)).toMatchObject({ alertCount: '2' })
  })
})

describe('the answer to it', () => {
  it('blocks several values at once, and the firewall has them', async () => {
    const { page } = ada
    await openIncident(page, main)
    await page.getByRole('button', { name: 'Block…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Block' })
    for (const value of [FIRST, SECOND]) await dialog.getByLabel(new RegExp(`^${value.replaceAll('.', '\\.')}`)).check()
    await dialog.getByRole('button', { name: 'Block 2 values' }).click()
    await until(async () => (await dialog.getByText('is blocked').count()) === 2, { what: () => 'both answers' })
    await dialog.getByRole('button', { name: 'Done' }).click()
    await until(() => [FIRST, SECOND].every(value => firewall.enforced(GROUP).includes(value)), {
      deadlineMs: 20_000,
      what: () => 'the firewall',
    })
  })

  it('is told in the timeline, each thing with its cause', async () => {
    const { page } = ada
    await page.getByLabel('Comment').fill('**Patched** by <b>us</b>, see `CHG-7`')
    await page.getByRole('button', { name: 'Comment', exact: true }).click()
    const timeline = page.getByRole('region', { name: 'Timeline' })
    await timeline.locator('strong', { hasText: /^Patched$/ }).waitFor()
    await timeline.locator('code', { hasText: 'CHG-7' }).waitFor()
    expect(await timeline.locator('b').count()).toBe(0)
    const told = (kind: string, text: string | RegExp) => timeline.locator(`[data-kind=${kind}]`).filter({ hasText: text }).first()
    await told('LIST', FIRST).getByRole('link', { name: 'Attackers' }).waitFor()
    await told('PUSH', FIRST).getByRole('link', { name: 'Edge' }).waitFor()
    await told('ALERTS', 'Made-up Remote Code Execution').waitFor()
    await told('STATE', `${ADMINISTRATOR.name} began to look at it`).waitFor()
    await told('MERGE', ADMINISTRATOR.name).waitFor()
    await told('FIELD', 'Bela was faster').waitFor()
  })

  it('fits a telephone', async () => {
    const phone = await newVisitor(browser, { origin: app.url, width: 390, height: 844 })
    await phone.context.addCookies(await ada.context.cookies())
    for (const path of [`/incidents/${main}`, `/incidents/${main}?tab=alerts`, '/overview']) {
      await phone.page.goto(path)
      await phone.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
      await phone.page
        .getByText(/Alerts/)
        .first()
        .waitFor({ state: 'attached' })
      expect({ path, overflows: await overflows(phone.page) }).toEqual({ path, overflows: false })
    }
    expect(phone.faults).toEqual([])
  })

  it('leaves no script error, no breach of the content policy and no request to another site behind', () => {
    expect([...ada.faults, ...bela.faults]).toEqual([])
  })
})
