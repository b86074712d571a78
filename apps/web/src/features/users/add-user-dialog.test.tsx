import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { createFakeApi } from '../../testing/fake-api'
import { renderPage } from '../../testing/render-app'
import { AddUserDialog } from './add-user-dialog'

const PASSWORD = 'correct horse battery'

const setUp = (userErrors: object[] = []) => {
  const onClose = vi.fn()
  const api = createFakeApi().on('UserCreate_Mutation', ({ input }) => ({
    userCreate: { user: userErrors.length > 0 ? null : { id: 'u', disabled: false, ...(input as object) }, userErrors },
  }))
  const view = renderPage(<AddUserDialog opened onClose={onClose} />, { api })
  const dialog = within(screen.getByRole('dialog', { name: 'Add a user' }))
  return { ...view, dialog, onClose }
}

describe('adding a user', () => {
  it('makes an analyst unless told otherwise', async () => {
    const { user, dialog, api, onClose } = setUp()
    await user.type(dialog.getByLabelText('Name'), ' ivo ')
    await user.type(dialog.getByLabelText('Password'), PASSWORD)
    await user.click(dialog.getByRole('button', { name: 'Add' }))
    expect(await screen.findByText('ivo can sign in now')).toBeTruthy()
    expect(api.calls('UserCreate_Mutation')).toEqual([{ input: { name: 'ivo', password: PASSWORD, role: 'ANALYST' } }])
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('says beside the name that it is taken', async () => {
    const { user, dialog, onClose } = setUp([{ message: 'There is a user of this name', field: ['name'], code: 'TAKEN' }])
    await user.type(dialog.getByLabelText('Name'), 'ivo')
    await user.type(dialog.getByLabelText('Password'), PASSWORD)
    await user.click(dialog.getByLabelText('Viewer'))
    await user.click(dialog.getByRole('button', { name: 'Add' }))
    expect(await dialog.findByText('There is a user of this name')).toBeTruthy()
    expect(onClose).not.toHaveBeenCalled()
  })

  it('does not ask the server about a short password', async () => {
    const { user, dialog, api } = setUp()
    await user.type(dialog.getByLabelText('Name'), 'ivo')
    await user.type(dialog.getByLabelText('Password'), 'short{Enter}')
    expect(await dialog.findByText('At least 12 characters')).toBeTruthy()
    expect(api.calls('UserCreate_Mutation')).toEqual([])
  })
})
