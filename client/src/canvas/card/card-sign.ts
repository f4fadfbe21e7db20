import type { CardKind } from '@remedyboard/shared/board/card'
import type { AnswerMark } from '@remedyboard/shared/mapping/answer-marks'
import type { text } from '../../i18n/i18n.ts'
import type { Palette } from '../look/pigments.ts'

/** What a card says about answers: `open` and `weak` want attention, `answered` is quiet. */
export interface CardSign {
  tone: 'open' | 'weak' | 'answered'
  words: string
  count: number
}

/** Null when there is nothing to say: other kinds, remedies that answer nothing yet, dilemmas answered through their family. */
export function cardSign(kind: CardKind, mark: AnswerMark | undefined, t: typeof text): CardSign | null {
  if (!mark) return null
  const { state, answers: count } = mark
  if (kind === 'dilemma') {
    if (state === 'open') return { tone: 'open', words: t('canvas.mark.open'), count }
    if (state === 'weak') return { tone: 'weak', words: t('canvas.mark.weak'), count }
    return count > 0 ? { tone: 'answered', words: t('canvas.mark.remedies', { count }), count } : null
  }
  return kind === 'remedy' && count > 0 ? { tone: 'answered', words: t('canvas.mark.answers', { count }), count } : null
}

/** AA on the surface and on every kind's soft ground. */
export function signColor({ tone }: CardSign, palette: Palette): string {
  return tone === 'open' ? palette.kinds.dilemma.ink : tone === 'weak' ? palette.kinds.action.ink : palette.ink2
}
