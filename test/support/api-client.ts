import { until } from './until.js'
import type { App } from './app.js'

/** A signed-in user of the GraphQL API. */
export interface ApiClient {
  readonly url: string
  /** Value of the Cookie header. */
  readonly cookie: string
  /** Throws when the answer has errors. */
  ask<T>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<T>
}

export interface Credentials {
  readonly name: string
  readonly password: string
}

export const ADMINISTRATOR: Credentials = { name: 'Ada', password: 'correct horse battery staple' }

/** Uses the set-up link of a new server. */
export async function becomeAdministrator(app: App, { name, password }: Credentials = ADMINISTRATOR): Promise<ApiClient> {
  const link = await until(() => app.setUpLink() || undefined, { what: () => 'the set-up link' })
  const token = new URL(link).searchParams.get('token')
  const { body, cookie } = await post(app.url, SET_UP, { input: { token, name, password } })
  const payload = body.data?.['setUp'] as { userErrors: unknown[] } | undefined
  if (!payload || payload.userErrors.length > 0 || cookie === undefined) throw new Error(`Set-up failed: ${JSON.stringify(body)}`)
  return apiClient(app.url, cookie)
}

const SET_UP = 'mutation SetUp($input: SetUpInput!) { setUp(input: $input) { viewer { user { id } } userErrors { message code } } }'

export function apiClient(url: string, cookie: string): ApiClient {
  return {
    url,
    cookie,
    ask: async <T>(document: string, variables: Readonly<Record<string, unknown>> = {}) => {
      const { body } = await post(url, document, variables, cookie)
      if (body.errors || !body.data) throw new Error(`The API answered ${JSON.stringify(body)}`)
      return body.data as T
    },
  }
}

interface Answer {
  readonly data?: Readonly<Record<string, unknown>>
  readonly errors?: unknown
}

async function post(url: string, query: string, variables: object, cookie?: string): Promise<{ body: Answer; cookie: string | undefined }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, ...(cookie === undefined ? {} : { cookie }) },
    body: JSON.stringify({ query, variables }),
  })
  const body = (await response.json()) as Answer
  return { body, cookie: response.headers.getSetCookie()[0]?.split(';')[0] }
}

export interface ListenerPorts {
  readonly UDP: number
  readonly TCP: number
  readonly TLS: number
}

/** The ports that the syslog listeners really took. */
export async function listenerPorts(client: ApiClient): Promise<ListenerPorts> {
  const { ingestStatus } = await client.ask<{ ingestStatus: { listeners: { transport: keyof ListenerPorts; port: number | null }[] } }>(
    '{ ingestStatus { listeners { transport port } } }',
  )
  const port = (transport: keyof ListenerPorts) => ingestStatus.listeners.find(listener => listener.transport === transport)?.port ?? 0
  return { UDP: port('UDP'), TCP: port('TCP'), TLS: port('TLS') }
}

export async function createSource(client: ApiClient, settings: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { sourceCreate } = await client.ask<{ sourceCreate: { source: { id: string } | null; userErrors: unknown[] } }>(
    'mutation Create($input: SourceCreateInput!) { sourceCreate(input: $input) { source { id } userErrors { message } } }',
    { input: { type: 'PALO_ALTO_NETWORKS', name: 'Firewalls', ...settings } },
  )
  if (!sourceCreate.source) throw new Error(`No source: ${JSON.stringify(sourceCreate.userErrors)}`)
  return sourceCreate.source.id
}
