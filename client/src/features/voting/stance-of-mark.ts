import type { Stance } from '@remedyboard/shared/board/card'

/** Marks of a stance round, from 0. */
export const STANCE_OF_MARK: readonly Stance[] = ['against', 'neutral', 'for']
