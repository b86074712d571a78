import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { createFakeApi } from '../../testing/fake-api'
import { renderRoutes } from '../../testing/render-app'
import { SetUpPage } from './set-up-page'

const VIEWER = {
  user: { id: 'u', name: 'marta', role: 'ADMINISTRATOR', disabled: false },
  permissions: [],
  sessionExpiresAt: '2026-11-25T00:00:00.000Z',
}
const GOOD = 'correct horse battery'

const setUp = ({ setUpNeeded = true, at = '/set-up?token=abc', userErrors = [] as object[] } = {}) => {
  const api = createFakeApi()
    .on('SetUpPage_Query', () => ({ setUpNeeded }))
    .on('SetUp_Mutation', () => ({ setUp: { viewer: userErrors.length > 0 ? null : VIEWER, userErrors } }))
  const onRestart = vi.fn()
  const view = renderRoutes(
    [
      { path: '/set-up', Component: SetUpPage },
      { path: '*', element: <p>a page</p> },
    ],
    { api, at, onRestart },
  )
  const fill = async (name: string, password: string, repeated: string) => {
    await view.user.type(screen.getByLabelText('Name'), name)
    await view.user.type(screen.getByLabelText('Password'), password)
    await view.user.type(screen.getByLabelText('Password again'), repeated)
    await view.user.click(screen.getByRole('button', { name: 'Become administrator' }))
  }
  return { ...view, onRestart, fill }
}

describe('the set-up page', () => {
  it('makes the first administrator with the token of the link, and leads to the sources', async () => {
    const { api, router, fill, onRestart } = setUp()
    await fill(' marta ', GOOD, GOOD)
    await waitFor(() => expect(router.state.location.pathname).toBe('/sources'))
    expect(api.calls('SetUp_Mutation')).toEqual([{ input: { token: 'abc', name: 'marta', password: GOOD } }])
    expect(onRestart).toHaveBeenCalledOnce()
  })

  it.each([
    ['a short password', 'marta', 'short', 'short', 'At least 12 characters'],
    ['passwords that differ', 'marta', GOOD, `${GOOD}!`, 'The passwords differ'],
    ['a name with a line of code', 'a<b>', GOOD, GOOD, 'Only letters, digits, blanks and . _ @ -'],
  ])('refuses %s beside its field', async (_what, name, password, repeated, message) => {
    const { api, fill } = setUp()
    await fill(name, password, repeated)
    expect(await screen.findByText(message)).toBeTruthy()
    expect(api.calls('SetUp_Mutation')).toEqual([])
  })

  it('says when the link has been used', async () => {
    const { fill } = setUp({ userErrors: [{ message: 'This link is not valid any more', field: ['token'], code: 'CREDENTIALS' }] })
    await fill('marta', GOOD, GOOD)
    expect((await screen.findByRole('alert')).textContent).toContain('This link is not valid any more')
  })

  it('needs the whole link', () => {
    setUp({ at: '/set-up' })
    expect(screen.getByText(/needs the whole set-up link/)).toBeTruthy()
  })

  it('has no form when there is an administrator', async () => {
    setUp({ setUpNeeded: false })
    expect(await screen.findByText('Sallyport is set up')).toBeTruthy()
    expect(screen.queryByLabelText('Password')).toBeNull()
  })
})
