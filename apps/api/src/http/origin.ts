/** What a request says of where it comes from. */
export interface RequestOrigin {
  /** Origin header; browsers send it with every POST and every WebSocket handshake. */
  readonly origin: string | undefined
  readonly host: string | undefined
  /** Sec-Fetch-Site header. */
  readonly fetchSite?: string | undefined
}

/**
 * Whether a page of ours sent it. An absent Origin is not a browser's POST or handshake, so no page of another site is
 * behind it; `whenAbsent` says whether such clients are welcome.
 */
export function isOwnOrigin(
  { origin, host, fetchSite }: RequestOrigin,
  { publicUrl, whenAbsent }: { publicUrl: string | undefined; whenAbsent: boolean },
): boolean {
  if (fetchSite === 'cross-site') return false
  if (origin === undefined) return whenAbsent
  if (!URL.canParse(origin)) return false
  const given = new URL(origin)
  if (publicUrl !== undefined && given.origin === new URL(publicUrl).origin) return true
  return /^https?:$/.test(given.protocol) && host !== undefined && given.host === host.toLowerCase()
}
