import type { Round } from '@remedyboard/shared/workshop/round'
import { STANCE_OF_MARK } from '@remedyboard/shared/workshop/stance-of-mark'
import { useText } from '../i18n/use-text.ts'

/** A mark in words: "For", "Yes", or its number. */
export function useMarkWord(): (kind: Round['kind'], mark: number) => string {
  const { t } = useText()
  return (kind, mark) => {
    const stance = kind === 'stance' ? STANCE_OF_MARK[mark] : undefined
    if (stance) return t(`canvas.stance.${stance}`)
    if (kind === 'yes-no') return t(mark === 1 ? 'voting.yesNo.yes' : 'voting.yesNo.no')
    return String(mark)
  }
}
