import { equalityDeep } from 'lib0/function'
import type { BoardRecord, Json } from './board-record.ts'

/** The facet that holds a record's rich text: a Y.XmlFragment born with it (`rich-text-fragment.ts`). */
export const RICH_TEXT = 'richText'

/** The same text as readers see it, and as records born without a fragment store it: ProseMirror JSON, one value. */
export const RICH_TEXT_PROP = 'props.richText'

/** tldraw's shapes with rich text. The text of cards, links and areas is plain. */
const RICH_TEXT_SHAPES: ReadonlySet<string | undefined> = new Set(['note', 'text', 'geo'])

/** ProseMirror JSON: a node, or a piece of text. */
export interface RichTextNode {
  readonly type: string
  readonly attrs?: RichTextAttrs
  readonly content?: readonly RichTextNode[]
  readonly marks?: readonly RichTextMark[]
  readonly text?: string
}

export interface RichTextMark {
  readonly type: string
  readonly attrs?: RichTextAttrs
}

export type RichTextAttrs = Readonly<Record<string, Json>>

/**
 * What rich text may hold, as tldraw's editor knows it: nodes, marks, and the attributes of each. An unknown name makes
 * every browser that shows the shape throw, so the server refuses them.
 */
export const RICH_TEXT_NODES: Readonly<Record<string, readonly string[]>> = {
  paragraph: ['dir'],
  heading: ['dir', 'level'],
  bulletList: [],
  orderedList: ['start', 'type'],
  listItem: [],
  hardBreak: [],
}
export const RICH_TEXT_MARKS: Readonly<Record<string, readonly string[]>> = {
  bold: [],
  italic: [],
  strike: [],
  code: [],
  highlight: ['color'],
  link: ['href', 'target', 'rel', 'class'],
}

/**
 * `length`: characters of the words, as many as a card's. `depth`: levels of nodes; a list in a list takes two, and Yjs' decoder
 * allows 48 of any value. `nodes`: lines, list items and pieces of text; far more than fit on a shape that people can read.
 */
export const RICH_TEXT_LIMITS = { length: 10_000, depth: 20, nodes: 5_000 } as const

/** Nodes that hold text directly. They have a writing direction, and exactly one piece of text when they are empty. */
const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading'])

export function isTextBlock(type: string): boolean {
  return TEXT_BLOCKS.has(type)
}

/** True for records whose text is rich. */
export function hasRichText(record: BoardRecord): boolean {
  return record.typeName === 'shape' && RICH_TEXT_SHAPES.has(record.type) && isNode(record.props?.['richText'])
}

/** Rich text as it comes from somewhere: a document of such nodes, or anything else. */
export type RichTextInput = Json | RichTextNode | undefined

/** Optional fields are absent here, never `undefined`, which TypeScript cannot tell apart. */
export function richTextAsJson(richText: RichTextNode): Json {
  return richText as unknown as Json // see above
}

/** A document without words: one empty line. */
export const EMPTY_RICH_TEXT: RichTextNode = { type: 'doc', content: [{ type: 'paragraph', attrs: { dir: 'auto' } }] }

/**
 * The one way to write a text down: without what is absent by default, marks by name, neighbouring pieces joined, every line
 * with its direction. tldraw, ProseMirror and y-prosemirror each leave out or add such things by themselves.
 */
export function canonicalRichText(value: RichTextInput): RichTextNode {
  const content = isNode(value) ? canonicalContent(value.content) : []
  return content.length > 0 ? { type: 'doc', content } : EMPTY_RICH_TEXT
}

/** True when both say the same, however they are written down. */
export function isSameRichText(a: RichTextInput, b: RichTextInput): boolean {
  return a === b || equalityDeep(a, b) || equalityDeep(canonicalRichText(a), canonicalRichText(b))
}

/** The words of a rich text, one line for each of its own. */
export function plainRichText(value: RichTextInput): string {
  return isNode(value) ? linesOf(value).join('\n') : ''
}

function linesOf(node: RichTextNode): string[] {
  const content = Array.isArray(node.content) ? (node.content as readonly unknown[]).filter(isNode) : []
  if (!isTextBlock(node.type)) return content.flatMap(linesOf)
  return [content.map((piece) => (piece.type === 'hardBreak' ? '\n' : (piece.text ?? ''))).join('')]
}

/** Pieces of text with equal marks become one; empty ones vanish. */
export function joinText(nodes: readonly RichTextNode[]): RichTextNode[] {
  const joined: RichTextNode[] = []
  for (const node of nodes) {
    if (node.text === undefined) {
      joined.push(node)
      continue
    }
    if (node.text === '') continue
    const before = joined.at(-1)
    if (before?.text !== undefined && equalityDeep(before.marks, node.marks)) {
      joined[joined.length - 1] = { ...before, text: before.text + node.text }
    } else joined.push(node)
  }
  return joined
}

/** A node as it is written down; `attrs` without `null`s. */
export function elementNode(type: string, attrs: RichTextAttrs, content: readonly RichTextNode[]): RichTextNode {
  const own = Object.entries(attrs).filter(([, value]) => value !== null)
  const all = { ...(isTextBlock(type) ? { dir: 'auto' } : {}), ...Object.fromEntries(own) }
  return { type, ...(Object.keys(all).length > 0 ? { attrs: all } : {}), ...(content.length > 0 ? { content } : {}) }
}

/** A piece of text as it is written down. */
export function textNode(text: string, marks: readonly RichTextMark[]): RichTextNode {
  return marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: marks.toSorted(byType).map(canonicalMark) }
}

function canonicalContent(content: unknown): RichTextNode[] {
  return Array.isArray(content) ? joinText((content as readonly unknown[]).filter(isNode).map(canonicalNode)) : []
}

function canonicalNode(node: RichTextNode): RichTextNode {
  if (node.type === 'text') {
    return textNode(typeof node.text === 'string' ? node.text : '', Array.isArray(node.marks) ? node.marks.filter(isNode) : [])
  }
  return elementNode(node.type, isBag(node.attrs) ? node.attrs : {}, canonicalContent(node.content))
}

function canonicalMark({ type, attrs }: RichTextMark): RichTextMark {
  return isBag(attrs) && Object.keys(attrs).length > 0 ? { type, attrs } : { type }
}

function byType(a: RichTextMark, b: RichTextMark): number {
  return a.type < b.type ? -1 : a.type > b.type ? 1 : 0
}

function isNode(value: unknown): value is RichTextNode {
  return isBag(value) && typeof value['type'] === 'string'
}

function isBag(value: unknown): value is RichTextAttrs {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
