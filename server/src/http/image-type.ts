import { ASSET_HEAD_BYTES } from '../storage/asset-store.ts'

/** Types that a browser shows without running anything, and that tldraw places on a board. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/svg+xml'

const ascii = (bytes: Uint8Array, start: number, end: number): string => String.fromCharCode(...bytes.subarray(start, end))

/** XML declaration, comments and white space, then the root. A DOCTYPE is refused: it could declare entities that explode. */
const SVG_START = /^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--(?:(?!-->)[\s\S])*-->\s*)*<svg[\s>]/

/** What a file is, by its content alone: names and declared types say what the sender wants us to believe. */
export function imageType(bytes: Uint8Array): ImageType | undefined {
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png'
  if (ascii(bytes, 0, 3) === '\xff\xd8\xff') return 'image/jpeg'
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'image/gif'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'image/webp'
  return SVG_START.test(new TextDecoder().decode(bytes.subarray(0, ASSET_HEAD_BYTES))) ? 'image/svg+xml' : undefined
}
