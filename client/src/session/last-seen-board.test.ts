import type { BoardResponse } from '@remedyboard/shared/protocol/api'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forgetDeviceCopy } from './forget-device-copy.ts'
import { forgetSeenBoard, lastSeenBoard, noteSeenBoard } from './last-seen-board.ts'

const board = { id: 'b1', title: '东街' } as BoardResponse

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

it('remembers what the server last said about a board, until it is forgotten', () => {
  expect(lastSeenBoard('b1')).toBeNull()
  noteSeenBoard(board)
  expect(lastSeenBoard('b1')).toEqual(board)
  expect(lastSeenBoard('b2')).toBeNull()
  forgetSeenBoard('b1')
  expect(lastSeenBoard('b1')).toBeNull()
})

it('forgets everything of a board, and nothing of another', () => {
  const mine = ['remedyboard.read.b1', 'remedyboard.drafts.b1.p1', 'remedyboard.not-same.b1']
  const others = ['remedyboard.read.b10', 'remedyboard.name', 'elsewhere.b1']
  for (const key of [...mine, ...others]) localStorage.setItem(key, '1')
  forgetSeenBoard('b1')
  expect(mine.map((key) => localStorage.getItem(key))).toEqual([null, null, null])
  expect(others.map((key) => localStorage.getItem(key))).toEqual(['1', '1', '1'])
})

it('believes nothing that it did not write', () => {
  localStorage.setItem('remedyboard.board.b1', '{')
  expect(lastSeenBoard('b1')).toBeNull()
  localStorage.setItem('remedyboard.board.b1', '{"id":"b2"}')
  expect(lastSeenBoard('b1')).toBeNull()
})

it('a browser that keeps nothing only loses the opening without a connection', () => {
  const closed = () => {
    throw new DOMException('denied', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: closed, setItem: closed, removeItem: closed })
  noteSeenBoard(board)
  forgetSeenBoard('b1')
  expect(lastSeenBoard('b1')).toBeNull()
})

it("a device's copy is removed where there is one", () => {
  const deleteDatabase = vi.fn<(name: string) => void>()
  vi.stubGlobal('indexedDB', { deleteDatabase })
  forgetDeviceCopy('b1')
  expect(deleteDatabase).toHaveBeenCalledWith('remedyboard/b1')
  vi.stubGlobal('indexedDB', undefined)
  forgetDeviceCopy('b1')
})
