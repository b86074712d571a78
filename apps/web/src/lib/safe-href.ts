/** An address from outside as a link may carry it: of the web or of this server; null for all else (javascript:, data:, //host). */
export function safeHref(address: string | null): string | null {
  if (address === null) return null
  if (/^\/(?![/\\])/.test(address)) return address
  try {
    return ['https:', 'http:'].includes(new URL(address).protocol) ? address : null
  } catch {
    return null
  }
}
