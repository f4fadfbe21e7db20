import { readStored, writeStored } from '../../ui/local-store.ts'

const key = (boardId: string) => `remedyboard.stay-here.${boardId}`
const listeners = new Set<() => void>()

/** Whether this device stays where it is in a workshop, whatever the steps and the facilitators show. It remembers that. */
export function staying(boardId: string) {
  return {
    get: (): boolean => readStored(key(boardId)) === 'yes',
    set(stays: boolean): void {
      writeStored(key(boardId), stays ? 'yes' : 'no')
      for (const listener of listeners) listener()
    },
    subscribe(onChange: () => void): () => void {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
  }
}
