import { useEditor, useValue } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import { LINK_FROM_TOOL } from './link-from-tool.ts'

/** What to do next while a link waits for its second card. */
export function LinkHint() {
  const editor = useEditor()
  const { t } = useText()
  const isLinking = useValue('linking', () => editor.getCurrentToolId() === LINK_FROM_TOOL, [editor])
  return isLinking ? (
    <div className="rb-notice" role="status">
      <span>{t('canvas.bar.linkHint')}</span>
    </div>
  ) : null
}
