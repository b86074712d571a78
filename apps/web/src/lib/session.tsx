import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { Provider } from 'urql'
import type { Connection } from './live-connection'
import { createGraphqlSession, type GraphqlSession } from './urql-client'

interface SessionContextValue {
  readonly session: GraphqlSession
  /** Forget everything that was read and ask again who is signed in: after sign-in, sign-out, end of session. */
  restart(): void
}

const SessionContext = createContext<SessionContextValue | undefined>(undefined)

export function SessionProvider({ children }: { children: ReactNode }) {
  const [generation, setGeneration] = useState(0)
  const restart = useCallback(() => setGeneration(value => value + 1), [])
  // eslint-disable-next-line react-hooks/exhaustive-deps -- a new generation is a new session
  const session = useMemo(() => createGraphqlSession(restart), [generation])
  useEffect(() => () => session.connection.dispose(), [session])
  return <GivenSession session={session} restart={restart} key={generation} children={children} />
}

/** The same with a session made elsewhere. */
export function GivenSession({ session, restart, children }: SessionContextValue & { children: ReactNode }) {
  const value = useMemo(() => ({ session, restart }), [session, restart])
  return (
    <SessionContext value={value}>
      <Provider value={session.client}>{children}</Provider>
    </SessionContext>
  )
}

export function useSession(): SessionContextValue {
  const value = useContext(SessionContext)
  if (!value) throw new Error('useSession needs a SessionProvider')
  return value
}

/** State of the live connection, and how often it came back. */
export function useConnection(): Connection {
  const { store } = useSession().session.connection
  return useSyncExternalStore(store.subscribe, store.get)
}
