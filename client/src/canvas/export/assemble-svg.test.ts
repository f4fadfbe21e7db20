import { describe, expect, it } from 'vitest'
import { BOARD_FONT } from '../look/font.ts'
import { assembleSvg, type SvgPicture } from './assemble-svg.ts'
import { xmlText } from './xml-text.ts'

const EMPTY: SvgPicture = {
  bounds: { x: -32, y: 10.004, w: 400, h: 300 },
  scale: 2,
  background: null,
  parts: [],
  fontCss: '',
  fontFamily: BOARD_FONT,
  probes: [],
}

function parsed(picture: Partial<SvgPicture>): Element {
  const document = new DOMParser().parseFromString(assembleSvg({ ...EMPTY, ...picture }), 'image/svg+xml')
  return document.documentElement
}

describe('assembleSvg', () => {
  it('shows the bounds at the scale', () => {
    const svg = parsed({})
    expect(svg.getAttribute('viewBox')).toBe('-32 10 400 300')
    expect([svg.getAttribute('width'), svg.getAttribute('height')]).toEqual(['800', '600'])
    expect(svg.children).toHaveLength(0)
  })

  it('puts background, then parts bottom first, in their places', () => {
    const svg = assembleSvg({
      ...EMPTY,
      background: '#faf7f0',
      parts: [
        { markup: '<path d="M0 0"/>', transform: 'matrix(1, 0, 0, 1, 5, 6)', opacity: 1, clip: null },
        { markup: '<path d="M1 1"/>', transform: '', opacity: 0.5, clip: null },
      ],
    })
    expect(svg.slice(svg.indexOf('<rect'))).toBe(
      '<rect x="-32" y="10" width="400" height="300" fill="#faf7f0"/><g transform="matrix(1, 0, 0, 1, 5, 6)"><path d="M0 0"/></g>' +
        '<g opacity="0.5"><path d="M1 1"/></g></svg>',
    )
  })

  it('cuts off what sticks out of an area', () => {
    const clip = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 50 },
    ]
    const svg = assembleSvg({ ...EMPTY, parts: [{ markup: '<g/>', transform: 'matrix(1,0,0,1,9,9)', opacity: 1, clip }] })
    expect(svg).toContain('<defs><clipPath id="clip0"><path d="M0 0L100 0L100 50Z"/></clipPath></defs>')
    expect(svg).toContain('<g clip-path="url(#clip0)"><g transform="matrix(1,0,0,1,9,9)"><g/></g></g>')
  })

  it('names the font once, and carries it along', () => {
    const markup = `<text font-family="${xmlText(BOARD_FONT)}" x="1">困境</text>`
    const css = "@font-face{font-family:'Noto Sans SC';src:url(data:font/woff2;base64,AA==)}"
    const svg = assembleSvg({
      ...EMPTY,
      parts: [{ markup, transform: '', opacity: 1, clip: null }],
      fontCss: css,
      fontFamily: `'Noto Sans SC', ${BOARD_FONT}`,
    })
    expect(svg).toContain('<text x="1">困境</text>')
    expect(svg).toContain(`font-family="'Noto Sans SC', system-ui`)
    expect(svg).toContain(`<style>${css}</style>`)
  })

  it('writes probes below the picture, in rows', () => {
    const svg = parsed({ bounds: { x: 100, y: 0, w: 50, h: 30 }, scale: 1, probes: ['a', '<', '困'] })
    expect(svg.getAttribute('viewBox')).toBe('100 0 50 78')
    const places = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getAttribute('x'), text.getAttribute('y')])
    expect(places).toEqual([
      ['a', '102', '49'],
      ['<', '126', '49'],
      ['困', '102', '73'],
    ])
  })

  it('is well-formed whatever people wrote', () => {
    const text = 'a&b<c>"d"\'\u0000\u001f\ufffe\udfff ]]> <!-- 😀'
    const svg = parsed({ parts: [{ markup: `<text>${xmlText(text)}\u0001</text>`, transform: '', opacity: 1, clip: null }] })
    expect(svg.querySelector('parsererror')).toBeNull()
    expect(svg.querySelector('text')?.textContent).toBe('a&b<c>"d"\' ]]> <!-- 😀')
  })
})
