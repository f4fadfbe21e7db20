import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { answerOrder, buildInThread } from './build-in-thread.ts'

function board(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('t').insert(0, 'words')
  return Y.encodeStateAsUpdate(doc)
}

const DAMAGED = new Uint8Array([1, 200, 200, 200])

it('makes the same snapshot beside the room as it would in place', async () => {
  const inPlace = answerOrder({ updates: [board()], former: {}, now: 1 })
  const built = await buildInThread({ updates: [board()], former: {}, now: 1 })
  const texts = ['built' in inPlace ? inPlace.built : built, built].map(({ update }) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    return doc.getText('t').toString()
  })
  expect(texts).toEqual(['words', 'words'])
})

it('says what is wrong with a log, in place and beside', async () => {
  expect(answerOrder({ updates: [DAMAGED], former: {}, now: 1 })).toHaveProperty('flaw')
  await expect(buildInThread({ updates: [DAMAGED.slice()], former: {}, now: 1 })).rejects.toMatchObject({ code: 'bad-snapshot' })
})
