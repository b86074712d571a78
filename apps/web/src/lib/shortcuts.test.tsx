import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { matchKeys, type Shortcut, ShortcutsProvider, useShortcuts } from './shortcuts'

const known = [{ keys: 'g a' }, { keys: 'g i' }, { keys: 'j' }, { keys: '?' }]

describe('matchKeys', () => {
  it.each([
    ['', 'j', 'j', ''],
    ['', 'g', undefined, 'g'],
    ['g', 'a', 'g a', ''],
    ['g', 'j', 'j', ''],
    ['g', 'g', undefined, 'g'],
    ['', 'a', undefined, ''],
  ])('after %j, %j completes %j', (pending, key, hit, next) => {
    const result = matchKeys(known, pending, key)
    expect(result.hit?.keys).toBe(hit)
    expect(result.pending).toBe(next)
  })
})

function Page({ shortcuts }: { shortcuts: Shortcut[] }) {
  useShortcuts(shortcuts)
  return (
    <>
      <input aria-label="search" />
      <div role="dialog" aria-modal="true">
        <button>inside</button>
      </div>
    </>
  )
}

describe('shortcuts', () => {
  const setUp = () => {
    const run = vi.fn()
    const shortcuts = [{ keys: 'g a', label: 'Alerts', group: 'Go to', run }]
    const view = render(
      <ShortcutsProvider>
        <Page shortcuts={shortcuts} />
      </ShortcutsProvider>,
    )
    return { run, view, user: userEvent.setup() }
  }

  it('run when their keys are pressed one after the other', async () => {
    const { run, user } = setUp()
    await user.keyboard('ga')
    expect(run).toHaveBeenCalledOnce()
  })

  it('leave keys alone that are typed into a field', async () => {
    const { run, view, user } = setUp()
    await user.type(view.getByLabelText('search'), 'ga')
    expect(run).not.toHaveBeenCalled()
    expect((view.getByLabelText('search') as HTMLInputElement).value).toBe('ga')
  })

  it('are off inside a dialog and with a modifier', async () => {
    const { run, view, user } = setUp()
    await user.keyboard('{Control>}g{/Control}a')
    view.getByText('inside').focus()
    await user.keyboard('ga')
    expect(run).not.toHaveBeenCalled()
  })

  it('can be switched off', async () => {
    localStorage.setItem('sallyport.shortcuts', 'false')
    const { run, user } = setUp()
    await user.keyboard('ga')
    expect(run).not.toHaveBeenCalled()
  })

  it('are gone with the component that has them', async () => {
    const { run, view, user } = setUp()
    view.rerender(<ShortcutsProvider>{null}</ShortcutsProvider>)
    await user.keyboard('ga')
    expect(run).not.toHaveBeenCalled()
  })
})
