import { useEditor, useReadonly, useValue } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'

/** What to do on a board that is still empty. Lets every click through. */
export function EmptyHint() {
  const editor = useEditor()
  const { t } = useText()
  const isReadonly = useReadonly()
  const isEmpty = useValue('empty board', () => editor.getCurrentPageShapeIds().size === 0, [editor])
  if (!isEmpty) return null
  return (
    <div className="rb-empty">
      <p className="rb-empty-title">{t('canvas.emptyTitle')}</p>
      {!isReadonly && <p>{t('canvas.emptyHint')}</p>}
    </div>
  )
}
