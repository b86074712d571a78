import type { Permission } from '@sallyport/shared'
import { createContext, type ReactNode, useContext } from 'react'

/** Who is signed in, and what they may do. */
export interface Viewer {
  readonly id: string
  readonly name: string
  readonly permissions: readonly string[]
}

const ViewerContext = createContext<Viewer | undefined>(undefined)

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>
}

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('useViewer needs a ViewerProvider')
  return viewer
}

/** Whether the viewer may, so that the page offers it. The server decides all the same. */
export function useCan(permission: Permission): boolean {
  return useViewer().permissions.includes(permission)
}
