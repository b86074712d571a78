import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { SearchField } from './search-field'

const field = (value: string, onSearch = vi.fn()) => (
  <MantineProvider>
    <SearchField label="Search" placeholder="" value={value} onSearch={onSearch} />
  </MantineProvider>
)
const input = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search' })

it('keeps what is typed on while the search before it arrives', async () => {
  const user = userEvent.setup()
  const onSearch = vi.fn()
  const { rerender } = render(field('', onSearch))
  await user.type(input(), 'first{Enter}')
  await user.type(input(), ' and more')
  rerender(field('first', onSearch))
  expect(onSearch.mock.calls).toEqual([['first']])
  expect(input().value).toBe('first and more')
})

it('follows what was changed elsewhere', () => {
  const { rerender } = render(field('first'))
  rerender(field('from Back'))
  expect(input().value).toBe('from Back')
  rerender(field(''))
  expect(input().value).toBe('')
})
