import type { NetworkInterfaceInfo } from 'node:os'
import type { Extension } from './served-version.js'

/** Longest source URL of an External Dynamic List. */
export const URL_MAX = 255
const SLUG_MAX = 40

/** What people read of a list's name in its URL and in the name of the External Dynamic List. */
export function slugOf(name: string, longest = SLUG_MAX): string {
  const slug = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' ? 'list' : slug
}

/** @param baseUrl where firewalls reach this server */
export function publishedUrl(baseUrl: string, { token, name, extension }: { token: string; name: string; extension: Extension }): string {
  const before = `${baseUrl.replace(/\/+$/, '')}/edl/${token}/`
  const left = URL_MAX - before.length - extension.length - 1
  return `${before}${slugOf(name, Math.max(1, Math.min(SLUG_MAX, left)))}.${extension}`
}

export interface BaseUrlFacts {
  /** As configured. */
  readonly publicUrl: string | undefined
  readonly host: string
  readonly port: number
  /** As os.networkInterfaces() tells them. */
  readonly interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>
}

/** The configured one, else the address that the server is bound to, else its first one that others can reach. */
export function baseUrlOf({ publicUrl, host, port, interfaces }: BaseUrlFacts): string {
  if (publicUrl !== undefined) return publicUrl.replace(/\/+$/, '')
  const reachable = Object.values(interfaces)
    .flatMap(infos => infos ?? [])
    .find(info => !info.internal && info.family === 'IPv4')?.address
  const address = host === '0.0.0.0' || host === '::' ? (reachable ?? 'localhost') : host
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`
}
