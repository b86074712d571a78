/** Head and shoulders in eight rows of eight: 0 background, 1 skin, 2 hair, 3 clothes. */
const FIGURE = ['00022000', '00222200', '00211200', '00111100', '00011000', '03333330', '33333333', '33333333']

const SKINS = [0xf1c27d, 0xc68642, 0x8d5524, 0xffdbac, 0xe0ac69]
const HAIRS = [0x2c1b18, 0x6a4e42, 0xa7856a, 0x5a5a5a, 0xb55239]
const CLOTHES = [0x3b5b92, 0x7a3e48, 0x3f6b52, 0x54457f, 0x8a6d3b]
const BACKGROUNDS = [0xdfe6ee, 0xeee3df, 0xe3eedf, 0xe8e0ee, 0xeeecdf]

/** A picture of nobody: a baseline JPEG of 64 × 64 whose blocks are of one colour each. A few hundred bytes, other for each seed. */
export function avatarJpeg(seed: number): Buffer {
  const palette = [BACKGROUNDS, SKINS, HAIRS, CLOTHES].map((colours, index) => colours[(seed >> index) % colours.length] ?? 0)
  return jpegOfBlocks(FIGURE.map(row => [...row].map(digit => palette[Number(digit)] ?? 0)))
}

/** Standard table of DC categories (ITU-T T.81, K.3). */
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
const DC_CODES = ['00', '010', '011', '100', '101', '110', '1110', '11110', '111110', '1111110', '11111110', '111111110']
/** The only AC code: end of block. */
const END_OF_BLOCK = '0'
const QUANTUM = 8

/** Rows of blocks, each one colour: 0xRRGGBB. */
function jpegOfBlocks(rows: readonly (readonly number[])[]): Buffer {
  const [width, height] = [(rows[0]?.length ?? 0) * 8, rows.length * 8]
  const components = [1, 2, 3].flatMap(id => [id, 0x11, 0])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => QUANTUM)]),
    segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 3, ...components]),
    segment(0xc4, [0x00, ...DC_COUNTS, ...DC_CODES.keys()]),
    segment(0xc4, [0x10, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    scan(rows.flat()),
    Buffer.from([0xff, 0xd9]),
  ])
}

const segment = (marker: number, bytes: readonly number[]): Buffer =>
  Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255, ...bytes])

function scan(blocks: readonly number[]): Buffer {
  const last = [0, 0, 0]
  let bits = ''
  for (const block of blocks) {
    for (const [component, level] of toYcc(block).entries()) {
      // The mean of a block is an eighth of its DC coefficient.
      const coefficient = Math.round(((level - 128) * 8) / QUANTUM)
      bits += dcBits(coefficient - (last[component] ?? 0)) + END_OF_BLOCK
      last[component] = coefficient
    }
  }
  const bytes = (bits + '1'.repeat((8 - (bits.length % 8)) % 8)).match(/.{8}/g) ?? []
  return Buffer.from(bytes.flatMap(byte => (byte === '11111111' ? [255, 0] : [Number.parseInt(byte, 2)])))
}

function dcBits(difference: number): string {
  const size = difference === 0 ? 0 : Math.abs(difference).toString(2).length
  const value = difference < 0 ? difference + 2 ** size - 1 : difference
  return `${DC_CODES[size] ?? ''}${size === 0 ? '' : value.toString(2).padStart(size, '0')}`
}

function toYcc(colour: number): [number, number, number] {
  const [r, g, b] = [colour >> 16, (colour >> 8) & 255, colour & 255]
  return [0.299 * r + 0.587 * g + 0.114 * b, 128 - 0.1687 * r - 0.3313 * g + 0.5 * b, 128 + 0.5 * r - 0.4187 * g - 0.0813 * b]
}
