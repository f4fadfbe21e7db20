import { memo } from 'react'
import { describe, expect, it } from 'vitest'
import { svgMarkup } from './svg-markup.ts'

function Dot({ x, shown }: { x: number; shown: boolean }) {
  return (
    <>
      {shown && <circle cx={x} cy={0} r={1.23456} strokeWidth={2} strokeDasharray={undefined} className="dot" />}
      {[1, 2].map((n) => (
        <tspan key={n}>{n}</tspan>
      ))}
    </>
  )
}

describe('svgMarkup', () => {
  it('writes elements, components, fragments and lists', () => {
    expect(svgMarkup(<Dot x={3} shown />)).toBe(
      '<circle cx="3" cy="0" r="1.235" stroke-width="2" class="dot"/><tspan>1</tspan><tspan>2</tspan>',
    )
    expect(svgMarkup(<Dot x={3} shown={false} />)).toBe('<tspan>1</tspan><tspan>2</tspan>')
    expect(svgMarkup(<text style={{ whiteSpace: 'pre' }}> a</text>)).toBe('<text style="white-space:pre"> a</text>')
    expect(svgMarkup(null)).toBe('')
  })

  it('escapes texts and attributes', () => {
    expect(svgMarkup(<text id={'a"<&'}>{'<script>&"\'</script>'}</text>)).toBe(
      '<text id="a&quot;&lt;&amp;">&lt;script&gt;&amp;&quot;\'&lt;/script&gt;</text>',
    )
  })

  it('drops what XML forbids and keeps emoji and rare characters', () => {
    expect(svgMarkup(<text>{'a\u0000\u0007b\u000b\ufffe\ud800c😀𠀀\t'}</text>)).toBe('<text>abc😀𠀀\t</text>')
  })

  it('refuses drawings that need more than a function', () => {
    const Memo = memo(() => <g />)
    expect(() => svgMarkup(<Memo />)).toThrow(TypeError)
    expect(() => svgMarkup(<g>{{ toString: () => 'x' } as never}</g>)).toThrow(TypeError)
  })
})
