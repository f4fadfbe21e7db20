import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { loadBoard } from '../room/load-board.ts'
import { buildSnapshot } from './build-snapshot.ts'

/** Two people make the same words bold before they hear of each other: Yjs would remove the marks without effect wherever it reads that. */
function boldTwice(): Uint8Array[] {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  a.clientID = 1
  b.clientID = 2
  a.getMap<Y.Text>('m').set('t', new Y.Text('hello'))
  const base = Y.encodeStateAsUpdate(a)
  Y.applyUpdate(b, base)
  const vector = Y.encodeStateVector(a)
  for (const doc of [a, b]) textOf(doc).format(0, 5, { bold: true })
  return [base, Y.encodeStateAsUpdate(a, vector), Y.encodeStateAsUpdate(b, vector)]
}

const textOf = (doc: Y.Doc) => doc.getMap<Y.Text>('m').get('t') as Y.Text

const deletions = (doc: Y.Doc) => Y.createDeleteSetFromStructStore(doc.store).clients.size

it('a snapshot deletes nothing that nobody deleted', () => {
  const { update } = buildSnapshot(boldTwice(), {}, 1)
  expect(Y.decodeUpdate(update).ds.clients.size).toBe(0)
})

it('nor does reading a log, so that a room says what is stored', () => {
  const { doc } = loadBoard({ entries: boldTwice().map((update, i) => ({ seq: i + 1, update })), sealed: new Map() })
  expect(textOf(doc).toString()).toBe('hello')
  expect(deletions(doc)).toBe(0)
})
