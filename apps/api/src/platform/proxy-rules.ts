import { BlockList, isIP } from 'node:net'

/** The variables that name proxies; lower-case spellings count too, and win, as with curl. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>

/** Which proxy stands between this server and a host. */
export interface ProxyRules {
  /** The proxy's URL; undefined: straight. */
  proxyOf(url: URL): string | undefined
}

/**
 * HTTP_PROXY for http, HTTPS_PROXY for https, NO_PROXY for exceptions: hosts (with their subdomains), addresses, networks, each
 * with or without a port, or `*`.
 *
 * @throws Error when a variable holds no http(s) URL; the message names the variable, never its value, which may hold a password
 */
export function readProxyRules(environment: ProxyEnvironment): ProxyRules {
  const read = (name: string) => environment[name.toLowerCase()] ?? environment[name] ?? ''
  const proxies: Readonly<Record<string, string | undefined>> = {
    'http:': proxyUrl('HTTP_PROXY', read('HTTP_PROXY')),
    'https:': proxyUrl('HTTPS_PROXY', read('HTTPS_PROXY')),
  }
  const exceptions = read('NO_PROXY')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(toException)
  return { proxyOf: url => (exceptions.some(covers => covers(url)) ? undefined : proxies[url.protocol]) }
}

function proxyUrl(name: string, text: string): string | undefined {
  if (text.trim() === '') return undefined
  const url = URL.parse(text.includes('://') ? text.trim() : `http://${text.trim()}`)
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '')
    throw new Error(`${name} must be the http:// or https:// URL of a proxy`)
  return url.href
}

type Exception = (url: URL) => boolean

function toException(text: string): Exception {
  if (text === '*') return () => true
  const [, network, bits] = /^(.+)\/(\d{1,3})$/.exec(text) ?? []
  if (network !== undefined && bits !== undefined) return inNetwork(network, Number(bits))
  const [, bracketed, , bare, port] = /^(?:\[(.+)\]|(([^:]+)))(?::(\d+))?$/.exec(text) ?? [undefined, text]
  const host = (bracketed ?? bare ?? text).replace(/^\*?\./, '').toLowerCase()
  return url => {
    const name = bareHost(url)
    if (port !== undefined && portOf(url) !== port) return false
    return name === host || (isIP(name) === 0 && name.endsWith(`.${host}`))
  }
}

function inNetwork(network: string, bits: number): Exception {
  const family = isIP(network)
  if (family === 0 || bits > (family === 4 ? 32 : 128)) return () => false
  const list = new BlockList()
  list.addSubnet(network, bits, family === 4 ? 'ipv4' : 'ipv6')
  return url => {
    const name = bareHost(url)
    return isIP(name) === family && list.check(name, family === 4 ? 'ipv4' : 'ipv6')
  }
}

/** Host of a URL; an IPv6 address without its brackets. */
export const bareHost = (url: URL): string =>
  url.hostname
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase()

export const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80')
