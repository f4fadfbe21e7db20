import { recordsOf } from '@remedyboard/shared/board/board-document'
import { writeFacets, writeRecord } from '@remedyboard/shared/board/facets'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CANVAS_ORIGIN } from '../binding/canvas-origin.ts'
import { cardTextUndo } from './card-text-undo.ts'

const ID = 'shape:card'

function card() {
  const doc = new Y.Doc()
  writeRecord(recordsOf(doc), { id: ID, typeName: 'shape', type: 'card', props: { text: 'water' } })
  const facets = recordsOf(doc).get(ID)
  if (!facets) throw new Error('no card')
  return {
    doc,
    text: () => String(facets.get('text')),
    write: (value: string, origin: unknown = CANVAS_ORIGIN) => {
      doc.transact(() => writeFacets(facets, [{ key: 'text', value }]), origin)
    },
  }
}

describe('cardTextUndo', () => {
  it("takes back my letters, and never another's", () => {
    const { doc, text, write } = card()
    const undo = cardTextUndo(doc, ID)
    write('no water')
    write('no water today', 'network')
    write('no water at all today')
    // typed within half a second: one step
    undo?.undo()
    expect(text()).toBe('water today')
    undo?.undo()
    expect(text()).toBe('water today')
    undo?.redo()
    expect(text()).toBe('no water at all today')
    undo?.stop()
  })

  it('knows nothing of what was written before it was opened, and nothing of a card that is not there', () => {
    const { doc, text, write } = card()
    write('no water')
    cardTextUndo(doc, ID)?.undo()
    expect(text()).toBe('no water')
    expect(cardTextUndo(doc, 'shape:other')).toBeNull()
  })
})
