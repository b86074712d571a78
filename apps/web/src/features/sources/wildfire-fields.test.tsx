import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildIngestStatus, buildSource, connectionOf } from '../../testing/builders'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { SourcesPage } from './sources-page'

const setUp = (sources: object[]) => {
  const api = createFakeApi()
    .on('SourcesPage_Query', () => ({ sources, ingestStatus: buildIngestStatus() }))
    .on('UnreadableLines_Query', () => ({ unreadableLines: connectionOf([]) }))
  return renderPage(<SourcesPage />, { api })
}

const open = async ({ user }: Pick<ReturnType<typeof setUp>, 'user'>, button: string) => {
  await user.click(await screen.findByRole('button', { name: button }))
  return within(await screen.findByRole('dialog'))
}

const enter = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })
const answers = (test: object | null, userErrors: readonly object[] = []) => ({ wildfireTest: { test, userErrors } })
const STORED = buildSource({ wildfireApiEnabled: true, wildfireApiKeySet: true })

describe('WildFire on a source', () => {
  it('says where it is asked, and how often it may be', async () => {
    setUp([STORED])
    expect(
      await screen.findByText('enabled, key stored; 1,050 queries a day at https://wildfire.paloaltonetworks.com/publicapi'),
    ).toBeTruthy()
  })

  it('says that nothing is asked without a key', async () => {
    setUp([buildSource({ wildfireApiEnabled: true })])
    expect(await screen.findByText('enabled, but there is no key: nothing is asked')).toBeTruthy()
  })

  it('is tried with the stored key', async () => {
    const view = setUp([STORED])
    const { user, api } = view
    api.on('WildfireTest_Mutation', () => answers({ ok: true, message: 'The key works.', milliseconds: 120 }))
    const panel = await open(view, 'Edit')
    await user.click(panel.getByText('Test key'))
    expect(await panel.findByText('WildFire answers (120 ms)')).toBeTruthy()
    expect(api.calls('WildfireTest_Mutation')).toEqual([{ input: { sourceId: 'source-1' } }])
  })

  it('is tried at another cloud of the suggestions, with the key that is typed', async () => {
    const view = setUp([STORED])
    const { user, api } = view
    const apiUrl = 'https://eu.wildfire.paloaltonetworks.com/publicapi'
    const panel = await open(view, 'Edit')
    await user.click(panel.getByLabelText('API URL', { selector: 'input' }))
    await user.click(await screen.findByText(apiUrl))
    api.on('WildfireTest_Mutation', () => answers(null, [{ message: 'Enter the key again', field: ['apiKey'], code: 'INVALID' }]))
    await user.click(panel.getByText('Test key'))
    expect(await panel.findByText('Enter the key again')).toBeTruthy()
    enter(panel.getByLabelText('API Key'), 'key-1')
    api.on('WildfireTest_Mutation', () => answers({ ok: false, message: 'WildFire refuses the key', milliseconds: 90 }))
    await user.click(panel.getByText('Test key'))
    expect(await panel.findByText('WildFire refuses the key')).toBeTruthy()
    expect(api.calls('WildfireTest_Mutation')).toEqual([
      { input: { sourceId: 'source-1', apiUrl } },
      { input: { sourceId: 'source-1', apiUrl, apiKey: 'key-1' } },
    ])
  })

  it('is saved: only what was changed', async () => {
    const view = setUp([STORED])
    const { user, api } = view
    api.on('SourceUpdate_Mutation', () => ({ sourceUpdate: { source: STORED, userErrors: [] } }))
    const panel = await open(view, 'Edit')
    enter(panel.getByLabelText('API URL', { selector: 'input' }), 'http://wildfire.corp.example')
    enter(panel.getByLabelText('Daily quota'), '17500')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('The key must not travel in clear: use https://')).toBeTruthy()
    enter(panel.getByLabelText('API URL', { selector: 'input' }), 'https://wildfire.corp.example')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(api.calls('SourceUpdate_Mutation')).toEqual([
      {
        input: { id: 'source-1', expectedVersion: 1, wildfireApiUrl: 'https://wildfire.corp.example', wildfireDailyQuota: 17_500 },
      },
    ])
  })
})
