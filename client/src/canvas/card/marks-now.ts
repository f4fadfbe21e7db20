import type { AnswerMark, AnswerMarks } from '@remedyboard/shared/mapping/answer-marks'
import { createContext, useContext, useSyncExternalStore } from 'react'
import { Cell, type Readable } from '../../session/readable.ts'

/** Nothing is said. */
export const NO_MARKS: Readable<AnswerMarks> = new Cell<AnswerMarks>(new Map())

/** What cards say about answers, worked out once for the whole board. */
export const MarksNow = createContext<Readable<AnswerMarks>>(NO_MARKS)

export function useAnswerMark(cardId: string): AnswerMark | undefined {
  const marks = useContext(MarksNow)
  return useSyncExternalStore(marks.subscribe.bind(marks), () => marks.get().get(cardId))
}
