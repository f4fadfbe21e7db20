import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { describe, expect, it } from 'vitest'
import { WrittenTexts } from './written-texts.ts'

const card = (text: string): BoardRecord => ({ id: 'shape:a', typeName: 'shape', type: 'card', props: { text } })

describe('WrittenTexts', () => {
  it('gives back the last text of a refused card, once', () => {
    const texts = new WrittenTexts()
    texts.note(new Map([['shape:a', card('no')]]))
    texts.note(new Map([['shape:a', card('no water')]]))
    texts.note(new Map([['shape:a', null]]))
    expect(texts.take({ record: 'shape:a', facet: '', code: 'phase' })).toBe('no water')
    expect(texts.take({ record: 'shape:a', facet: '', code: 'phase' })).toBeUndefined()
  })

  it('a refused move takes no text away', () => {
    const texts = new WrittenTexts()
    texts.note(new Map([['shape:a', card('no water')]]))
    expect(texts.take({ record: 'shape:a', facet: 'place', code: 'locked' })).toBeUndefined()
    expect(texts.take({ record: 'shape:a', facet: 'text', code: 'locked' })).toBe('no water')
  })

  it('gives back the words of a rich text', () => {
    const texts = new WrittenTexts()
    const richText = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'no water' }] }] }
    texts.note(new Map([['shape:a', { id: 'shape:a', typeName: 'shape', type: 'note', props: { richText } }]]))
    expect(texts.take({ record: 'shape:a', facet: 'richText', code: 'locked' })).toBe('no water')
  })

  it('does not grow with the workshop', () => {
    const texts = new WrittenTexts()
    for (let i = 0; i < 1_000; i++) texts.note(new Map([[`shape:${i}`, card('x')]]))
    expect(texts.take({ record: 'shape:0', facet: '', code: 'phase' })).toBeUndefined()
    expect(texts.take({ record: 'shape:999', facet: '', code: 'phase' })).toBe('x')
  })

  it("gives back everything that is not saved when a viewer's work was never applied, and nothing that is", () => {
    const written = new WrittenTexts()
    written.noteText('shape:a', 'saved')
    written.forget()
    written.noteText('shape:b', 'one')
    written.noteText('shape:c', 'two')
    expect(written.take({ record: '', facet: '', code: 'viewer' })).toBe('one\ntwo')
    expect(written.take({ record: '', facet: '', code: 'viewer' })).toBeUndefined()
  })
})
