/** Whether text is an IPv4 or IPv6 address, or a network as address/prefix length: what the API takes as Network. */
export function isNetwork(text: string): boolean {
  const [address, prefix, ...rest] = text.split('/')
  if (address === undefined || rest.length > 0) return false
  const bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : 0
  return bits > 0 && (prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits))
}

function isIPv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every(part => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

function isIPv6(text: string): boolean {
  // The URL parser knows every shorthand of RFC 4291; the pattern keeps brackets and zone ids away from it.
  return /^[\da-f:.]+$/i.test(text) && text.includes(':') && URL.canParse(`http://[${text}]/`)
}
