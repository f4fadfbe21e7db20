import { Check, ImageUp, TriangleAlert, X } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import { useText } from '../../i18n/use-text.ts'
import './notice.css'
import { noticeOf } from './notice.ts'

const ICONS = { progress: ImageUp, done: Check, problem: TriangleAlert } as const

/** What goes on or went wrong, over the canvas. It is also read out, see `showNotice`. */
export function NoticeBar() {
  const editor = useEditor()
  const { t } = useText()
  const notice = useValue('notice', () => noticeOf(editor).get(), [editor])
  if (!notice) return null
  const Icon = ICONS[notice.tone]
  return (
    <div className="rb-notice" data-tone={notice.tone}>
      <Icon size={18} aria-hidden />
      <span>{notice.text}</span>
      {notice.tone === 'progress' ? (
        <progress aria-label={notice.text} value={notice.share ?? 0} max={1} />
      ) : (
        <button type="button" aria-label={t('app.close')} onClick={() => noticeOf(editor).set(null)}>
          <X size={16} aria-hidden />
        </button>
      )}
    </div>
  )
}
