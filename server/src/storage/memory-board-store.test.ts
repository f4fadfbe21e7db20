import { describeBoardStore } from './board-store.contract.ts'
import { MemoryBoardStore } from './memory-board-store.ts'

describeBoardStore('MemoryBoardStore', async () => {
  const store = new MemoryBoardStore()
  return { store, dispose: () => store.close() }
})
