import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { SessionProvider } from '../lib/session'
import { ShortcutsProvider } from '../lib/shortcuts'
import { cssVariables, theme } from './theme'

/** What every page stands in. */
export function AppProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <Notifications position="bottom-right" />
      <ShortcutsProvider>
        <SessionProvider>{children}</SessionProvider>
      </ShortcutsProvider>
    </MantineProvider>
  )
}
