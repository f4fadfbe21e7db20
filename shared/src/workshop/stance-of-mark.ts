import type { Stance } from '../board/card.ts'

/** Marks of a stance round, from 0. */
export const STANCE_OF_MARK: readonly Stance[] = ['against', 'neutral', 'for']
