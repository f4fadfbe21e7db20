import { useId } from 'react'
import { useText } from '../../i18n/use-text.ts'

/** How far the picture is, and the way to stop it. */
export function ExportProgress({ share, onCancel }: { share: number; onCancel: () => void }) {
  const { t } = useText()
  const labelId = useId()
  return (
    <div className="export-progress">
      <span id={labelId}>{t('export.working')}</span>
      <progress aria-labelledby={labelId} value={share} max={1} />
      <button type="button" className="btn" onClick={onCancel}>
        {t('export.cancel')}
      </button>
    </div>
  )
}
