import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import { RecordIndex } from '@remedyboard/shared/board/record-index'
import { describe, expect, it } from 'vitest'
import type { BoardSession } from './board-session.ts'
import { undoableEdits } from './undoable-edits.ts'

function session() {
  const done: BoardOperation[] = []
  let refuse: () => void = () => undefined
  return {
    done,
    refuse: () => refuse(),
    index: new RecordIndex(),
    edit: (operations: readonly BoardOperation[]) => void done.push(...operations),
    onRefused: (listener: Parameters<BoardSession['onRefused']>[0]) => {
      refuse = () => listener([], { after: 0, upTo: 1 })
      return () => undefined
    },
  }
}

const create: BoardOperation = { op: 'create', record: { id: 'shape:a', typeName: 'shape', type: 'card' } }

describe('undoableEdits', () => {
  it('is one of each board, does what it is told, and takes the latest back once', () => {
    const board = session()
    const edits = undoableEdits(board)
    expect(undoableEdits(board)).toBe(edits)
    edits.edit([create], 'made')
    expect(edits.latest.get()?.words).toBe('made')
    edits.undo()
    edits.undo()
    expect(board.done).toEqual([create, { op: 'delete', id: 'shape:a' }])
    expect(edits.latest.get()).toBeNull()
  })

  it('forgets what the server did not take: to take it back once more would write it anew', () => {
    const board = session()
    const edits = undoableEdits(board)
    edits.edit([create], 'made')
    board.refuse()
    expect(edits.latest.get()).toBeNull()
  })
})
