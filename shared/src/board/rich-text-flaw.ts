import * as Y from 'yjs'
import { readRichText } from './rich-text-fragment.ts'
import { RICH_TEXT_LIMITS, RICH_TEXT_MARKS, RICH_TEXT_NODES, type RichTextMark, type RichTextNode } from './rich-text.ts'

/** What is wrong with a text that somebody wants to put on the board. */
export type RichTextFlaw = 'invalid' | 'too-large'

/** Characters of one attribute: an address of a web page is the longest. */
const MAX_ATTRIBUTE = 2_048

/** Checks a fragment before anybody reads it: only what the layout has, within the limits. Cost: its nodes, up to the limit. */
export function flawOfFragment(fragment: Y.XmlFragment): RichTextFlaw | null {
  if (fragment instanceof Y.XmlElement) return 'invalid'
  const open: { type: Y.XmlFragment | Y.XmlText; depth: number }[] = [{ type: fragment, depth: 0 }]
  let nodes = 0
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > RICH_TEXT_LIMITS.depth) return 'too-large'
    for (let item = next.type._start; item !== null; item = item.right) {
      if (item.deleted) continue
      nodes += 1
      if (nodes > RICH_TEXT_LIMITS.nodes) return 'too-large'
      const child = childOf(next.type, item)
      if (child === undefined) return 'invalid'
      if (child) open.push({ type: child, depth: next.depth + 1 })
    }
    if (!(next.type instanceof Y.XmlElement) && [...next.type._map.values()].some((item) => !item.deleted)) return 'invalid'
  }
  return flawOfRichText(readRichText(fragment))
}

/** The type that hangs at an item; null for characters and formatting, undefined for what has no place here. */
function childOf(parent: Y.XmlFragment | Y.XmlText, { content }: Y.Item): Y.XmlElement | Y.XmlText | null | undefined {
  if (parent instanceof Y.XmlText) return content instanceof Y.ContentString || content instanceof Y.ContentFormat ? null : undefined
  const child: unknown = content instanceof Y.ContentType ? content.type : undefined
  return child instanceof Y.XmlElement || child instanceof Y.XmlText ? child : undefined
}

/** Checks ProseMirror JSON: the whole text as a record stores it, or as a fragment reads. */
export function flawOfRichText(value: unknown): RichTextFlaw | null {
  if (!isBag(value) || value['type'] !== 'doc' || !Array.isArray(value['content'])) return 'invalid'
  const tally = { length: 0, nodes: 0 }
  for (const node of value['content']) {
    const flaw = flawOfNode(node, 1, tally)
    if (flaw) return flaw
  }
  return null
}

function flawOfNode(node: RichTextNode | undefined, depth: number, tally: { length: number; nodes: number }): RichTextFlaw | null {
  tally.nodes += 1
  if (depth > RICH_TEXT_LIMITS.depth || tally.nodes > RICH_TEXT_LIMITS.nodes) return 'too-large'
  if (!isBag(node)) return 'invalid'
  if (node.type === 'text') return flawOfText(node, tally)
  if (!hasOwnAttrs(RICH_TEXT_NODES, node) || node.marks !== undefined || node.text !== undefined) return 'invalid'
  if (node.content === undefined) return null
  if (!Array.isArray(node.content)) return 'invalid'
  for (const child of node.content as readonly RichTextNode[]) {
    const flaw = flawOfNode(child, depth + 1, tally)
    if (flaw) return flaw
  }
  return null
}

function flawOfText({ text, marks, content }: RichTextNode, tally: { length: number }): RichTextFlaw | null {
  // ProseMirror refuses pieces of text without text.
  if (typeof text !== 'string' || text === '' || content !== undefined) return 'invalid'
  tally.length += text.length
  if (tally.length > RICH_TEXT_LIMITS.length) return 'too-large'
  if (marks === undefined) return null
  return Array.isArray(marks) && marks.every((mark: RichTextMark) => hasOwnAttrs(RICH_TEXT_MARKS, mark)) ? null : 'invalid'
}

/** A name that the table has, with attributes that it has, of plain values. */
function hasOwnAttrs(table: Readonly<Record<string, readonly string[]>>, part: unknown): boolean {
  if (!isBag(part) || typeof part['type'] !== 'string' || !Object.hasOwn(table, part['type'])) return false
  if (part['attrs'] === undefined) return true
  const names = table[part['type']] ?? []
  return isBag(part['attrs']) && Object.entries(part['attrs']).every(([name, value]) => names.includes(name) && isAttribute(value))
}

function isAttribute(value: unknown): boolean {
  return value === null || typeof value === 'number' || (typeof value === 'string' && value.length <= MAX_ATTRIBUTE)
}

function isBag(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
