import { Link, Lock, MessageSquareText, ThumbsUp, Vote } from 'lucide-react'
import { memo } from 'react'
import { sectionLabel } from '../i18n/section-label.ts'
import { useText } from '../i18n/use-text.ts'
import { isSameEntry, type OutlineCard } from './board-outline.ts'

interface OutlineRowProps {
  entry: OutlineCard
  votes: number
  meToo: number
  comments: number
}

/** A card of the outline: its words, what it is connected with, and what the group said about it. */
export const OutlineRow = memo(Row, (a, b) => {
  return a.votes === b.votes && a.meToo === b.meToo && a.comments === b.comments && isSameEntry(a.entry, b.entry)
})

function Row({ entry: { card, merged, links }, votes, meToo, comments }: OutlineRowProps) {
  const { t, locale } = useText()
  const details = [card.place, card.period, card.due, card.measure, ...card.tags.map((tag) => `#${tag}`)].filter(Boolean)
  const about = [
    t(`canvas.kind.${card.kind}`),
    card.section === null ? '' : sectionLabel(card.section, locale),
    card.stance === null ? '' : t(`canvas.stance.${card.stance}`),
    merged > 0 ? t('phone.shell.merged', { count: merged }) : '',
  ].filter((words) => words !== '')

  return (
    <li className="phone-card phone-outline-card" data-kind={card.kind}>
      <p className="phone-card-text">{card.text}</p>
      <p className="phone-card-about">
        {about.join(' · ')}
        {card.locked && <Lock role="img" aria-label={t('phone.shell.lockedCard')} />}
      </p>
      {details.length > 0 && <p className="phone-card-about">{details.join(' · ')}</p>}
      {links.map(({ kind, texts }) => (
        <p key={kind} className="phone-card-links">
          <Link aria-hidden />
          <span>
            <b>{t('phone.shell.linked', { kind: t(`canvas.kind.${kind}`) })}</b> {texts.join(t('phone.shell.between'))}
          </span>
        </p>
      ))}
      {votes + meToo + comments > 0 && (
        <p className="phone-card-counts tabular">
          {votes > 0 && (
            <span>
              <Vote aria-hidden /> {t('phone.shell.votes', { count: votes })}
            </span>
          )}
          {meToo > 0 && (
            <span>
              <ThumbsUp aria-hidden /> {t('phone.shell.meToo', { count: meToo })}
            </span>
          )}
          {comments > 0 && (
            <span>
              <MessageSquareText aria-hidden /> {t('phone.shell.comments', { count: comments })}
            </span>
          )}
        </p>
      )}
    </li>
  )
}
