import { screen, waitFor, within } from '@testing-library/react'
import { useMemo, useState } from 'react'
import { describe, expect, it } from 'vitest'
import { type Shortcut, useShortcuts } from '../../lib/shortcuts'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { CommandPalette } from './command-palette'

function Page() {
  const [done, setDone] = useState('nothing')
  useShortcuts(
    useMemo<Shortcut[]>(
      () => [
        { keys: 'e', label: 'Close…', group: 'Incidents', run: () => setDone('closed') },
        { keys: 'j', label: 'Next', group: 'Incidents', run: () => setDone('moved') },
      ],
      [],
    ),
  )
  return (
    <>
      <CommandPalette />
      <input aria-label="Somewhere" />
      <p>Done: {done}</p>
    </>
  )
}

function setUp(permissions?: readonly string[]) {
  const api = createFakeApi()
    .on('SavedViews_Query', () => ({
      savedViews: [
        {
          __typename: 'SavedView',
          id: 'v1',
          name: 'Night shift',
          shared: false,
          owner: null,
          search: 'assignee=nobody',
          count: 3,
          position: 0,
          version: 1,
          mine: true,
        },
      ],
    }))
    .on('PaletteIncidents_Query', ({ text }) => ({
      incidents: { nodes: String(text).startsWith('beac') ? [{ id: 'i12', number: '12', title: 'Beacon to 203.0.113.7' }] : [] },
    }))
  return { ...renderPage(<Page />, { api, ...(permissions && { viewer: { permissions } }) }), api }
}

const palette = async () => within(await screen.findByRole('dialog', { name: 'Commands' }))
const options = () => screen.getAllByRole('option').map(({ textContent }) => textContent)

describe('the command palette', () => {
  it('opens by keys, also from a field, and does what the page can do', async () => {
    const { user } = setUp()
    await user.click(screen.getByRole('textbox', { name: 'Somewhere' }))
    await user.keyboard('{Control>}k{/Control}')
    const field = (await palette()).getByRole('combobox', { name: 'Find a command' })
    await waitFor(() => expect(document.activeElement).toBe(field))
    await screen.findByText('Night shift')
    expect(options()).toEqual(['Close…Incidentse', 'Night shiftSaved view'])
    await user.keyboard('clo{Enter}')
    expect(await screen.findByText('Done: closed')).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Somewhere' }))
  })

  it('gives the focus back when nothing is chosen', async () => {
    const { user } = setUp()
    const field = screen.getByRole('textbox', { name: 'Somewhere' })
    await user.click(field)
    await user.keyboard('{Control>}k{/Control}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Find a command' })))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(field)
  })

  it('goes to an incident by its number', async () => {
    const { user, router } = setUp()
    await user.keyboard('{Control>}k{/Control}')
    await palette()
    await user.keyboard('inc-12{Enter}')
    await waitFor(() => expect(router.state.location.pathname).toBe('/incidents/12'))
  })

  it('finds incidents by what they are about', async () => {
    const { user, router } = setUp()
    await user.keyboard('{Control>}k{/Control}')
    await palette()
    await user.keyboard('beacon')
    await user.click(await screen.findByRole('option', { name: /INC-12 Beacon to 203/ }))
    expect(router.state.location.pathname).toBe('/incidents/12')
  })

  it('finds what came since the same was looked for', async () => {
    const { user, api } = setUp()
    const look = async () => {
      await user.keyboard('{Control>}k{/Control}')
      await palette()
      await user.keyboard('beacon')
    }
    await look()
    await screen.findByRole('option', { name: /INC-12/ })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    api.on('PaletteIncidents_Query', () => ({ incidents: { nodes: [{ id: 'i13', number: '13', title: 'Beacon to 203.0.113.8' }] } }))
    await look()
    expect(await screen.findByRole('option', { name: /INC-13/ })).toBeTruthy()
  })

  it('opens a saved view, chosen by arrow keys', async () => {
    const { user, router } = setUp()
    await user.keyboard('{Control>}k{/Control}')
    await palette()
    await screen.findByText('Night shift')
    await user.keyboard('{ArrowDown}{Enter}')
    await waitFor(() => expect(router.state.location.pathname).toBe('/incidents'))
    expect(router.state.location.search).toBe('?assignee=nobody&view=v1')
  })

  it('says when nothing is called so, and asks nothing that the viewer may not see', async () => {
    const { user, api } = setUp([])
    await user.keyboard('{Control>}k{/Control}')
    await palette()
    await user.keyboard('zzz')
    expect(await screen.findByText('Nothing is called so.')).toBeTruthy()
    expect(api.calls('SavedViews_Query')).toEqual([])
  })
})
