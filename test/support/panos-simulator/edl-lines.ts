import { isIP } from 'node:net'

export type EdlType = 'ip' | 'domain' | 'url'

export type EdlLine = { readonly kind: 'valid'; readonly value: string } | { readonly kind: 'invalid' } | { readonly kind: 'nothing' }

const LONGEST = 255
const INVALID: EdlLine = { kind: 'invalid' }
const LABEL = /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/i
const CONTROL_OR_NOT_ASCII = /[^\x20-\x7e]/

export interface EdlDialect {
  /** From 10.2 a URL entry without `/` or `*` at its end gets the slash. */
  readonly appendsSlash: boolean
}

/** One line as a firewall reads it. Comment lines and blank ones are nothing. */
export function readEdlLine(type: EdlType, raw: string, dialect: EdlDialect): EdlLine {
  const line = raw.replace(/\r$/, '')
  if (line.trim() === '' || line.startsWith('#')) return { kind: 'nothing' }
  if (type === 'ip') return readIp(line)
  if (line.length > LONGEST || CONTROL_OR_NOT_ASCII.test(line) || line.includes(' ')) return INVALID
  return type === 'domain' ? readDomain(line) : readUrl(line, dialect)
}

/** `IP | IP/mask | start-end`, then possibly a comment behind a space. */
function readIp(line: string): EdlLine {
  const [entry = ''] = line.split(' ')
  if (CONTROL_OR_NOT_ASCII.test(entry)) return INVALID
  const [first = '', last, more] = entry.split('-')
  if (last !== undefined) {
    const ordered = more === undefined && isIP(first) !== 0 && isIP(first) === isIP(last) && numeric(first) <= numeric(last)
    return ordered ? { kind: 'valid', value: entry } : INVALID
  }
  const [address = '', mask, extra] = entry.split('/')
  const family = isIP(address)
  const masked = mask === undefined || (/^\d{1,3}$/.test(mask) && Number(mask) <= (family === 4 ? 32 : 128))
  return family !== 0 && extra === undefined && masked && !address.includes('%') ? { kind: 'valid', value: entry } : INVALID
}

/** The address as a number, to tell whether a range is the right way round. */
export function numeric(address: string): bigint {
  if (isIP(address) === 4) return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n)
  const host = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [head = '', tail] = host.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const groups = tail === undefined ? left : [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right]
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n)
}

/** A name alone; `*` stands for the whole first token, `^` for one whole token. */
function readDomain(line: string): EdlLine {
  if (line.includes('/') || line.includes(':') || isIP(line) !== 0) return INVALID
  const tokens = line.replace(/\.$/, '').split('.')
  const right = tokens.every((token, at) => (token === '*' ? at === 0 : token === '^' || LABEL.test(token)))
  if (!right || tokens.length < 2 || /^\d+$/.test(tokens[tokens.length - 1] ?? '')) return INVALID
  return { kind: 'valid', value: line.toLowerCase() }
}

function readUrl(line: string, { appendsSlash }: EdlDialect): EdlLine {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(line)) return INVALID
  const tokens = line.split(/[./?&=;+]/)
  // A wildcard stands alone in its token, never beside another one of its kind, and ^ not more than nine times in a row.
  if (tokens.some(token => /[*^]/.test(token) && token !== '*' && token !== '^')) return INVALID
  if (tokens.some((token, at) => token === '*' && tokens[at + 1] === '*')) return INVALID
  if (/(?:^|[./?&=;+])\^(?:[./?&=;+]\^){9}/.test(line)) return INVALID
  const host = line.split(/[/?]/)[0] ?? ''
  if (!isUrlHost(host)) return INVALID
  const value = appendsSlash && !/[/*]$/.test(line) ? `${line}/` : line
  return { kind: 'valid', value: value.toLowerCase() }
}

function isUrlHost(host: string): boolean {
  const bracketed = /^\[([^\]]+)\](?::(\d{1,5}))?$/.exec(host)
  if (bracketed) return isIP(bracketed[1] ?? '') === 6
  const [name = '', port, more] = host.split(':')
  if (more !== undefined || (port !== undefined && !/^\d{1,5}$/.test(port))) return false
  if (isIP(name) === 4) return true
  const tokens = name.split('.')
  return tokens.length > 1 && tokens.every(token => token === '*' || token === '^' || LABEL.test(token))
}
