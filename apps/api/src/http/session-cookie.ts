import type { CookieSerializeOptions } from '@fastify/cookie'

/** The cookie that holds the session's token. */
export interface SessionCookieSpec {
  readonly name: string
  readonly options: CookieSerializeOptions
}

/**
 * Cookies are shared by all ports of a host: without a public URL the port stands in the name, so that two servers on
 * one machine do not sign each other's users out. Strict suffices, since the page itself asks for all data.
 */
export function sessionCookieSpec({ publicUrl, port }: { publicUrl: string | undefined; port: number }): SessionCookieSpec {
  const secure = publicUrl?.startsWith('https:') ?? false
  const name = publicUrl === undefined ? `sallyport_session_${port}` : 'sallyport_session'
  return { name: secure ? `__Host-${name}` : name, options: { path: '/', httpOnly: true, sameSite: 'strict', secure } }
}
