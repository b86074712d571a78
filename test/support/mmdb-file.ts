import { parseRange } from '../../apps/api/src/modules/lists/index.js'

/** What a record may hold. */
export type MmdbValue = string | number | boolean | readonly MmdbValue[] | { readonly [key: string]: MmdbValue }

export interface MmdbOptions {
  readonly type?: string
  readonly builtAt?: Date
  readonly ipVersion?: 4 | 6
}

type Node = [Child, Child]
type Child = Node | { readonly offset: number } | undefined

/** A file in MaxMind's format (version 2.0) with a record for each network, of our own making: for tests. */
export function mmdbFile(networks: Readonly<Record<string, MmdbValue>>, options: MmdbOptions = {}): Buffer {
  const { type = 'Test-City', builtAt = new Date('2026-03-01T00:00:00Z'), ipVersion = 6 } = options
  const root: Node = [undefined, undefined]
  const data: Buffer[] = []
  let size = 0
  for (const [network, record] of Object.entries(networks)) {
    const encoded = encode(record)
    insert(root, bitsOf(network, ipVersion), { offset: size })
    data.push(encoded)
    size += encoded.length
  }
  const nodes = numbered(root)
  const at = new Map(nodes.map((node, index) => [node, index]))
  const tree = Buffer.alloc(nodes.length * 6)
  const valueOf = (child: Child): number =>
    child === undefined ? nodes.length : Array.isArray(child) ? (at.get(child) ?? 0) : nodes.length + 16 + child.offset
  for (const [index, [left, right]] of nodes.entries()) {
    tree.writeUIntBE(valueOf(left), index * 6, 3)
    tree.writeUIntBE(valueOf(right), index * 6 + 3, 3)
  }
  const metadata = encode({
    node_count: nodes.length,
    record_size: 24,
    ip_version: ipVersion,
    database_type: type,
    languages: ['en'],
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: Math.floor(builtAt.getTime() / 1_000),
    description: { en: 'Made up for tests' },
  })
  return Buffer.concat([tree, Buffer.alloc(16), ...data, Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1'), metadata])
}

/** IPv4 stands in an IPv6 tree at ::/96. */
function bitsOf(network: string, ipVersion: 4 | 6): string {
  const range = parseRange(network)
  if (!range) throw new Error(`${network} is not a network`)
  const width = range.family === 4 ? 32 : 128
  const prefix = width - (range.last - range.first + 1n).toString(2).length + 1
  const bits = range.first.toString(2).padStart(width, '0').slice(0, prefix)
  return range.family === 4 && ipVersion === 6 ? '0'.repeat(96) + bits : bits
}

function insert(root: Node, bits: string, leaf: { readonly offset: number }): void {
  let node = root
  for (const bit of bits.slice(0, -1)) {
    const next = node[Number(bit) as 0 | 1]
    if (Array.isArray(next)) node = next
    else {
      const made: Node = [next, next]
      node[Number(bit) as 0 | 1] = made
      node = made
    }
  }
  node[Number(bits.at(-1)) as 0 | 1] = leaf
}

function numbered(root: Node): Node[] {
  const nodes: Node[] = [root]
  for (const node of nodes) for (const child of node) if (Array.isArray(child)) nodes.push(child)
  return nodes
}

function encode(value: MmdbValue): Buffer {
  if (typeof value === 'string') return tagged(2, Buffer.from(value))
  if (typeof value === 'boolean') return tagged(14, Buffer.alloc(0), value ? 1 : 0)
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? tagged(6, unsigned(value)) : tagged(3, double(value))
  if (Array.isArray(value)) return tagged(11, Buffer.concat((value as readonly MmdbValue[]).map(encode)), value.length)
  const entries = Object.entries(value as { readonly [key: string]: MmdbValue })
  return tagged(7, Buffer.concat(entries.flatMap(([key, one]) => [encode(key), encode(one)])), entries.length)
}

function tagged(type: number, body: Buffer, size = body.length): Buffer {
  const head = size < 29 ? [size] : size < 285 ? [29, size - 29] : [30, (size - 285) >> 8, (size - 285) & 255]
  const [first = 0, ...more] = head
  const control = type < 8 ? [(type << 5) | first] : [first, type - 7]
  return Buffer.concat([Buffer.from([...control, ...more]), body])
}

function unsigned(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return bytes
}
