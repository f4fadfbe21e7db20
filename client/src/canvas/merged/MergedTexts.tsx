import { unmergeCards } from '@remedyboard/shared/mapping/merge'
import { Ungroup } from 'lucide-react'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { boardMapping } from '../../session/board-mapping.ts'
import { useCanvasSession } from '../overlay/canvas-session.ts'
import { mergedOf } from './merged-cards.ts'

/** What the cards say that were merged into a card, each with a way to stand for itself again. */
export function MergedTexts({ cardId, canWrite }: { cardId: TLShapeId; canWrite: boolean }) {
  const editor = useEditor()
  const { t } = useText()
  const session = useCanvasSession()
  const cards = useValue('merged texts', () => mergedOf(editor).absorbed.get(cardId), [editor, cardId])
  if (!cards) return null
  return (
    <section aria-label={t('canvas.merged.title')}>
      <h3 className="field-label">{t('canvas.merged.title')}</h3>
      <ul className="rb-reader-merged">
        {cards.map(({ id, text }) => (
          <li key={id}>
            <p>{text}</p>
            {canWrite && (
              <button type="button" className="btn" onClick={() => session.edit(unmergeCards(boardMapping(session).graph.get(), [id]))}>
                <Ungroup aria-hidden /> {t('canvas.merged.apart')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
