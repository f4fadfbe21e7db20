import { recordsOf } from '@remedyboard/shared/board/board-document'
import { applyOperations } from '@remedyboard/shared/board/board-operation'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { readBoard } from '@remedyboard/shared/board/document-reader'
import { newShape } from '@remedyboard/shared/board/new-records'
import { signOperations } from '@remedyboard/shared/board/sign-operations'
import { addCard } from '@remedyboard/shared/coordination/add-card'
import { expect, it } from 'vitest'
import { settled, type FakeClient } from '../room-fixture.ts'
import { scene } from './guard-fixture.ts'

const PAGE: BoardRecord = { id: 'page:page', typeName: 'page', name: 'x', index: 'a1', meta: {} }

/** An area without any room for cards. */
const FULL: BoardRecord = {
  ...newShape('shape:full', 'frame', 'page:page', 'a5', 0, 0),
  props: { w: 400, h: 100, name: 'Welcome', color: 'black' },
  meta: { area: 'welcome' },
}

// Which of the two wins in Yjs follows from these numbers.
it.each([
  [1, 2],
  [2, 1],
])(
  '[R23] two people who add to a full area in the same moment make one annex, both cards stand in it, and nobody hears of a refusal (%i, %i)',
  async (first, second) => {
    const all = await scene()
    all.author.doc.clientID = first
    all.other.doc.clientID = second
    const made = [PAGE, FULL].map((record) => ({ op: 'create' as const, record }))
    applyOperations(all.facilitator.doc, made, { births: null, edits: null })
    await settled()
    const add = (client: FakeClient, person: string) => {
      const records = new Map(readBoard(client.doc).map((record) => [record.id, record]))
      const operations = addCard(records, { id: `shape:of-${person}`, kind: 'note', text: '你好' }, ['welcome'])
      applyOperations(client.doc, signOperations(operations, person), { births: null, edits: null })
    }
    add(all.author, 'p1')
    add(all.other, 'p2')
    all.author.askAck()
    all.other.askAck()
    await settled()
    await settled()
    for (const client of [all.author, all.other]) expect(client.all('refused').flatMap(({ message }) => message.refused)).toEqual([])
    const outcome = recordsOf(all.witness.doc).toJSON()
    for (const client of [all.author, all.other, all.facilitator]) expect(recordsOf(client.doc).toJSON()).toEqual(outcome)
    const records = readBoard(all.witness.doc)
    expect(records.find(({ id }) => id === 'shape:annex-welcome-1')).toMatchObject({ meta: { area: 'welcome', annex: 1 } })
    for (const person of ['p1', 'p2']) {
      expect(records.find(({ id }) => id === `shape:of-${person}`)).toMatchObject({
        parentId: 'shape:annex-welcome-1',
        meta: { author: person },
      })
    }
  },
)
