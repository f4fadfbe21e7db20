import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import type { CardMeta } from '@remedyboard/shared/board/card'
import { readCard } from '@remedyboard/shared/mapping/mapping-card'
import { BookOpenText } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { sectionLabel } from '../../i18n/section-label.ts'
import { useText } from '../../i18n/use-text.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { authorName } from './author-name.ts'

const PassageDialog = lazy(() => import('./PassageDialog.tsx'))

/** Where a card comes from: the paper, word for word, or the person who wrote it. */
export function OriginPart({ card }: { card: BoardRecord }) {
  const { t, locale } = useText()
  const session = useCanvasSession()
  const [isReading, setReading] = useState(false)
  const { author, section } = readCard(card)
  const { quote, desc } = quotedIn(card)

  if (section === null) {
    const name = author === null ? null : authorName(session, author)
    return (
      <p className="rb-origin">
        {author === null
          ? t('canvas.details.fromTemplate')
          : name === null
            ? t('canvas.details.bySomebody')
            : t('canvas.details.by', { name })}
      </p>
    )
  }
  return (
    <section className="rb-origin" aria-label={t('canvas.details.origin')}>
      <h3>{t('canvas.details.fromPaper', { section: sectionLabel(section, locale) })}</h3>
      {desc !== '' && <p>{desc}</p>}
      {quote !== '' && <blockquote lang="en">{quote}</blockquote>}
      {quote !== '' && (
        <button type="button" className="btn" onClick={() => setReading(true)}>
          <BookOpenText aria-hidden /> {t('canvas.details.readPassage')}
        </button>
      )}
      {isReading && (
        <Suspense fallback={null}>
          <PassageDialog quote={quote} onClose={() => setReading(false)} />
        </Suspense>
      )}
    </section>
  )
}

function quotedIn({ meta = {} }: BoardRecord): { quote: string; desc: string } {
  const { origin } = meta as CardMeta // written only through our own schema; what is no text is not shown
  return { quote: typeof origin?.quote === 'string' ? origin.quote : '', desc: typeof origin?.desc === 'string' ? origin.desc : '' }
}
