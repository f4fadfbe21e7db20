import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { memo, type ReactNode } from 'react'
import { useText } from '../i18n/use-text.ts'

interface CardRowProps {
  card: Pick<MappingCard, 'kind' | 'text'>
  /** what can be done with it */
  children?: ReactNode
}

/** A card to read, with its kind in words. */
export const CardRow = memo(function CardRow({ card: { kind, text }, children }: CardRowProps) {
  const { t } = useText()
  return (
    <li className="phone-card" data-kind={kind}>
      <p className="phone-card-kind">{t(`canvas.kind.${kind}`)}</p>
      <p className="phone-card-text" dir="auto">
        {text || t('voting.unnamed')}
      </p>
      {children}
    </li>
  )
})
