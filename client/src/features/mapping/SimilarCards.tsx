import type { MappingCard } from '@remedyboard/shared/mapping/mapping-card'
import { mergeCards } from '@remedyboard/shared/mapping/merge'
import { pairKey, SimilarCards as SimilarIndex } from '@remedyboard/shared/mapping/similar-cards'
import { ChevronRight, Combine } from 'lucide-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { boardMapping } from '../../session/board-mapping.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { announce } from '../../ui/announce.ts'
import { useReadable } from '../../ui/use-readable.ts'
import type { PathActions } from './DilemmaRows.tsx'
import { mayMerge } from './may-merge.ts'
import { readNotSame, writeNotSame } from './not-same.ts'
import { pointing } from './pointing.ts'
import './similar-cards.css'

/** Cards that may say the same, pair by pair: people choose which one stays, or say that they differ. */
export function SimilarCards({ session, onGoTo, onPoint }: PathActions & { session: BoardSession }) {
  const { t } = useText()
  const { graph: live } = boardMapping(session)
  const graph = useReadable(live)
  const rights = useReadable(session.rights)
  const { me, round } = useReadable(session.view)
  const [notSame, setNotSame] = useState(() => readNotSame(session.board.id))
  // Suggestions may come a moment later than what people do.
  const settled = useDeferredValue(graph)
  const [similar] = useState(() => new SimilarIndex())
  const pairs = useMemo(() => {
    similar.follow(settled.cards)
    return similar.pairs({ dismissed: notSame })
  }, [similar, settled, notSame])
  const shown = pairs.flatMap(({ a, b }) => {
    const [one, other] = [graph.cards.get(a), graph.cards.get(b)]
    return one && other ? [[one, other] as const] : []
  })
  if (shown.length === 0) return null

  const keep = (stays: MappingCard, goes: MappingCard) => {
    const plan = mergeCards(live.get(), [goes.id], stays.id, new Set(round?.cards))
    if ('refused' in plan) return
    session.edit(plan.operations)
    onPoint([])
    announce(t('mapping.similar.merged', { text: stays.text }))
  }
  const differ = (one: MappingCard, other: MappingCard) => {
    const next = new Set(notSame).add(pairKey(one.id, other.id))
    writeNotSame(session.board.id, next)
    setNotSame(next)
  }

  return (
    <details className="similar-cards">
      <summary>
        <ChevronRight aria-hidden /> {t('mapping.similar.title')}
        <span className="tabular">{shown.length}</span>
      </summary>
      <p className="similar-hint">{t('mapping.similar.hint')}</p>
      <ul>
        {shown.map(([one, other]) => (
          <li key={pairKey(one.id, other.id)} className={`similar-pair similar-${one.kind}`}>
            {[one, other].map((card) => {
              const goes = card === one ? other : one
              const isVotedOn = round?.cards.includes(one.id) === true || round?.cards.includes(other.id) === true
              const may = !isVotedOn && mayMerge(goes, me.id, rights)
              return (
                <div key={card.id} className="similar-card">
                  <button
                    type="button"
                    className="similar-text"
                    title={t('coverage.goTo', { name: card.text })}
                    onClick={() => onGoTo(card.id)}
                    {...pointing(() => [one.id, other.id], onPoint)}
                  >
                    {card.text}
                  </button>
                  <button
                    type="button"
                    className="btn"
                    aria-label={t('mapping.similar.keepLabel', { text: card.text })}
                    title={isVotedOn ? t('canvas.merged.refused.round') : may ? t('mapping.similar.keepHint') : t('mapping.similar.notNow')}
                    disabled={!may}
                    onClick={() => keep(card, goes)}
                  >
                    <Combine aria-hidden /> {t('mapping.similar.keep')}
                  </button>
                </div>
              )
            })}
            <button type="button" className="btn btn-quiet similar-differ" onClick={() => differ(one, other)}>
              {t('mapping.similar.differ')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
