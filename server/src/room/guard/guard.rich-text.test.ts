import type { BoardRecord, Json } from '@remedyboard/shared/board/board-record'
import { readFacets, writeFacets, writeRecord } from '@remedyboard/shared/board/facets'
import { bearRichText } from '@remedyboard/shared/board/rich-text-fragment'
import { createBoardSchema } from '@remedyboard/shared/board/tl-schema'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { settled } from '../room-fixture.ts'
import { attempt, facetsOf, scene, type Scene } from './guard-fixture.ts'

const NOTE = 'shape:sticky'

/** A sticky note as tldraw makes it. */
function sticky(words: string, id = NOTE): BoardRecord {
  const style = { color: 'yellow', labelColor: 'black', size: 'm', font: 'sans', align: 'middle', verticalAlign: 'middle' }
  const rest = { fontSizeAdjustment: 0, growY: 0, url: '', scale: 1 }
  return {
    id,
    typeName: 'shape',
    type: 'note',
    x: 0,
    y: 0,
    rotation: 0,
    index: 'a1',
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { ...style, ...rest, richText: doc(words) },
  }
}

function doc(words: string): Json {
  return {
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { dir: 'auto' }, ...(words ? { content: [{ type: 'text', text: words }] } : {}) }],
  }
}

async function sceneWithNote(): Promise<Scene> {
  const all = await scene()
  await attempt(all, all.author, (records) => writeRecord(records, sticky('hello')))
  expect(createBoardSchema().types.shape.validate(readFacets(facetsOf(all.witness, NOTE)))).toBeTruthy()
  return all
}

const fragmentOf = (all: Scene, who: 'author' | 'other' | 'witness' = 'author') => facetsOf(all[who], NOTE).get('richText') as Y.XmlFragment
const firstText = (fragment: Y.XmlFragment) => (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
const textSeen = (all: Scene) => readFacets(facetsOf(all.witness, NOTE))?.props?.['richText']

describe('[R24] rich text that no editor writes does not stay', () => {
  it('words, lines and formatting pass', async () => {
    const all = await sceneWithNote()
    const refused = await attempt(all, all.author, () => {
      const text = firstText(fragmentOf(all))
      text.insert(5, ' there')
      text.format(0, 5, { bold: {} })
      fragmentOf(all).insert(1, [new Y.XmlElement('heading')])
    })
    expect(refused).toEqual([])
    expect(textSeen(all)).toMatchObject({
      content: [{ content: [{ text: 'hello', marks: [{ type: 'bold' }] }, { text: ' there' }] }, { type: 'heading' }],
    })
  })

  it.each<[string, (fragment: Y.XmlFragment) => void]>([
    ['a node that tldraw does not know', (fragment) => fragment.insert(0, [new Y.XmlElement('iframe')])],
    ['an attribute that the node does not have', (fragment) => (fragment.get(0) as Y.XmlElement).setAttribute('onclick', 'alert(1)')],
    ['a mark that tldraw does not know', (fragment) => firstText(fragment).format(0, 2, { blink: {} })],
    ['a mark with attributes of its own making', (fragment) => firstText(fragment).format(0, 2, { link: { href: 'x', onclick: 'y' } })],
    ['something that is no text', (fragment) => firstText(fragment).insertEmbed(1, { image: 'x' })],
    ['an attribute on the text', (fragment) => firstText(fragment).setAttribute('a', 'b')],
  ])('%s is taken back, and the words are as they were', async (_name, change) => {
    const all = await sceneWithNote()
    const refused = await attempt(all, all.author, () => {
      firstText(fragmentOf(all)).insert(5, '!')
      change(fragmentOf(all))
    })
    expect(refused).toEqual([{ record: NOTE, facet: 'richText', code: 'invalid' }])
    expect(textSeen(all)).toEqual(doc('hello'))
  })

  it.each<[string, (fragment: Y.XmlFragment) => void]>([
    ['too many words', (fragment) => firstText(fragment).insert(0, 'x'.repeat(10_001))],
    [
      'too many lines',
      (fragment) =>
        fragment.insert(
          0,
          Array.from({ length: 5_001 }, () => new Y.XmlElement('paragraph')),
        ),
    ],
    [
      'too many levels',
      (fragment) => {
        let parent = fragment
        for (let depth = 0; depth < 300; depth++) {
          const item = new Y.XmlElement('listItem')
          parent.insert(0, [item])
          parent = item
        }
      },
    ],
  ])('%s are taken back', async (_name, change) => {
    const all = await sceneWithNote()
    const refused = await attempt(all, all.author, () => change(fragmentOf(all)))
    expect(refused).toEqual([{ record: NOTE, facet: 'richText', code: 'too-large' }])
    expect(textSeen(all)).toEqual(doc('hello'))
  })

  it('a text of another kind, or none at all, is put back', async () => {
    const all = await sceneWithNote()
    for (const value of [new Y.XmlElement('paragraph'), new Y.Text('x'), 'words']) {
      const refused = await attempt(all, all.author, () => facetsOf(all.author, NOTE).set('richText', value))
      expect(refused).toEqual([{ record: NOTE, facet: 'richText', code: 'invalid' }])
      expect(textSeen(all)).toEqual(doc('hello'))
    }
  })

  it('a card has no rich text, and a note is not born with what nobody can show', async () => {
    const all = await sceneWithNote()
    expect(await attempt(all, all.author, () => facetsOf(all.author).set('richText', bearRichText(doc('x'))))).toEqual([
      { record: 'shape:1', facet: 'richText', code: 'invalid' },
    ])
    const refused = await attempt(all, all.author, (records) => {
      const facets = new Y.Map<unknown>()
      facets.set('birth', {
        ...sticky('', 'shape:bad'),
        props: { ...sticky('').props, richText: { type: 'doc', content: [{ type: 'script' }] } },
      })
      records.set('shape:bad', facets)
    })
    expect(refused).toEqual([{ record: 'shape:bad', facet: '', code: 'invalid' }])
  })

  it('a text from before fragments can still be changed, within the same rules', async () => {
    const all = await scene()
    await attempt(all, all.author, (records) => {
      const facets = new Y.Map<unknown>()
      facets.set('birth', sticky('old'))
      records.set(NOTE, facets)
    })
    expect(textSeen(all)).toEqual(doc('old'))
    const change = (value: Json) =>
      attempt(all, all.author, () => writeFacets(facetsOf(all.author, NOTE), [{ key: 'props.richText', value }]))
    expect(await change(doc('new'))).toEqual([])
    expect(await change({ type: 'doc', content: [{ type: 'iframe' }] })).toEqual([
      { record: NOTE, facet: 'props.richText', code: 'invalid' },
    ])
    expect(textSeen(all)).toEqual(doc('new'))
  })
})

describe('[R26] what is locked', () => {
  it("is restored word by word, formatting and lines included, and the others' carets stay in it", async () => {
    const all = await sceneWithNote()
    await attempt(all, all.author, () => {
      firstText(fragmentOf(all)).format(0, 2, { bold: {} })
      fragmentOf(all).insert(1, [new Y.XmlElement('paragraph')])
    })
    await attempt(all, all.facilitator, (records) => records.get(NOTE)?.set('meta.lock', true))
    const before = textSeen(all)
    const bound = fragmentOf(all, 'witness')
    const refused = await attempt(all, all.other, () => {
      const fragment = fragmentOf(all, 'other')
      firstText(fragment).format(0, 5, { bold: null, italic: {} })
      firstText(fragment).delete(1, 2)
      ;(fragment.get(0) as Y.XmlElement).setAttribute('dir', 'rtl')
      fragment.delete(1, 1)
    })
    await settled()
    expect(refused).toEqual([{ record: NOTE, facet: 'richText', code: 'locked' }])
    expect(textSeen(all)).toEqual(before)
    expect(fragmentOf(all, 'witness')).toBe(bound)
  })
})
