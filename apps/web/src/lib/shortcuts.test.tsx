import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
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
  const [fading, setFading] = useState(false)
  const [opened, setOpened] = useState(false)
  useShortcuts(shortcuts)
  return (
    <>
      <input aria-label="search" />
      <input aria-label="tick" type="checkbox" />
      <button onClick={() => setOpened(true)}>open</button>
      <div role="dialog">
        <button>help</button>
      </div>
      {opened && (
        <div role="dialog" aria-modal="true" style={{ opacity: fading ? 0 : 1 }}>
          <button onClick={() => setFading(true)}>inside</button>
        </div>
      )}
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
    view.getByText('help').focus()
    await user.keyboard('ga')
    await user.click(view.getByText('open'))
    view.getByText('inside').focus()
    await user.keyboard('ga')
    expect(run).not.toHaveBeenCalled()
  })

  it('are off while a dialog is open that lost the focus, and on again when it goes', async () => {
    const { run, view, user } = setUp()
    await user.click(view.getByText('open'))
    view.getByText('open').blur()
    await user.keyboard('ga')
    expect(run).not.toHaveBeenCalled()
    await user.click(view.getByText('inside'))
    view.getByText('inside').blur()
    await user.keyboard('ga')
    expect(run).toHaveBeenCalledOnce()
  })

  it('work on when a box was ticked', async () => {
    const { run, view, user } = setUp()
    await user.click(view.getByLabelText('tick'))
    await user.keyboard('ga')
    expect(run).toHaveBeenCalledOnce()
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
