import type { CoordinationGap } from '@remedyboard/shared/coordination/coordination-rules'
import { requestAbout } from '@remedyboard/shared/coordination/request'
import { ArrowLeftRight, ClipboardPlus, LocateFixed } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import type { BoardSession } from '../../session/board-session.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { RequestForm } from './RequestForm.tsx'
import { useCoordinationEdits } from './use-coordination-edits.ts'
import type { Coordination } from './use-coordination.ts'

interface GapItemProps {
  session: BoardSession
  coordination: Coordination
  gap: CoordinationGap
  onGoTo: (cardId: string) => void
}

/** One gap in words, the way to its cards, and what can be done about it at once. */
export function GapItem({ session, coordination, gap, onGoTo }: GapItemProps) {
  const { t } = useText()
  const edits = useCoordinationEdits(session)
  const rights = useReadable(session.rights)
  const [asking, setAsking] = useState(false)
  const { graph } = coordination
  const nameOf = (i: number) => graph.cards.get(gap.cards[i] ?? '')?.text || t('coordination.unnamed')
  const words = t(`coordination.gap.${gap.rule}`, { name: nameOf(0), other: nameOf(1), count: gap.cards.length - 1 })
  const [first] = gap.cards
  const [link] = gap.links
  const request = requestAbout(graph, gap)
  return (
    <li className="gap-item">
      <p>{words}</p>
      <div className="gap-actions">
        {first !== undefined && (
          <button type="button" className="btn btn-quiet" onClick={() => onGoTo(first)}>
            <LocateFixed aria-hidden /> {t('coordination.show')}
          </button>
        )}
        {gap.rule === 'one-way-bridge' && link !== undefined && rights.link && (
          <button type="button" className="btn btn-quiet" onClick={() => edits.setBothWays(link, true)}>
            <ArrowLeftRight aria-hidden /> {t('coordination.bothWays')}
          </button>
        )}
        {request ? (
          <button type="button" className="btn btn-quiet" onClick={() => onGoTo(request.id)}>
            <ClipboardPlus aria-hidden /> {t('coordination.toRequest')}
          </button>
        ) : (
          rights.add && (
            <button type="button" className="btn btn-quiet" aria-expanded={asking} onClick={() => setAsking(!asking)}>
              <ClipboardPlus aria-hidden /> {t('coordination.makeRequest')}
            </button>
          )
        )}
      </div>
      {asking && !request && (
        <RequestForm
          coordination={coordination}
          gap={gap}
          suggestion={words}
          onCancel={() => setAsking(false)}
          onMake={(made) => {
            setAsking(false)
            onGoTo(edits.makeRequest(gap, made))
          }}
        />
      )}
    </li>
  )
}
