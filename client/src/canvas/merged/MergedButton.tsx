import { stopEventPropagation, useEditor, type TLShapeId } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { dialogOf } from '../overlay/open-dialog.ts'
import { MERGED_PILL, mergedPillWidth } from './merged-sign.tsx'

/** Over the pill of a card that others were merged into: opens what they say. */
export function MergedButton({ cardId, h, words }: { cardId: TLShapeId; h: number; words: string }) {
  const editor = useEditor()
  const { t } = useText()
  return (
    <button
      type="button"
      // the keyboard reaches it through the bar above the card
      tabIndex={-1}
      className="rb-merged"
      aria-label={t('canvas.merged.read')}
      title={t('canvas.merged.read')}
      style={{ left: MERGED_PILL.left, top: h - MERGED_PILL.inset, width: mergedPillWidth(words), height: MERGED_PILL.height }}
      onPointerDown={stopEventPropagation}
      onDoubleClick={stopEventPropagation}
      onClick={() => dialogOf(editor).set({ kind: 'reading', cardId })}
    />
  )
}
