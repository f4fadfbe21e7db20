import { CornerRightUp } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { focusOnArrival } from '../../ui/focus-on-arrival.ts'
import type { Picture } from './use-export.ts'

/** What was made. A real image: browsers inside chat apps ignore downloads but let people long-press it. */
export function ExportResult({ picture, onAgain }: { picture: Picture; onAgain: () => void }) {
  const { t } = useText()
  const { url, fileName, by, hasFont, format } = picture
  // An SVG cannot be saved by a long press: there is only the way out.
  const [showsWayOut, setShowsWayOut] = useState(by === 'shown' && format === 'svg')
  return (
    <div className="export-result">
      <div className="export-paper">
        <img src={url} alt={fileName} />
      </div>
      <p className="export-done">
        {by === 'download' ? t('export.done', { name: fileName }) : by === 'clipboard' ? t('export.clipboard') : t('export.shown')}
      </p>
      {!hasFont && <p className="export-note">{t('export.fontMissing')}</p>}
      <div className="export-actions">
        <button ref={focusOnArrival} type="button" className="btn" onClick={onAgain}>
          {t('export.again')}
        </button>
        {by === 'shown' && (
          <button type="button" className="btn" onClick={() => setShowsWayOut(true)}>
            {t('export.nothingHappens')}
          </button>
        )}
      </div>
      {showsWayOut && (
        <button type="button" className="export-way-out" onClick={() => setShowsWayOut(false)}>
          <CornerRightUp aria-hidden />
          <span>{t('export.openInBrowser')}</span>
        </button>
      )}
    </div>
  )
}
