import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { buildFeed } from '../../testing/enrichment-builders'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { Feeds } from './feeds'

const setUp = (feeds: object[] = [], permissions?: readonly string[]) => {
  const state = { feeds }
  const api = createFakeApi().on('Feeds_Query', () => state)
  return { ...renderPage(<Feeds />, { api, ...(permissions && { viewer: { permissions } }) }), state }
}

const enter = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

describe('feeds', () => {
  it('say how many entries they hold, how old they are, and what went wrong', async () => {
    setUp([
      buildFeed({ skippedCount: 3, fetchedAt: new Date(Date.now() - 60_000).toISOString() }),
      buildFeed({ id: 'feed-2', name: 'Domains', kind: 'DOMAIN', error: 'HTTP 503' }),
      buildFeed({ id: 'feed-3', name: 'New', succeededAt: null, fetchedAt: null, entryCount: 0 }),
      buildFeed({ id: 'feed-4', name: 'Old', enabled: false }),
    ])
    const row = async (name: RegExp) => within(await screen.findByRole('row', { name }))
    const attackers = await row(/^Attackers/)
    for (const text of [
      'Working',
      '12,345',
      '3 lines skipped',
      'Addresses and networks',
      'https://feeds.example/block.txt',
      /^in 5\d min$/,
    ])
      expect(attackers.getByText(text)).toBeTruthy()
    expect((await row(/^Domains/)).getByText('HTTP 503. The last good one is in use.')).toBeTruthy()
    const fresh = await row(/^New/)
    for (const text of ['Not fetched yet', 'never fetched', 'soon']) expect(fresh.getByText(text)).toBeTruthy()
    const old = await row(/^Old/)
    expect(old.getByText('Off')).toBeTruthy()
    expect(old.getByText('not fetched')).toBeTruthy()
  })

  it('offer nothing to somebody who may only read', async () => {
    setUp([buildFeed()], ['enrichment:read'])
    await screen.findByRole('row', { name: /^Attackers/ })
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('take another, of a column of a CSV file', async () => {
    const { user, api, state } = setUp()
    api.on('FeedCreate_Mutation', () => {
      state.feeds = [buildFeed()]
      return { feedCreate: { feed: buildFeed(), userErrors: [] } }
    })
    await user.click(await screen.findByRole('button', { name: 'Add a feed' }))
    const panel = within(await screen.findByRole('dialog', { name: 'New Feed' }))
    enter(panel.getByLabelText(/^Name/), 'Attackers')
    enter(panel.getByLabelText(/^Location/), 'ftp://feeds.example/block.csv')
    await user.selectOptions(panel.getByLabelText('Holds'), 'Domains')
    await user.selectOptions(panel.getByLabelText('Format'), 'A column of a CSV file')
    enter(panel.getByLabelText('Column'), '2')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Only https:// and http:// URLs')).toBeTruthy()
    enter(panel.getByLabelText(/^Location/), 'https://feeds.example/block.csv')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('row', { name: /^Attackers/ })).toBeTruthy()
    expect(api.calls('FeedCreate_Mutation')).toEqual([
      {
        input: {
          name: 'Attackers',
          enabled: true,
          kind: 'DOMAIN',
          location: 'https://feeds.example/block.csv',
          format: 'CSV',
          csvColumn: 2,
          intervalSeconds: 3_600,
          score: 80,
          weight: 50,
        },
      },
    ])
  })

  it('keep their kind, and write only what was changed', async () => {
    const { user, api } = setUp([buildFeed()])
    api.on('FeedUpdate_Mutation', () => ({ feedUpdate: { feed: buildFeed({ version: 2, score: 100 }), userErrors: [] } }))
    await user.click(await screen.findByRole('button', { name: 'Edit Attackers' }))
    const panel = within(await screen.findByRole('dialog', { name: 'Edit Feed' }))
    expect(panel.getByLabelText<HTMLSelectElement>('Holds').disabled).toBe(true)
    enter(panel.getByLabelText('Score'), '100')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('100, weight 50')).toBeTruthy()
    expect(api.calls('FeedUpdate_Mutation')).toEqual([{ input: { id: 'feed-1', expectedVersion: 1, score: 100 } }])
  })

  it('tell what another changed meanwhile, and take all of theirs', async () => {
    const { user, api } = setUp([buildFeed()])
    api.on('FeedUpdate_Mutation', () => ({
      feedUpdate: {
        feed: buildFeed({ version: 2, score: 10 }),
        userErrors: [{ message: 'Changed', field: ['expectedVersion'], code: 'CONFLICT' }],
      },
    }))
    await user.click(await screen.findByRole('button', { name: 'Edit Attackers' }))
    const panel = within(await screen.findByRole('dialog'))
    enter(panel.getByLabelText('Score'), '100')
    await user.click(panel.getByRole('button', { name: 'Save' }))
    expect(await panel.findByText('Somebody else saved this feed meanwhile')).toBeTruthy()
    expect(panel.getByLabelText<HTMLInputElement>('Score').value).toBe('100')
    await user.click(panel.getByRole('button', { name: 'Take all of theirs' }))
    expect(panel.getByLabelText<HTMLInputElement>('Score').value).toBe('10')
  })

  it('are fetched now, and show it when it is done', async () => {
    const { user, api, state } = setUp([buildFeed()])
    api.on('FeedFetch_Mutation', () => ({ feedFetch: { feed: buildFeed(), userErrors: [] } }))
    await user.click(await screen.findByRole('button', { name: 'Fetch Attackers now' }))
    expect(await screen.findByText('Attackers is being fetched')).toBeTruthy()
    expect(api.calls('FeedFetch_Mutation')).toEqual([{ input: { id: 'feed-1' } }])
    await waitFor(() => expect(api.opened('EnrichmentEvents_Subscription')).toBe(1))
    state.feeds = [buildFeed({ entryCount: 777 })]
    await api.emit('EnrichmentEvents_Subscription', { enrichmentChanged: { observables: [], settings: true, resync: false } })
    expect(await screen.findByText('777')).toBeTruthy()
  })

  it('are deleted after a question, and stay when the server refuses', async () => {
    const { user, api, state } = setUp([buildFeed()])
    const refusal = { message: 'Somebody else changed the feed meanwhile', field: null, code: 'CONFLICT' }
    api.on('FeedDelete_Mutation', () => ({ feedDelete: { deletedId: null, userErrors: [refusal] } }))
    await user.click(await screen.findByRole('button', { name: 'Delete Attackers' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Attackers?' }))
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    expect((await dialog.findByRole('alert')).textContent).toContain(refusal.message)
    api.on('FeedDelete_Mutation', () => {
      state.feeds = []
      return { feedDelete: { deletedId: 'feed-1', userErrors: [] } }
    })
    await user.click(dialog.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText('No feed yet')).toBeTruthy()
  })
})
