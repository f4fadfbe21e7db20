import { describe, expect, it } from 'vitest'
import { imageType } from './image-type.ts'

const text = (content: string): Uint8Array => Buffer.from(content)
const binary = (content: string): Uint8Array => Buffer.from(content, 'latin1')

describe('imageType', () => {
  it('knows images by their first bytes', () => {
    expect(imageType(binary('\x89PNG\r\n\x1a\n…'))).toBe('image/png')
    expect(imageType(binary('\xff\xd8\xff\xe0'))).toBe('image/jpeg')
    expect(imageType(binary('GIF89a'))).toBe('image/gif')
    expect(imageType(binary('RIFF\x10\0\0\0WEBPVP8 '))).toBe('image/webp')
  })

  it('knows an SVG behind declaration, comments and a byte order mark', () => {
    for (const content of [
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '\uFEFF<?xml version="1.0"?>\n<!-- made by > hand --><!-- two -->\n<svg>',
    ]) {
      expect(imageType(text(content)), content).toBe('image/svg+xml')
    }
  })

  it('takes nothing else for an image, in particular no pages and no SVG with entities', () => {
    for (const content of [
      '',
      'GIF',
      '<html><svg></svg></html>',
      '<script>alert(1)</script>',
      '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>',
      '%PDF-1.7',
      'RIFF1234AVI ',
      '<svgx>',
      'text <svg>',
      `<!--${'x'.repeat(10_000)}--><svg>`,
    ]) {
      expect(imageType(text(content)), content.slice(0, 40)).toBeUndefined()
    }
  })

  it('answers at once for input made to keep it busy', () => {
    expect(imageType(text('<!--'.repeat(2_000)))).toBeUndefined()
    expect(imageType(text('<!---->'.repeat(1_100)))).toBeUndefined()
    expect(imageType(text(' '.repeat(8_192)))).toBeUndefined()
  })
})
