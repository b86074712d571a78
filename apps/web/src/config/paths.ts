/** The value that the Lists page explains. */
export const WHY_PARAM = 'why'

/** Every address of the console, in one place. */
export const paths = {
  home: '/',
  alerts: '/alerts',
  incidents: '/incidents',
  incident: (number: string) => `/incidents/${number}`,
  lists: '/lists',
  list: (id: string) => `/lists/${id}`,
  whyBlocked: (value: string) => `/lists?${WHY_PARAM}=${encodeURIComponent(value)}`,
  devices: '/devices',
  device: (id: string) => `/devices/${id}`,
  sources: '/sources',
  graphiql: '/graphiql',
  signIn: (next?: string) => (next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  setUp: '/set-up',
} as const

/** Only addresses of this console are followed after sign-in: `//host` and `https:` are not. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : paths.home
}
