import { deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Entries of a PNG palette. */
const COLOURS = 256

/**
 * The same picture with a palette of its 256 most frequent colours: pictures of an interface are flat colours and the soft edges of
 * letters, so nobody sees the difference, and the file is a third. Takes what Chromium writes: 8 bits, RGB or RGBA, not interlaced.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, channels, rows } = decode(png)
  const counts = new Map<number, number>()
  const pixels = new Uint32Array(width * height)
  for (let i = 0; i < pixels.length; i++) {
    const at = i * channels
    const colour = ((rows[at] ?? 0) << 16) | ((rows[at + 1] ?? 0) << 8) | (rows[at + 2] ?? 0)
    pixels[i] = colour
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, COLOURS)
  const chosen = palette.map(([colour]) => colour)
  const indexOf = new Map<number, number>(chosen.map((colour, i) => [colour, i]))
  const packed = Buffer.alloc((width + 1) * height)
  for (let i = 0; i < pixels.length; i++) {
    const colour = pixels[i] ?? 0
    let index = indexOf.get(colour)
    if (index === undefined) indexOf.set(colour, (index = nearest(chosen, colour)))
    packed[i + Math.floor(i / width) + 1] = index
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const entries = Buffer.from(chosen.flatMap((colour) => [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255]))
  const data = deflateSync(packed, { level: 9 })
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', entries), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function nearest(colours: readonly number[], wanted: number): number {
  let best = 0
  let least = Infinity
  for (const [i, colour] of colours.entries()) {
    const apart = [16, 8, 0].reduce((sum, bits) => sum + (((colour >> bits) & 255) - ((wanted >> bits) & 255)) ** 2, 0)
    if (apart >= least) continue
    best = i
    least = apart
  }
  return best
}

function decode(png: Buffer): { width: number; height: number; channels: number; rows: Buffer } {
  const parts: Buffer[] = []
  for (let at = SIGNATURE.length; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const channels = png[25] === 6 ? 4 : 3
  const raw = inflateSync(Buffer.concat(parts))
  const stride = width * channels
  const rows = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)]
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? (rows[y * stride + x - channels] ?? 0) : 0
      const up = y > 0 ? (rows[(y - 1) * stride + x] ?? 0) : 0
      const corner = x >= channels && y > 0 ? (rows[(y - 1) * stride + x - channels] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter ?? 0] ?? 0
      rows[y * stride + x] = ((raw[y * (stride + 1) + 1 + x] ?? 0) + guess) & 255
    }
  }
  return { width, height, channels, rows }
}

/** PNG's own predictor: the neighbour nearest to left + up − corner. */
function paeth(left: number, up: number, corner: number): number {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** PNG’s checksum. Node’s zlib has one only from 20.15 on. */
function crc32(bytes: Buffer): number {
  let crc = 0xff_ff_ff_ff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xed_b8_83_20 : crc >>> 1
  }
  return ~crc >>> 0
}
