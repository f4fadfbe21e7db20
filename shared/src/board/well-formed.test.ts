import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { recordsOf } from './board-document.ts'
import type { BoardRecord } from './board-record.ts'
import { readRecord, writeFacets, writeRecord } from './facets.ts'
import { wellFormed } from './well-formed.ts'

const HALF = '🙂'.slice(0, 1)
const record = (text: string): BoardRecord => ({
  id: 'shape:a',
  typeName: 'shape',
  type: 'card',
  props: { kind: 'note', text },
  meta: { note: text },
})

describe('[R39] wellFormed', () => {
  it('replaces halves of pairs wherever they stand', () => {
    expect(wellFormed({ [`k${HALF}`]: ['a', `${HALF}b`, { deep: `🙂${HALF}` }], n: 1 })).toEqual({
      'k\ufffd': ['a', '\ufffdb', { deep: '🙂\ufffd' }],
      n: 1,
    })
    expect(wellFormed(`${HALF}water`)).toBe('\ufffdwater')
  })

  it('is the same value when there are none', () => {
    const value = { a: ['水', '🙂', null, true, 1], b: { c: '𠮷' } }
    expect(wellFormed(value)).toBe(value)
    expect(wellFormed(undefined)).toBeUndefined()
  })

  it('who wrote half an emoji has the same document as everybody else [fuzz 1]', () => {
    const [writer, reader] = [new Y.Doc(), new Y.Doc()]
    writeRecord(recordsOf(writer), record(`cut ${HALF}`))
    const facets = recordsOf(writer).get('shape:a')
    if (!facets) throw new Error('no record')
    const read = () => readRecord(facets)?.props?.['text']
    expect(read()).toBe('cut \ufffd')
    writeFacets(facets, [
      { key: 'text', value: `${HALF} twice ${HALF}` },
      { key: 'props.kind', value: HALF },
    ])
    Y.applyUpdate(reader, Y.encodeStateAsUpdate(writer))
    expect(recordsOf(reader).toJSON()).toEqual(recordsOf(writer).toJSON())
  })
})
