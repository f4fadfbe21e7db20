import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { newCardRecord } from '@remedyboard/shared/board/new-records'
import { RecordIndex, type RecordChanges } from '@remedyboard/shared/board/record-index'
import { remarksOf } from '@remedyboard/shared/board/board-document'
import { setMeToo, STAMP, writeComment } from '@remedyboard/shared/board/remarks'
import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { boardRemarks } from './board-remarks.ts'
import type { BoardSession } from './board-session.ts'

beforeEach(() => localStorage.clear())

const A = 'shape:a'
const B = 'shape:b'
const card = (id: string, mergedInto?: string) =>
  newCardRecord({ id, parentId: 'page:page', index: 'a1', x: 0, y: 0, w: 200, kind: 'dilemma', text: id, meta: { mergedInto } })

/** The part of a session that remarks need, seen by `me`. */
function board() {
  const doc = new Y.Doc()
  const index = new RecordIndex()
  const page: BoardRecord = { id: 'page:page', typeName: 'page', name: 'P', index: 'a1', meta: {} }
  index.apply(new Map([page, card(A), card(B)].map((record) => [record.id, record])))
  const listeners = new Set<(changes: RecordChanges, origin: unknown) => void>()
  let now = 1_000
  let frames: (() => void)[] = []
  const session = {
    board: { id: 'b1' },
    doc,
    index,
    onRecordChanges(listener: (changes: RecordChanges, origin: unknown) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    serverNow: () => now,
    view: { get: () => ({ me: { id: 'me' } }), subscribe: () => () => undefined },
  } as unknown as BoardSession // only what `boardRemarks` asks for
  const open = () => boardRemarks({ ...session }, (run) => frames.push(run))
  return {
    doc,
    open,
    /** as the server does it */
    stamp(id: string, author: string, at: number) {
      remarksOf(doc).get(id)?.set(STAMP, { author, name: author, at })
    },
    merge(record: BoardRecord) {
      const changes = index.apply(new Map([[record.id, record]]))
      for (const listener of listeners) listener(changes, null)
    },
    later: (ms: number) => (now += ms),
    frame() {
      while (frames.length > 0) {
        const due = frames
        frames = []
        for (const run of due) run()
      }
    },
  }
}

it('counts comments, open ones and what is new here, and keeps the entries of cards that nobody talked about', () => {
  const { doc, open, stamp, frame } = board()
  const remarks = open()
  writeComment(doc, 'remark:1', A, 'no hot water')
  stamp('remark:1', 'p1', 2_000)
  remarks.write(B, 'mine')
  frame()
  const first = remarks.byCard.get()
  expect(first.get(A)).toMatchObject({ open: 1, unread: 1 })
  expect(first.get(B)).toMatchObject({ open: 1, unread: 0 })

  remarks.resolve('remark:1', true)
  frame()
  expect(remarks.byCard.get().get(A)).toMatchObject({ open: 0, unread: 1 })
  expect(remarks.byCard.get().get(B)).toBe(first.get(B))

  remarks.markRead(A)
  frame()
  expect(remarks.byCard.get().get(A)).toMatchObject({ unread: 0 })
  // On this device, also at the next visit.
  expect(open().byCard.get().get(A)).toMatchObject({ unread: 0 })
})

it('what was said before this device first opened the board is not new', () => {
  const { doc, open, stamp } = board()
  writeComment(doc, 'remark:1', A, 'long ago')
  stamp('remark:1', 'p1', 999)
  expect(open().byCard.get().get(A)).toMatchObject({ open: 1, unread: 0 })
})

it('remarks on a merged card count for the card that stands for it, each person’s “me too” once', () => {
  const { doc, open, stamp, merge, frame } = board()
  const remarks = open()
  writeComment(doc, 'remark:1', A, 'here')
  writeComment(doc, 'remark:2', B, 'there')
  for (const id of [A, B]) setMeToo(doc, id, 'me', true)
  stamp('remark:1', 'p1', 1_500)
  stamp('remark:2', 'p1', 1_400)
  for (const id of [A, B]) stamp(`me-too:${id}:me`, 'me', 1_600)
  merge(card(A, B))
  frame()
  const { comments, meToo } = remarks.byCard.get().get(B) ?? { comments: [], meToo: [] }
  expect(comments.map(({ text }) => text)).toEqual(['there', 'here'])
  expect(meToo).toHaveLength(1)
  expect(remarks.byCard.get().has(A)).toBe(false)
  remarks.setMeToo(B, false)
  frame()
  expect(remarks.byCard.get().get(B)?.meToo).toEqual([])
  merge(card(A))
  frame()
  expect(
    remarks.byCard
      .get()
      .get(A)
      ?.comments.map(({ text }) => text),
  ).toEqual(['here'])
})

it('is told once per frame, however much was said', () => {
  const { doc, open, stamp, frame } = board()
  const remarks = open()
  let told = 0
  remarks.byCard.subscribe(() => (told += 1))
  writeComment(doc, 'remark:1', A, 'one')
  writeComment(doc, 'remark:2', A, 'two')
  stamp('remark:1', 'p1', 2_000)
  frame()
  expect(told).toBe(1)
})

it('says “me too” to the card itself, tells what is mine before and after the stamp, and deletes for good', () => {
  const { open, stamp, frame } = board()
  const remarks = open()
  remarks.setMeToo(A, true)
  remarks.setMeToo(A, true)
  frame()
  const mine = remarks.byCard.get().get(A)?.meToo ?? []
  expect(mine).toHaveLength(1)
  expect(mine.map((remark) => remarks.isMine(remark))).toEqual([true])
  stamp(`me-too:${A}:me`, 'me', 2_000)
  frame()
  expect(
    remarks.byCard
      .get()
      .get(A)
      ?.meToo.map((remark) => remarks.isMine(remark)),
  ).toEqual([true])
  remarks.write(A, 'wrong card')
  frame()
  const [comment] = remarks.byCard.get().get(A)?.comments ?? []
  remarks.remove(comment?.id ?? '')
  remarks.setMeToo(A, false)
  frame()
  expect(remarks.byCard.get().has(A)).toBe(false)
})

it('nothing to read is nothing to mark, and words of the same moment stand in the order of their ids', () => {
  const { doc, open, stamp, frame } = board()
  const remarks = open()
  remarks.markRead(A)
  writeComment(doc, 'remark:b', A, 'second')
  writeComment(doc, 'remark:a', A, 'first')
  for (const id of ['remark:b', 'remark:a']) stamp(id, 'p1', 2_000)
  writeComment(doc, 'remark:0', B, 'elsewhere')
  frame()
  expect(
    remarks.byCard
      .get()
      .get(A)
      ?.comments.map(({ text }) => text),
  ).toEqual(['first', 'second'])
  remarks.markRead(A)
  remarks.markRead(A)
  frame()
  expect(remarks.byCard.get().get(A)?.unread).toBe(0)
  // Not stamped yet: there is no time up to which it could be read.
  remarks.markRead(B)
  expect(remarks.byCard.get().get(B)?.unread).toBe(0)
})

it('has one reader per board', () => {
  const { doc } = board()
  const session = {
    board: { id: 'b1' },
    doc,
    index: new RecordIndex(),
    onRecordChanges: () => () => undefined,
    serverNow: () => 1,
    view: { get: () => ({ me: { id: 'me' } }), subscribe: () => () => undefined },
  } as unknown as BoardSession // only what `boardRemarks` asks for
  expect(boardRemarks(session, () => undefined)).toBe(boardRemarks(session, () => undefined))
})

it('words that the server has not seen yet come last, and taking back a “me too” leaves other cards alone', () => {
  const { doc, open, stamp, merge, frame } = board()
  const remarks = open()
  for (const id of [A, B]) remarks.setMeToo(id, true)
  frame()
  remarks.setMeToo(A, false)
  frame()
  expect(remarks.byCard.get().get(B)?.meToo).toHaveLength(1)
  writeComment(doc, 'remark:new', A, 'just now')
  writeComment(doc, 'remark:newer', A, 'and this')
  writeComment(doc, 'remark:old', B, 'long ago')
  stamp('remark:old', 'p1', 1_500)
  merge(card(A, B))
  // Another merge, of which nobody here said anything, changes nothing that is shown.
  frame()
  const shown = remarks.byCard.get().get(B)
  expect(shown?.comments.map(({ text }) => text)).toEqual(['long ago', 'just now', 'and this'])
  merge(card('shape:c', B))
  frame()
  expect(remarks.byCard.get().get(B)).toBe(shown)
  // A card that only changed its place is where it was for those who talk about it.
  merge({ ...card('shape:c', B), x: 50 })
  frame()
  expect(remarks.byCard.get().get(B)).toBe(shown)
})
