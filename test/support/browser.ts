import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core'

/** Arguments of the packaged Chromium that would hide faults or suit only a single page. */
const UNWANTED = [
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--single-process',
  '--no-zygote',
  '--disable-site-isolation-trials',
]
/** A browser under test talks to nobody but the server under test. */
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter(argument => !UNWANTED.includes(argument)), ...QUIET],
    headless: true,
  })
}

export interface Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong on its pages: script errors, violations of the content policy, requests to other sites. */
  readonly faults: readonly string[]
}

export interface VisitorOptions {
  readonly origin: string
  readonly width?: number
  readonly height?: number
}

/** A person with a browser of their own: cookies and cache are not shared. */
export async function newVisitor(browser: Browser, { origin, width = 1280, height = 800 }: VisitorOptions): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: origin, viewport: { width, height }, locale: 'en-GB', timezoneId: 'Europe/Berlin' })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const faults: string[] = []
  page.on('pageerror', error => faults.push(`error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('request', request => {
    const { protocol, host } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && host !== new URL(origin).host) faults.push(`request to ${request.url()}`)
  })
  return { page, context, faults }
}

/** Whether the page is wider than the window: then it must be pushed about to be read. */
export const overflows = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
