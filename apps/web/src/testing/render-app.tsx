import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { PERMISSIONS } from '@sallyport/shared'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { createMemoryRouter, type RouteObject, RouterProvider } from 'react-router'
import { type Viewer, ViewerProvider } from '../lib/permissions'
import { GivenSession } from '../lib/session'
import { ShortcutsProvider } from '../lib/shortcuts'
import { createFakeApi, type FakeApi } from './fake-api'

interface RenderOptions {
  readonly api?: FakeApi
  /** Address that is opened. */
  readonly at?: string
  readonly onRestart?: () => void
}

/** The console's routes over a fake API: what a browser would show. */
export function renderRoutes(routes: RouteObject[], { api = createFakeApi(), at = '/', onRestart = () => {} }: RenderOptions = {}) {
  const router = createMemoryRouter(routes, { initialEntries: [at] })
  const view = render(
    <MantineProvider env="test">
      <Notifications />
      <ShortcutsProvider>
        <GivenSession session={api.session} restart={onRestart}>
          <RouterProvider router={router} />
        </GivenSession>
      </ShortcutsProvider>
    </MantineProvider>,
  )
  return { ...view, router, api, user: userEvent.setup() }
}

interface RenderPageOptions extends RenderOptions {
  readonly viewer?: Partial<Viewer>
}

/** One page, for somebody who is signed in: with every permission unless told otherwise. */
export function renderPage(page: ReactNode, { viewer, ...options }: RenderPageOptions = {}) {
  const whole: Viewer = { id: 'viewer', name: 'marta', permissions: PERMISSIONS, ...viewer }
  return renderRoutes([{ path: '*', element: <ViewerProvider viewer={whole}>{page}</ViewerProvider> }], options)
}
