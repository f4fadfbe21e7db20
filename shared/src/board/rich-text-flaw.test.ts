import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { flawOfFragment, flawOfRichText } from './rich-text-flaw.ts'
import { bearRichText } from './rich-text-fragment.ts'
import { RICH_TEXT_LIMITS } from './rich-text.ts'

const doc = (...content: unknown[]) => ({ type: 'doc', content })
const line = (...content: unknown[]) => ({ type: 'paragraph', content })
const words = (text: unknown, marks?: unknown) => ({ type: 'text', text, ...(marks === undefined ? {} : { marks }) })

describe('flawOfRichText', () => {
  it('takes what the editor writes', () => {
    const link = { type: 'link', attrs: { href: 'https://example.org', target: null } }
    const list = { type: 'orderedList', attrs: { start: 2 }, content: [{ type: 'listItem', content: [line(words('x'))] }] }
    expect(flawOfRichText(doc(line(words('no water', [{ type: 'bold' }, link])), { type: 'paragraph' }, list))).toBeNull()
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['another root', { type: 'paragraph', content: [] }],
    ['a root without content', { type: 'doc' }],
    ['a node that is none', doc(null)],
    ['an unknown node', doc({ type: 'script' })],
    ['a name that every object has', doc({ type: 'constructor' })],
    ['a node without a name', doc({})],
    ['marks on a node', doc({ type: 'paragraph', marks: [] })],
    ['text on a node', doc({ type: 'paragraph', text: 'x' })],
    ['content that is no list', doc({ type: 'paragraph', content: 'x' })],
    ['attributes that are none', doc({ type: 'paragraph', attrs: [] })],
    ['an unknown attribute', doc({ type: 'paragraph', attrs: { onclick: 'x' } })],
    ['an attribute that is no plain value', doc({ type: 'paragraph', attrs: { dir: {} } })],
    ['too long an attribute', doc({ type: 'paragraph', attrs: { dir: 'x'.repeat(3_000) } })],
    ['an empty piece of text', doc(line(words('')))],
    ['a piece of text without text', doc(line(words(5)))],
    ['a piece of text with content', doc(line({ type: 'text', text: 'x', content: [] }))],
    ['marks that are no list', doc(line(words('x', 'bold')))],
    ['an unknown mark', doc(line(words('x', [{ type: 'blink' }])))],
    ['a mark that is none', doc(line(words('x', [null])))],
  ])('refuses %s', (_name, value) => expect(flawOfRichText(value)).toBe('invalid'))

  it('refuses too many words, too many nodes and too many levels', () => {
    let deep: object = line()
    for (let i = 0; i < RICH_TEXT_LIMITS.depth; i++) deep = { type: 'listItem', content: [deep] }
    const many = Array.from({ length: RICH_TEXT_LIMITS.nodes + 1 }, () => line())
    const long = words('x'.repeat(RICH_TEXT_LIMITS.length))
    for (const value of [doc(deep), doc(...many), doc(line(long, words('y')))]) expect(flawOfRichText(value)).toBe('too-large')
  })
})

describe('flawOfFragment', () => {
  const shared = (change: (fragment: Y.XmlFragment, text: Y.XmlText) => void = () => undefined) => {
    const fragment = bearRichText(doc(line(words('no water'))) as never) // any JSON
    new Y.Doc().getMap('m').set('t', fragment)
    change(fragment, (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText)
    return flawOfFragment(fragment)
  }

  it('takes what the editor writes, and what was deleted', () => {
    expect(shared()).toBeNull()
    expect(
      shared((fragment, text) => {
        text.format(0, 2, { bold: {} })
        fragment.insert(1, [new Y.XmlElement('script')])
        fragment.delete(1, 1)
      }),
    ).toBeNull()
  })

  it.each<[string, (fragment: Y.XmlFragment, text: Y.XmlText) => void]>([
    ['an unknown node', (fragment) => fragment.insert(0, [new Y.XmlElement('script')])],
    ['something among the letters', (_fragment, text) => text.insertEmbed(0, {})],
    ['a hook, which no editor writes', (fragment) => fragment.insert(0, [new Y.XmlHook('h') as never])], // the types know better
    ['an attribute on a text', (_fragment, text) => text.setAttribute('a', 'b')],
  ])('refuses %s', (_name, change) => expect(shared(change)).toBe('invalid'))

  it('refuses an element in place of a text', () => {
    const element = new Y.XmlElement('paragraph')
    new Y.Doc().getMap('m').set('t', element)
    expect(flawOfFragment(element)).toBe('invalid')
  })

  it('refuses too many levels before it reads them, and too many nodes', () => {
    expect(
      shared((fragment) => {
        let parent: Y.XmlFragment = fragment
        for (let i = 0; i < RICH_TEXT_LIMITS.depth + 2; i++) {
          const item = new Y.XmlElement('listItem')
          parent.insert(0, [item])
          parent = item
        }
      }),
    ).toBe('too-large')
    expect(
      shared((fragment) =>
        fragment.insert(
          0,
          Array.from({ length: RICH_TEXT_LIMITS.nodes + 1 }, () => new Y.XmlText()),
        ),
      ),
    ).toBe('too-large')
  })
})
