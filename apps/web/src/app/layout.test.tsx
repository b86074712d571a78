import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { CombinedError } from 'urql'
import { PERMISSIONS } from '@sallyport/shared'
import { createFakeApi } from '../testing/fake-api'
import { renderRoutes } from '../testing/render-app'
import { AppLayout } from './layout'

const viewer = (permissions: readonly string[] = PERMISSIONS) => ({
  user: { id: 'u', name: 'marta', role: 'ANALYST', disabled: false },
  permissions,
  sessionExpiresAt: '2026-11-25T00:00:00.000Z',
})

const setUp = (answer: () => object, at = '/alerts') => {
  const api = createFakeApi().on('AppLayout_Query', answer)
  const connect = vi.spyOn(api.session.connection, 'client').mockReturnValue(undefined as never)
  const onRestart = vi.fn()
  const page = (name: string) => ({ path: name, element: <p>page {name}</p> })
  const view = renderRoutes(
    [{ Component: AppLayout, children: ['/alerts', '/incidents', '/sources', '/enrichment', '/graphiql'].map(page) }, page('/sign-in')],
    { api, at, onRestart },
  )
  return { ...view, connect, onRestart }
}

const navigation = async () => within(await screen.findByRole('navigation', { name: 'Main' }))

describe('the layout', () => {
  it('sends whoever is not signed in to the sign-in page, and remembers where they were going', async () => {
    const { router, connect } = setUp(() => ({ viewer: null }), '/incidents?state=NEW')
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'))
    expect(new URLSearchParams(router.state.location.search).get('next')).toBe('/incidents?state=NEW')
    expect(connect).not.toHaveBeenCalled()
  })

  it('treats an answer UNAUTHENTICATED like nobody', async () => {
    const { router } = setUp(() => {
      throw Object.assign(new Error('Sign in first'), { extensions: { code: 'UNAUTHENTICATED' } })
    })
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'))
  })

  it('opens the live connection for whoever is signed in, and shows its state', async () => {
    const { api, connect } = setUp(() => ({ viewer: viewer() }))
    expect(await screen.findByText('Live')).toBeTruthy()
    expect(connect).toHaveBeenCalled()
    api.connection.set({ state: 'reconnecting', reconnects: 0 })
    expect(await screen.findByText('Reconnecting…')).toBeTruthy()
  })

  it('shows only the pages that the viewer may see, and which is open', async () => {
    setUp(() => ({ viewer: viewer(['alert:read']) }))
    const links = (await navigation()).getAllByRole('link')
    expect(links.map(link => link.textContent)).toEqual(['Alerts', 'GraphQL'])
    expect(links.map(link => link.getAttribute('aria-current'))).toEqual(['page', null])
  })

  it('offers no way to pages that the viewer may not see, neither by keys nor by name', async () => {
    const { router, user } = setUp(() => ({ viewer: viewer(['alert:read', 'api-key:write']) }))
    await navigation()
    await user.keyboard('gd')
    expect(router.state.location.pathname).toBe('/alerts')
    await user.keyboard('{Control>}k{/Control}')
    const pages = (await screen.findAllByRole('option')).filter(({ textContent }) => textContent.includes('Go to'))
    expect(pages.map(({ textContent }) => textContent)).toEqual(['AlertsGo tog a', 'API keysGo tog k', 'GraphQLGo tog q'])
  })

  it('goes to pages by keys, and lists them', async () => {
    const { router, user } = setUp(() => ({ viewer: viewer() }))
    await navigation()
    await user.keyboard('gs')
    await waitFor(() => expect(router.state.location.pathname).toBe('/sources'))
    await user.keyboard('ge')
    await waitFor(() => expect(router.state.location.pathname).toBe('/enrichment'))
    await user.keyboard('?')
    expect(within(await screen.findByRole('dialog', { name: 'Keyboard' })).getByText('Incidents')).toBeTruthy()
  })

  it('lets the viewer switch keyboard shortcuts off', async () => {
    const { router, user } = setUp(() => ({ viewer: viewer() }))
    await navigation()
    await user.click(await screen.findByRole('button', { name: 'Signed in as marta' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Switch keyboard shortcuts off' }))
    await user.keyboard('gs')
    expect(router.state.location.pathname).toBe('/alerts')
    expect(localStorage.getItem('sallyport.shortcuts')).toBe('false')
  })

  it('says on every page that pushing is stopped', async () => {
    const api = createFakeApi()
      .on('AppLayout_Query', () => ({ viewer: viewer() }))
      .on('PushStop_Query', () => ({ pushPaused: true }))
    vi.spyOn(api.session.connection, 'client').mockReturnValue(undefined as never)
    renderRoutes([{ Component: AppLayout, children: [{ path: '/alerts', element: <p>page</p> }] }], { api, at: '/alerts' })
    expect((await screen.findByRole('link', { name: 'Pushing is stopped' })).getAttribute('href')).toBe('/devices')
  })

  it('says that the server does not answer, and tries again', async () => {
    let answers = false
    const { user } = setUp(() => {
      if (!answers) throw new CombinedError({ networkError: new Error('refused') })
      return { viewer: viewer() }
    })
    expect(await screen.findByText('The server does not answer')).toBeTruthy()
    answers = true
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByText('page /alerts')).toBeTruthy()
  })

  it('prints the time zone and remembers another choice', async () => {
    const { user } = setUp(() => ({ viewer: viewer() }))
    await user.click(await screen.findByRole('button', { name: /Time zone/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'UTC' }))
    expect(screen.getByRole('button', { name: /^Time zone:\s*UTC$/ })).toBeTruthy()
    expect(localStorage.getItem('sallyport.time-zone')).toBe('"utc"')
  })

  it('signs out and forgets what was read', async () => {
    const { user, api, router, onRestart } = setUp(() => ({ viewer: viewer() }))
    api.on('SignOut_Mutation', () => ({ signOut: { signedOut: true } }))
    await user.click(await screen.findByRole('button', { name: 'Signed in as marta' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'))
    expect(onRestart).toHaveBeenCalledOnce()
  })
})

beforeEach(() => localStorage.setItem('sallyport.time-zone', '"browser"'))
