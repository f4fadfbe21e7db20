import { stopEventPropagation, useEditor, type TLShapeId } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { dialogOf } from '../overlay/open-dialog.ts'

interface ReadMoreProps {
  cardId: TLShapeId
  /** the card's size */
  w: number
  h: number
  ground: string
  color: string
}

/** At the foot of a card whose text goes on: opens all of it. */
export function ReadMore({ cardId, w, h, ground, color }: ReadMoreProps) {
  const editor = useEditor()
  const { t } = useText()
  return (
    <button
      type="button"
      className="rb-read-more"
      // the keyboard reaches it through the bar above the card
      tabIndex={-1}
      style={{ right: `calc(100% - ${w - 10}px)`, top: h - 38, background: ground, color }}
      onPointerDown={stopEventPropagation}
      onDoubleClick={stopEventPropagation}
      onClick={() => dialogOf(editor).set({ kind: 'reading', cardId })}
    >
      {t('canvas.reader.more')}
    </button>
  )
}
