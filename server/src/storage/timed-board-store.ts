import type { BoardStore } from './board-store.ts'

/** The same store, which also tells how long each commit of a board took, in seconds, and whether it was durable in the end. */
export function timedBoardStore(store: BoardStore, onCommit: (seconds: number, outcome: 'stored' | 'failed') => void): BoardStore {
  return {
    createBoard: (info, first) => store.createBoard(info, first),
    board: (boardId) => store.board(boardId),
    boardByJoinCode: (joinCode) => store.boardByJoinCode(joinCode),
    setAccess: (boardId, access) => store.setAccess(boardId, access),
    async append(boardId, entry, after) {
      const startedMs = performance.now()
      const tell = (outcome: 'stored' | 'failed'): void => onCommit((performance.now() - startedMs) / 1000, outcome)
      try {
        await store.append(boardId, entry, after)
      } catch (error) {
        tell('failed')
        throw error
      }
      tell('stored')
    },
    load: (boardId) => store.load(boardId),
    compact: (boardId, point) => store.compact(boardId, point),
    close: () => store.close(),
  }
}
