import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { anyRichText } from './rich-text-fixture.ts'
import { bearRichText, readRichText, writeRichText } from './rich-text-fragment.ts'
import { canonicalRichText, EMPTY_RICH_TEXT, isSameRichText, plainRichText, type RichTextInput, type RichTextNode } from './rich-text.ts'

// Some hundred random texts each: a second on an idle core, and many on a busy one.
vi.setConfig({ testTimeout: 60_000 })

const SEED = { seed: 20260302, numRuns: 300 }
const richText = anyRichText()

function born(value: RichTextNode): { doc: Y.Doc; fragment: Y.XmlFragment } {
  const doc = new Y.Doc()
  const fragment = bearRichText(value)
  doc.getMap('m').set('richText', fragment)
  return { doc, fragment }
}

function copyOf(doc: Y.Doc): { doc: Y.Doc; fragment: Y.XmlFragment } {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return { doc: copy, fragment: copy.getMap('m').get('richText') as Y.XmlFragment }
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}

const line = (...texts: string[]): RichTextNode => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', attrs: { dir: 'auto' }, ...(text ? { content: [{ type: 'text', text }] } : {}) })),
})

describe('rich text in a fragment', () => {
  it('reads back what it was born with', () => {
    fc.assert(
      fc.property(richText, (value) => {
        expect(readRichText(copyOf(born(value).doc).fragment)).toEqual(canonicalRichText(value))
      }),
      SEED,
    )
  })

  it('reads as what was written over it', () => {
    fc.assert(
      fc.property(richText, richText, (from, to) => {
        const { fragment } = born(from)
        writeRichText(fragment, to)
        expect(readRichText(fragment)).toEqual(canonicalRichText(to))
      }),
      SEED,
    )
  })

  it('writes nothing when nothing differs', () => {
    fc.assert(
      fc.property(richText, (value) => {
        const { doc, fragment } = born(value)
        const before = Y.encodeStateAsUpdate(doc)
        writeRichText(fragment, readRichText(fragment))
        expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
      }),
      SEED,
    )
  })

  it('keeps what two people write into different lines at once, and both read the same', () => {
    fc.assert(
      fc.property(richText, richText, richText, (from, one, other) => {
        const a = born(from)
        const b = copyOf(a.doc)
        writeRichText(a.fragment, one)
        writeRichText(b.fragment, other)
        exchange(a.doc, b.doc)
        expect(readRichText(a.fragment)).toEqual(readRichText(b.fragment))
      }),
      SEED,
    )
  })

  it('two people who begin in an empty line write into the same piece of text', () => {
    const a = born(EMPTY_RICH_TEXT)
    const b = copyOf(a.doc)
    writeRichText(a.fragment, line('停水'))
    writeRichText(b.fragment, line('water'))
    exchange(a.doc, b.doc)
    const merged = JSON.stringify(readRichText(a.fragment))
    expect(merged).toContain('停水')
    expect(merged).toContain('water')
    expect((a.fragment.get(0) as Y.XmlElement).length).toBe(1)
  })

  it('bold by one and words by another both stay', () => {
    const a = born(line('clean water'))
    const b = copyOf(a.doc)
    const bold = { type: 'text', text: 'clean water', marks: [{ type: 'bold' }] }
    writeRichText(a.fragment, { type: 'doc', content: [{ type: 'paragraph', content: [bold] }] })
    writeRichText(b.fragment, line('clean drinking water'))
    exchange(a.doc, b.doc)
    expect(readRichText(b.fragment)).toEqual({
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          attrs: { dir: 'auto' },
          content: [{ type: 'text', text: 'clean drinking water', marks: [{ type: 'bold' }] }],
        },
      ],
    })
  })

  it('leaves out what no editor writes, and stops at the deepest level', () => {
    const { fragment } = born(line('a'))
    ;((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(1, { image: 'x' })
    let parent: Y.XmlFragment = fragment
    for (let depth = 0; depth < 40; depth++) {
      const item = new Y.XmlElement('listItem')
      parent.insert(parent.length, [item])
      parent = item
    }
    const depthOf = (node: RichTextNode): number => 1 + Math.max(0, ...(node.content ?? []).map(depthOf))
    expect(depthOf(readRichText(fragment))).toBe(21)
    writeRichText(fragment, line('b'))
    expect(readRichText(fragment)).toEqual(line('b'))
  })
})

describe('plainRichText', () => {
  it('gives the words line by line, also those of lists', () => {
    const list = { type: 'bulletList', content: [{ type: 'listItem', content: line('rain', 'tank').content ?? [] }] }
    expect(plainRichText({ type: 'doc', content: [...(line('water', '').content ?? []), list] })).toBe('water\n\nrain\ntank')
    expect(plainRichText(null)).toBe('')
  })
})

describe('canonicalRichText', () => {
  it('says everything once and for all', () => {
    fc.assert(
      fc.property(richText, (value) => {
        const canonical = canonicalRichText(value)
        expect(canonicalRichText(canonical)).toEqual(canonical)
        expect(isSameRichText(value, canonical)).toBe(true)
      }),
      SEED,
    )
  })

  it('takes whatever is no rich text for an empty line', () => {
    const others: RichTextInput[] = [
      undefined,
      null,
      7,
      'text',
      [],
      {},
      { type: 'doc' },
      { type: 'doc', content: [] },
      { type: 'doc', content: [3] },
    ]
    for (const value of others) {
      expect(canonicalRichText(value)).toEqual(EMPTY_RICH_TEXT)
    }
  })
})
