import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import { Pencil } from 'lucide-react'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { cardLabels } from '../card/card-labels.ts'
import { writeInto } from '../card/card-tools.ts'
import { MergedTexts } from '../merged/MergedTexts.tsx'
import './card-reader.css'

/** The whole text of a card whose text is longer than a card is high. */
export function CardReader({ cardId, onClose }: { cardId: TLShapeId; onClose: () => void }) {
  const editor = useEditor()
  const { t, locale } = useText()
  const card = useValue('read card', () => editor.getShape<TLCardShape>(cardId), [editor, cardId])
  const canWrite = useValue('can write', () => !editor.getIsReadonly(), [editor])
  if (!card) return null
  const { kind, section } = cardLabels(card.props.kind, card.meta, t, locale)
  return (
    <Dialog title={[kind, section].filter((part) => part !== '').join(' · ')} closeLabel={t('app.close')} onClose={onClose}>
      {/* scrolled by keyboard, too */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="rb-reader" tabIndex={0} role="document">
        {card.props.text}
      </div>
      <MergedTexts cardId={cardId} canWrite={canWrite} />
      {canWrite && (
        <div className="rb-dialog-buttons">
          <button
            type="button"
            className="btn"
            onClick={() => {
              onClose()
              editor.markHistoryStoppingPoint('write')
              editor.select(cardId)
              // after the dialog has given the focus back
              editor.timers.setTimeout(() => writeInto(editor, cardId), 0)
            }}
          >
            <Pencil aria-hidden /> {t('canvas.reader.edit')}
          </button>
        </div>
      )}
    </Dialog>
  )
}
