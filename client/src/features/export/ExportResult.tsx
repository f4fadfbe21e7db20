import { useText } from '../../i18n/use-text.ts'

/** A finished picture. `url` is an object URL that the dialog gives back. */
export interface Picture {
  url: string
  fileName: string
}

/** What was drawn. A real image: browsers inside chat apps ignore downloads but let people long-press it. */
export function ExportResult({ picture }: { picture: Picture }) {
  const { t } = useText()
  const { url, fileName } = picture
  return (
    <div className="export-result">
      <img src={url} alt={fileName} />
      <p>{t('export.done', { name: fileName })}</p>
    </div>
  )
}
