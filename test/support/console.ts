import type { Page } from 'playwright-core'
import type { Credentials } from './api-client.js'

/** Signs a person in on the console's own form, and waits for the first page. */
export async function signIn(page: Page, { name, password }: Credentials): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL('**/alerts')
}
