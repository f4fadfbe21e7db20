import { Fragment, isValidElement, type ReactNode } from 'react'
import { xmlText } from './xml-text.ts'

/** React's names that are not the kebab-case of SVG's. */
const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = { className: 'class', viewBox: 'viewBox', textLength: 'textLength' }

/** Board units at a thousandth: far below a pixel at any scale. */
const rounded = (value: number) => String(Math.round(value * 1000) / 1000)

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * A drawing of the board (cards, areas, links) as SVG text. These are pure functions without hooks, so that they can be written
 * down without React's renderer, which costs ten times as long and a page to render into. Throws for anything else.
 */
export function svgMarkup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'string') return xmlText(node)
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (Array.isArray(node)) return node.map((child: ReactNode) => svgMarkup(child)).join('')
  if (!isValidElement<Record<string, unknown>>(node)) throw new TypeError('a drawing consists of elements, texts and lists')
  const { type, props } = node
  const children = props['children'] as ReactNode // React's own type for it
  if (type === Fragment) return svgMarkup(children)
  if (typeof type === 'function') return svgMarkup((type as (props: object) => ReactNode)(props)) // classes do not draw here
  if (typeof type !== 'string') throw new TypeError('a drawing has no contexts, memos or lazy parts')
  const content = svgMarkup(children)
  const open = `<${type}${attributes(props)}`
  return content === '' ? `${open}/>` : `${open}>${content}</${type}>`
}

function attributes(props: Record<string, unknown>): string {
  let written = ''
  for (const [name, value] of Object.entries(props)) {
    if (name === 'children' || value === undefined || value === null || value === false) continue
    const text = name === 'style' ? styleText(value as Record<string, string | number>) : attributeText(value)
    written += ` ${ATTRIBUTE_NAMES[name] ?? kebab(name)}="${xmlText(text)}"`
  }
  return written
}

function styleText(style: Record<string, string | number>): string {
  return Object.entries(style)
    .map(([name, value]) => `${kebab(name)}:${value}`)
    .join(';')
}

function attributeText(value: unknown): string {
  if (typeof value === 'number') return rounded(value)
  if (typeof value === 'string') return value
  if (value === true) return 'true'
  throw new TypeError('attributes of a drawing are texts and numbers')
}
