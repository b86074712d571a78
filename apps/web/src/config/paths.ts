/** The value that the Lists page explains. */
export const WHY_PARAM = 'why'

/** Every address of the console, in one place. */
export const paths = {
  home: '/',
  overview: '/overview',
  alerts: '/alerts',
  incidents: '/incidents',
  incident: (number: string) => `/incidents/${number}`,
  /** What a list shows, as a file: the filter is the API's, times are in the given zone. */
  exportCsv: (name: 'alerts' | 'incidents', { filter, ...rest }: { filter: object; timeZone: string; orderBy?: string }) =>
    `/export/${name}.csv?${new URLSearchParams({ filter: JSON.stringify(filter), ...rest }).toString()}`,
  /** All we know of a value; kind is an ObservableKind. */
  observable: (kind: string, value: string) => `/observables/${encodeURIComponent(kind)}/${encodeURIComponent(value)}`,
  lists: '/lists',
  list: (id: string) => `/lists/${id}`,
  whyBlocked: (value: string) => `/lists?${WHY_PARAM}=${encodeURIComponent(value)}`,
  rules: '/rules',
  newRule: '/rules/new',
  rule: (id: string) => `/rules/${id}`,
  devices: '/devices',
  device: (id: string) => `/devices/${id}`,
  sources: '/sources',
  enrichment: '/enrichment',
  /** Settings of those who are asked; tab is one of the tabs of that page. */
  enrichmentTab: (tab: string) => `/enrichment/${tab}`,
  workflow: '/workflow',
  notifications: '/notifications',
  apiKeys: '/api-keys',
  graphiql: '/graphiql',
  signIn: (next?: string) => (next && next !== '/' ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  setUp: '/set-up',
} as const

/** Only addresses of this console are followed after sign-in: `//host` and `https:` are not. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : paths.home
}
