import { Download, LoaderCircle } from 'lucide-react'
import { useEffect, useState, type FormEvent } from 'react'
import type { CanvasApi, ExportOptions, ExportTarget } from '../../canvas/canvas-api.ts'
import { useText } from '../../i18n/use-text.ts'
import { announce } from '../../ui/announce.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Theme } from '../../ui/theme.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { downloadFile } from './download-file.ts'
import './export.css'
import { ExportResult, type Picture } from './ExportResult.tsx'
import { exportFileName } from './file-name.ts'

interface ExportDialogProps {
  canvas: CanvasApi
  title: string
  theme: Theme
  onClose: () => void
}

type Work = { state: 'idle' } | { state: 'working' } | { state: 'failed'; code: string }

const SCALES = [1, 2, 3] as const

/** The board, the selection or one area as a PNG. */
export function ExportDialog({ canvas, title, theme, onClose }: ExportDialogProps) {
  const { t } = useText()
  const selection = useReadable(canvas.selection)
  const areas = useReadable(canvas.areas)
  const [kind, setKind] = useState<ExportTarget['kind']>('board')
  const [frameId, setFrameId] = useState<string | null>(null)
  const [scale, setScale] = useState<ExportOptions['scale']>(2)
  const [background, setBackground] = useState(true)
  const [colours, setColours] = useState<Theme>(theme)
  const [work, setWork] = useState<Work>({ state: 'idle' })
  const [picture, setPicture] = useState<Picture | null>(null)

  useEffect(() => {
    if (!picture) return
    return () => URL.revokeObjectURL(picture.url)
  }, [picture])

  const area = areas.find(({ id }) => id === frameId) ?? areas[0]
  const target: ExportTarget | null = kind !== 'area' ? { kind } : area ? { kind, frameId: area.id } : null
  const partOfBoard = kind === 'area' ? (area?.name ?? null) : kind === 'selection' ? t('export.selectionName') : null
  const fileName = exportFileName(title, partOfBoard, new Date())

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!target || work.state === 'working') return
    setWork({ state: 'working' })
    setPicture(null)
    announce(t('export.working'))
    try {
      const blob = await canvas.exportPng({ target, scale, background, theme: colours })
      const url = URL.createObjectURL(blob)
      downloadFile(url, fileName)
      setPicture({ url, fileName })
      setWork({ state: 'idle' })
      announce(t('export.done', { name: fileName }))
    } catch (error) {
      setWork({ state: 'failed', code: codeOf(error) })
    }
  }

  const choice = (value: ExportTarget['kind'], label: string, disabled = false) => (
    <label title={disabled && value === 'selection' ? t('export.selectionEmpty') : undefined}>
      <input type="radio" name="target" checked={kind === value} disabled={disabled} onChange={() => setKind(value)} />
      <span>{label}</span>
    </label>
  )

  return (
    <Dialog title={t('export.title')} closeLabel={t('app.close')} onClose={onClose}>
      <form className="export-form" onSubmit={(event) => void submit(event)}>
        <fieldset className="field">
          <legend className="field-label">{t('export.what')}</legend>
          <div className="segments">
            {choice('board', t('export.board'))}
            {choice('selection', t('export.selection'), selection.length === 0)}
            {choice('area', t('export.area'), areas.length === 0)}
          </div>
        </fieldset>
        {kind === 'area' && area && (
          <label className="field">
            <span className="field-label">{t('export.chooseArea')}</span>
            <select className="input" value={area.id} onChange={(event) => setFrameId(event.target.value)}>
              {areas.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <fieldset className="field">
          <legend className="field-label">{t('export.size')}</legend>
          <div className="segments">
            {SCALES.map((value) => (
              <label key={value}>
                <input type="radio" name="scale" checked={scale === value} onChange={() => setScale(value)} />
                <span>{t(`export.scale${value}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div className="export-row">
          <fieldset className="field">
            <legend className="field-label">{t('export.colours')}</legend>
            <div className="segments">
              {(['light', 'dark'] as const).map((value) => (
                <label key={value}>
                  <input type="radio" name="colours" checked={colours === value} onChange={() => setColours(value)} />
                  <span>{t(`export.${value}`)}</span>
                </label>
              ))}
            </div>
          </fieldset>
          <label className="check">
            <input type="checkbox" checked={background} onChange={(event) => setBackground(event.target.checked)} />
            {t('export.background')}
          </label>
        </div>
        <p className="export-name">
          <span className="field-label">{t('export.fileName')}</span> <bdi>{fileName}</bdi>
        </p>
        {work.state === 'failed' && (
          <p className="field-error" role="alert">
            {work.code === 'empty' ? t('export.empty') : work.code === 'too-large' ? t('export.tooLarge') : t('export.failed')}
          </p>
        )}
        {picture && <ExportResult picture={picture} />}
        <button type="submit" className="btn btn-primary btn-big" disabled={work.state === 'working' || !target}>
          {work.state === 'working' ? <LoaderCircle aria-hidden className="export-turning" /> : <Download aria-hidden />}
          {work.state === 'working' ? t('export.working') : t('export.submit')}
        </button>
      </form>
    </Dialog>
  )
}

/** `ExportError` lives in the lazily loaded canvas, so its code is read by shape. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'failed'
}
