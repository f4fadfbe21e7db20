import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import type { Json } from './board-record.ts'
import { diffText } from './diff-text.ts'
import {
  canonicalRichText,
  EMPTY_RICH_TEXT,
  elementNode,
  isTextBlock,
  joinText,
  RICH_TEXT_LIMITS,
  textNode,
  type RichTextAttrs,
  type RichTextInput,
  type RichTextMark,
  type RichTextNode,
} from './rich-text.ts'

/**
 * Rich text between ProseMirror JSON and Y.XmlFragment, laid out as y-prosemirror does, so that an editor can be bound to what was
 * written here and the other way round: a node is a Y.XmlElement with its attributes, text is a Y.XmlText whose formatting keys are
 * marks. An empty line has an empty Y.XmlText: two people who begin to write in it then write into the same one.
 */

type Child = Y.XmlElement | Y.XmlText

/** Pieces of text that stand next to each other, or one node. */
type Part = readonly RichTextNode[] | RichTextNode

/** A new fragment that reads as `richText`. */
export function bearRichText(richText: RichTextInput): Y.XmlFragment {
  const fragment = new Y.XmlFragment()
  fragment.insert(0, partsOf(canonicalRichText(richText)).map(newChild))
  return fragment
}

/** The text as canonical ProseMirror JSON. What the layout does not have (other types, too many levels) is left out. */
export function readRichText(fragment: Y.XmlFragment): RichTextNode {
  const content = readChildren(fragment, 1)
  return content.length > 0 ? { type: 'doc', content } : EMPTY_RICH_TEXT
}

/** Makes the fragment read as `richText`, changing only what differs: others' words around it and their carets stay. */
export function writeRichText(fragment: Y.XmlFragment, richText: RichTextInput): void {
  writeParts(fragment, partsOf(canonicalRichText(richText)))
}

function readChildren(parent: Y.XmlFragment, depth: number): RichTextNode[] {
  if (depth > RICH_TEXT_LIMITS.depth) return []
  return joinText(
    parent.toArray().flatMap((child: unknown) => {
      if (child instanceof Y.XmlText) return readText(child)
      if (!(child instanceof Y.XmlElement)) return []
      return [elementNode(child.nodeName, attributesOf(child), readChildren(child, depth + 1))]
    }),
  )
}

function readText(text: Y.XmlText): RichTextNode[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Readonly<Record<string, Json>> }[]
  return delta.flatMap(({ insert, attributes = {} }) => (typeof insert === 'string' ? [textNode(insert, marksOf(attributes))] : []))
}

/** Formatting keys as marks; formatting that was taken back is `null`. */
export function marksOf(formatting: Readonly<Record<string, Json>>): RichTextMark[] {
  return Object.entries(formatting).flatMap(([type, attrs]) =>
    attrs === null ? [] : [{ type, attrs: typeof attrs === 'object' && !Array.isArray(attrs) ? (attrs as RichTextAttrs) : {} }],
  )
}

function attributesOf(element: Y.XmlElement): RichTextAttrs {
  return element.getAttributes() as RichTextAttrs // typed as strings; y-prosemirror stores numbers too
}

function partsOf({ type, content = [] }: RichTextNode): Part[] {
  const parts: (RichTextNode[] | RichTextNode)[] = []
  for (const node of content) {
    const before = parts.at(-1)
    if (node.text === undefined) parts.push(node)
    else if (Array.isArray(before)) before.push(node)
    else parts.push([node])
  }
  return parts.length === 0 && isTextBlock(type) ? [[]] : parts
}

function isText(part: Part): part is readonly RichTextNode[] {
  return Array.isArray(part)
}

function newChild(part: Part): Child {
  if (isText(part)) {
    const text = new Y.XmlText()
    if (part.length > 0) text.applyDelta(part.map((piece) => ({ insert: piece.text ?? '', attributes: formattingOf(piece) })))
    return text
  }
  const element = new Y.XmlElement(part.type)
  for (const [name, value] of Object.entries(part.attrs ?? {})) setAttribute(element, name, value)
  element.insert(0, partsOf(part).map(newChild))
  return element
}

function formattingOf({ marks = [] }: RichTextNode): Record<string, Json> {
  return Object.fromEntries(marks.map(({ type, attrs }) => [type, attrs ?? {}]))
}

function setAttribute(element: Y.XmlElement, name: string, value: Json): void {
  element.setAttribute(name, value as string) // typed as strings; y-prosemirror stores numbers too
}

function writeParts(parent: Y.XmlFragment, parts: readonly Part[]): void {
  const children = parent.toArray() as unknown[]
  const shorter = Math.min(children.length, parts.length)
  let start = 0
  while (start < shorter && reads(children[start], parts[start])) start++
  let end = 0
  while (end < shorter - start && reads(children.at(-1 - end), parts.at(-1 - end))) end++
  const changed = parts.slice(start, parts.length - end)
  const surplus = children.length - end - start - changed.length
  if (surplus > 0) parent.delete(start + changed.length, surplus)
  changed.forEach((part, offset) => {
    const index = start + offset
    const child = index < children.length - end ? children[index] : undefined
    if (child !== undefined && rewrite(child, part)) return
    if (child !== undefined) parent.delete(index, 1)
    parent.insert(index, [newChild(part)])
  })
}

/** True when the child could be changed into the part. */
function rewrite(child: unknown, part: Part): boolean {
  if (isText(part)) {
    if (!(child instanceof Y.XmlText)) return false
    writeText(child, part)
    return true
  }
  if (!(child instanceof Y.XmlElement) || child.nodeName !== part.type) return false
  const attrs = part.attrs ?? {}
  const former = attributesOf(child)
  for (const name of Object.keys(former)) if (!(name in attrs)) child.removeAttribute(name)
  for (const [name, value] of Object.entries(attrs)) if (!equalityDeep(former[name], value)) setAttribute(child, name, value)
  writeParts(child, partsOf(part))
  return true
}

function reads(child: unknown, part: Part | undefined): boolean {
  if (part === undefined) return false
  if (isText(part)) return child instanceof Y.XmlText && equalityDeep(joinText(readText(child)), part)
  if (!(child instanceof Y.XmlElement) || child.nodeName !== part.type) return false
  const children = child.toArray()
  const parts = partsOf(part)
  return (
    equalityDeep(attributesOf(child), part.attrs ?? {}) &&
    children.length === parts.length &&
    parts.every((inner, index) => reads(children[index], inner))
  )
}

function writeText(text: Y.XmlText, pieces: readonly RichTextNode[]): void {
  for (let item = text._start; item !== null; item = item.right) if (!item.deleted && isForeign(item)) removeForeign(text, item)
  const { index, remove, insert } = diffText(plainText(text), pieces.map((piece) => piece.text).join(''))
  if (remove > 0) text.delete(index, remove)
  // It takes on its neighbour's formatting; what it should have is set right below.
  if (insert) text.insert(index, insert)
  const former = new Set((text.toDelta() as { attributes?: object }[]).flatMap(({ attributes = {} }) => Object.keys(attributes)))
  const none = Object.fromEntries([...former].map((name) => [name, null]))
  const retain = pieces.map((piece) => ({ retain: (piece.text ?? '').length, attributes: { ...none, ...formattingOf(piece) } }))
  if (former.size > 0 || pieces.some((piece) => piece.marks)) text.applyDelta(retain)
}

/** What stands among the characters and is none: nothing that we write. */
function isForeign(item: Y.Item): boolean {
  return item.countable && !(item.content instanceof Y.ContentString)
}

function removeForeign(text: Y.XmlText, foreign: Y.Item): void {
  let index = 0
  for (let item = text._start; item !== null && item !== foreign; item = item.right) {
    if (!item.deleted && item.countable) index += item.length
  }
  text.delete(index, foreign.length)
}

function plainText(text: Y.XmlText): string {
  let plain = ''
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) plain += item.content.str
  }
  return plain
}
