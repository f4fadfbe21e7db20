import type { Phase } from '@remedyboard/shared/workshop/state'
import type { BoardSession } from '../session/board-session.ts'

/** What each task of a phone is given. */
export interface TaskProps {
  session: BoardSession
  /** the running phase; null = none runs */
  phase: Phase | null
}
