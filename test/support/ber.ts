/** Writes BER, right or wrong: what a directory sends, and what it would not. */
export function ber(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const length = Buffer.alloc(5, 0x84)
  length.writeUInt32BE(body.length, 1)
  return Buffer.concat([Buffer.from([tag]), body.length < 0x80 ? Buffer.from([body.length]) : length, body])
}

export const octets = (value: string | Buffer): Buffer => ber(0x04, Buffer.from(value))
export const enumerated = (value: number): Buffer => ber(0x0a, Buffer.from([value]))

export function integer(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return ber(0x02, bytes)
}

export const result = (id: number, tag: number, code = 0): Buffer =>
  ber(0x30, integer(id), ber(tag, enumerated(code), octets(''), octets('')))
export const bindAnswer = (id: number, code = 0): Buffer => result(id, 0x61, code)
export const searchDone = (id: number, code = 0): Buffer => result(id, 0x65, code)

export function searchEntry(id: number, dn: string, attributes: Readonly<Record<string, readonly (string | Buffer)[]>>): Buffer {
  const written = Object.entries(attributes).map(([name, values]) => ber(0x30, octets(name), ber(0x31, ...values.map(octets))))
  return ber(0x30, integer(id), ber(0x64, octets(dn), ber(0x30, ...written)))
}
