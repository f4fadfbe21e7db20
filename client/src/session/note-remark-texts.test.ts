import { deleteRemark, setMeToo, writeComment } from '@remedyboard/shared/board/remarks'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { noteRemarkTexts } from './note-remark-texts.ts'
import { WrittenTexts } from './written-texts.ts'

const SERVER = { name: 'provider' }

describe('noteRemarkTexts', () => {
  it('keeps the words of comments that were written here, for the case that they are refused', () => {
    const doc = new Y.Doc()
    const written = new WrittenTexts()
    noteRemarkTexts(doc, SERVER, written)
    writeComment(doc, 'remark:1', 'shape:a', '三天没有热水了')
    writeComment(doc, 'remark:2', 'shape:a', 'from somebody else', SERVER)
    setMeToo(doc, 'shape:a', 'me', true)
    const takeBack = (record: string) => written.take({ record, facet: '', code: 'phase' })
    expect(takeBack('remark:1')).toBe('三天没有热水了')
    expect(takeBack('remark:2')).toBeUndefined()
    expect(takeBack('me-too:shape:a:me')).toBeUndefined()
  })

  it('a comment that is deleted again leaves its words where they were', () => {
    const doc = new Y.Doc()
    const written = new WrittenTexts()
    noteRemarkTexts(doc, SERVER, written)
    writeComment(doc, 'remark:1', 'shape:a', 'gone')
    deleteRemark(doc, 'remark:1')
    expect(written.take({ record: 'remark:1', facet: '', code: 'phase' })).toBe('gone')
  })
})
