import { newCardRecord } from '@remedyboard/shared/board/new-records'
import { RecordIndex } from '@remedyboard/shared/board/record-index'
import { expect, it } from 'vitest'
import { boardMapping } from './board-mapping.ts'
import { cardTextOf } from './card-text-of.ts'

const card = (id: string, text: string, mergedInto?: string) =>
  newCardRecord({ id, parentId: 'page:page', index: 'a1', x: 0, y: 0, w: 200, kind: 'dilemma', text, meta: { mergedInto } })

it('what a card says, wherever it went: on the board, merged, without words, or gone', () => {
  const index = new RecordIndex()
  const records = [
    { id: 'page:page', typeName: 'page', name: '', index: 'a1', meta: {} },
    card('shape:kept', ' No hot water '),
    card('shape:merged', 'Cold showers', 'shape:kept'),
    card('shape:empty', ''),
    { ...card('shape:frame', ''), type: 'frame', props: { w: 100, h: 100, name: 'Area' } },
  ]
  index.apply(new Map(records.map((record) => [record.id, record])))
  const session = { index, onRecordChanges: () => () => undefined }
  const graph = boardMapping(session).graph.get()
  const texts = ['shape:kept', 'shape:merged', 'shape:empty', 'shape:frame', 'shape:none'].map((id) => cardTextOf(session, graph, id))
  expect(texts).toEqual(['No hot water', 'Cold showers', '', '', ''])
  // Its own record is gone; what it was merged into still speaks for it.
  const targets = new Map([['shape:purged', 'shape:kept']])
  expect(cardTextOf(session, { cards: graph.cards, targets }, 'shape:purged')).toBe('No hot water')
})
