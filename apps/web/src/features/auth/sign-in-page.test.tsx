import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { createFakeApi } from '../../testing/fake-api'
import { renderRoutes } from '../../testing/render-app'
import { SignInPage } from './sign-in-page'

const VIEWER = {
  user: { id: 'u', name: 'marta', role: 'ANALYST', disabled: false },
  permissions: [],
  sessionExpiresAt: '2026-11-25T00:00:00.000Z',
}

const setUp = ({ viewer = null as object | null, setUpNeeded = false, at = '/sign-in?next=%2Fincidents%3Fstate%3DNEW' } = {}) => {
  const api = createFakeApi()
    .on('SignInPage_Query', () => ({ viewer, setUpNeeded }))
    .on('SignIn_Mutation', ({ input }) =>
      (input as { password: string }).password === 'right'
        ? { signIn: { viewer: VIEWER, userErrors: [] } }
        : { signIn: { viewer: null, userErrors: [{ message: 'Name or password is wrong', field: null, code: 'CREDENTIALS' }] } },
    )
  const onRestart = vi.fn()
  const view = renderRoutes(
    [
      { path: '/sign-in', Component: SignInPage },
      { path: '*', element: <p>a page</p> },
    ],
    { api, at, onRestart },
  )
  return { ...view, onRestart }
}

describe('the sign-in page', () => {
  it('leads on to where one was going, with a new session', async () => {
    const { user, router, onRestart } = setUp()
    await user.type(screen.getByLabelText('Name'), 'marta')
    await user.type(screen.getByLabelText('Password'), 'right{Enter}')
    await waitFor(() => expect(router.state.location.pathname + router.state.location.search).toBe('/incidents?state=NEW'))
    expect(onRestart).toHaveBeenCalledOnce()
  })

  it('says what was refused, keeps the name and forgets the password', async () => {
    const { user, router } = setUp()
    await user.type(screen.getByLabelText('Name'), 'marta')
    await user.type(screen.getByLabelText('Password'), 'wrong{Enter}')
    expect((await screen.findByRole('alert')).textContent).toContain('Name or password is wrong')
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('marta')
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('')
    expect(router.state.location.pathname).toBe('/sign-in')
  })

  it('does not ask the server about empty fields', async () => {
    const { user, api } = setUp()
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true'))
    expect(api.calls('SignIn_Mutation')).toEqual([])
  })

  it('shows the password on demand', async () => {
    const { user } = setUp()
    await user.type(screen.getByLabelText('Password'), 'secret')
    expect(screen.getByLabelText('Password').getAttribute('type')).toBe('password')
    await user.click(screen.getByLabelText('Show the password'))
    expect(screen.getByLabelText('Password').getAttribute('type')).toBe('text')
  })

  it('points to the set-up link while there is no administrator', async () => {
    setUp({ setUpNeeded: true })
    expect(await screen.findByText('This server has no administrator yet')).toBeTruthy()
  })

  it('passes whoever is signed in already, and never to another server', async () => {
    const { router } = setUp({ viewer: VIEWER, at: '/sign-in?next=//evil.example' })
    await waitFor(() => expect(router.state.location.pathname).toBe('/'))
  })
})
