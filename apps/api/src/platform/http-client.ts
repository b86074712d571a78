/** A request to a server outside. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'HEAD'
  /** http: or https:. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Buffer | FormData | undefined
  /** For the whole of it, redirects and body included; 10,000 unless told. */
  readonly timeoutMs?: number
  /** A larger body is a fault; 1 MiB unless told. After decompression. */
  readonly maxBytes?: number
  readonly signal?: AbortSignal | undefined
}

export interface HttpResponse {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export type HttpFaultKind =
  | 'TIMEOUT'
  | 'UNREACHABLE'
  /** The certificate is not trusted, expired or of another host. */
  | 'TLS'
  | 'TOO_LARGE'
  /** To a private address, to another scheme, or too many. */
  | 'REDIRECT'
  | 'BAD_URL'
  | 'ABORTED'

/** The message is for people: it names the host and what went wrong, never headers, queries or bodies. */
export class HttpFault extends Error {
  constructor(
    readonly kind: HttpFaultKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'HttpFault'
  }
}

/** The one way out to HTTP servers. Any status is an answer; only what is no answer throws HttpFault. */
export interface HttpClient {
  request(request: HttpRequest): Promise<HttpResponse>
}
