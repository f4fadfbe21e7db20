import { Vote } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { TLShapeId } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { votesOnCards } from '../../session/shown-votes.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import './vote-sign.css'

/** How far the sign reaches into the card, in board units. */
const SINKS = 8

/** as in vote-sign.css */
const HEIGHT = 26

/** Lower cards stand close below each other, with words up to their right end: there it hangs on the side. */
const LOW = 64

/** On the upper edge of a card: that it is being voted on now, or how many votes it has. */
export function VoteSign({ cardId, w, h }: { cardId: TLShapeId; w: number; h: number }) {
  const { t } = useText()
  const votes = votesOnCards(useCanvasSession()).shown
  const subscribe = votes.subscribe.bind(votes)
  const isOpen = useSyncExternalStore(subscribe, () => votes.get().open.has(cardId))
  const total = useSyncExternalStore(subscribe, () => votes.get().totals.get(cardId))
  // While people vote the former result would tell them what to choose.
  const count = isOpen ? undefined : total
  if (!isOpen && (count === undefined || count === 0)) return null
  const place =
    h < LOW ? { left: w - SINKS, top: (h - HEIGHT) / 2 } : { right: `calc(100% - ${w - 12}px)`, bottom: `calc(100% - ${SINKS}px)` }
  return (
    <span className="rb-vote-sign" data-open={isOpen} style={place}>
      <Vote aria-hidden />
      {count === undefined ? (
        <span className="visually-hidden">{t('voting.sign')}</span>
      ) : (
        <>
          <span aria-hidden>{count}</span>
          <span className="visually-hidden">{t('voting.badge', { count })}</span>
        </>
      )}
    </span>
  )
}
