import { LoaderCircle } from 'lucide-react'
import { useText } from '../../i18n/use-text.ts'
import type { Preview } from './use-preview.ts'

/** The picture as it will be; small, but true in everything else. */
export function ExportPreview({ preview, size }: { preview: Preview; size: string | null }) {
  const { t } = useText()
  const url = 'url' in preview ? preview.url : null
  return (
    <figure className="export-preview" aria-busy={preview.state === 'drawing'}>
      <div className="export-paper">
        {url !== null && <img src={url} alt={t('export.preview')} />}
        {preview.state === 'drawing' && <LoaderCircle aria-hidden className="export-turning" />}
        {preview.state === 'empty' && <p>{t('export.empty')}</p>}
        {preview.state === 'failed' && <p>{t('export.previewFailed')}</p>}
      </div>
      {size !== null && <figcaption className="tabular">{size}</figcaption>}
    </figure>
  )
}
