import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { boardParked, type BoardParked } from '../../session/board-parked.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'

export interface ParkedNow extends Pick<BoardParked, 'accept' | 'discard'> {
  records: readonly BoardRecord[]
}

/** What waits on the open board, live. */
export function useParked(session: BoardSession): ParkedNow {
  const parked = boardParked(session)
  return { ...parked, records: useReadable(parked.records) }
}
