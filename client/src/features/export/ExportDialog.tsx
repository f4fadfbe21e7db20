import { Copy, Download } from 'lucide-react'
import { useMemo, useState, type FormEvent } from 'react'
import type { CanvasApi, ExportTarget } from '../../canvas/canvas-api.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Theme } from '../../ui/theme.ts'
import { useReadable } from '../../ui/use-readable.ts'
import { canCopyPictures } from './copy-picture.ts'
import './export.css'
import { ExportPreview } from './ExportPreview.tsx'
import { ExportProgress } from './ExportProgress.tsx'
import { ExportResult } from './ExportResult.tsx'
import { exportFileName } from './file-name.ts'
import { possibleScale, SCALES, type Scale } from './possible-scale.ts'
import { Segments } from './Segments.tsx'
import { useExport, type ExportWish, type Format } from './use-export.ts'
import { usePreview } from './use-preview.ts'

interface ExportDialogProps {
  canvas: CanvasApi
  title: string
  theme: Theme
  onClose: () => void
}

/** The board, the selection or one area as a PNG or SVG. */
export function ExportDialog({ canvas, title, theme, onClose }: ExportDialogProps) {
  const { t } = useText()
  const selection = useReadable(canvas.selection)
  const areas = useReadable(canvas.areas)
  const [format, setFormat] = useState<Format>('png')
  const [kind, setKind] = useState<ExportTarget['kind']>('board')
  const [frameId, setFrameId] = useState<string | null>(null)
  const [wanted, setWanted] = useState<Scale>(2)
  const [background, setBackground] = useState(true)
  const [colours, setColours] = useState<Theme>(theme)
  const exporter = useExport(canvas)
  const { work } = exporter

  const area = areas.find(({ id }) => id === frameId) ?? areas[0]
  const areaId = area?.id
  const target = useMemo<ExportTarget | null>(
    () => (kind !== 'area' ? { kind } : areaId === undefined ? null : { kind, frameId: areaId }),
    [kind, areaId],
  )
  const preview = usePreview(canvas, target, colours, background)
  // Measured again when the preview was drawn: others may have changed the board.
  // oxlint-disable-next-line react/exhaustive-deps -- see above
  const size = useMemo(() => target && canvas.exportSize(target), [canvas, target, preview])
  const failedAt = work.state === 'failed' && work.code === 'too-large' ? work.scale : null
  const possible = size && possibleScale(wanted, size, failedAt)
  const isReduced = format === 'png' && possible?.reduced === true

  const partOfBoard = kind === 'area' ? (area?.name ?? null) : kind === 'selection' ? t('export.selectionName') : null
  const fileName = exportFileName(title, partOfBoard, new Date(), format)
  const pixels = possible ? { width: possible.width.toLocaleString('en'), height: possible.height.toLocaleString('en') } : null
  const wish: ExportWish | null =
    target && possible
      ? { format, fileName, options: { target, background, theme: colours, scale: format === 'png' ? possible.scale : 1 } }
      : null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wish) exporter.save(wish)
  }

  return (
    <Dialog title={t('export.title')} closeLabel={t('app.close')} onClose={onClose}>
      {work.state === 'done' ? (
        <ExportResult picture={work.picture} onAgain={() => exporter.forget()} />
      ) : (
        <form className="export-form" onSubmit={submit}>
          <div className="export-look">
            <ExportPreview preview={preview} size={format === 'png' && pixels ? t('export.pixels', pixels) : null} />
            <p className="export-name">
              <span className="field-label">{t('export.fileName')}</span> <bdi>{fileName}</bdi>
            </p>
          </div>
          <div className="export-choices">
            <Segments
              legend={t('export.what')}
              name="target"
              value={kind}
              onChoose={setKind}
              options={[
                { value: 'board', label: t('export.board') },
                {
                  value: 'selection',
                  label: t('export.selection'),
                  disabled: selection.length === 0,
                  title: selection.length === 0 ? t('export.selectionEmpty') : undefined,
                },
                { value: 'area', label: t('export.area'), disabled: areas.length === 0 },
              ]}
            />
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
            <Segments
              legend={t('export.format')}
              name="format"
              value={format}
              onChoose={setFormat}
              options={[
                { value: 'png', label: 'PNG' },
                { value: 'svg', label: 'SVG' },
              ]}
            />
            <p className="field-hint">{format === 'png' ? t('export.pngHint') : t('export.svgHint')}</p>
            {format === 'png' && (
              <Segments
                legend={t('export.size')}
                name="scale"
                value={wanted}
                onChoose={setWanted}
                options={SCALES.map((value) => ({ value, label: t(`export.scale${value}`) }))}
              />
            )}
            <Segments
              legend={t('export.colours')}
              name="colours"
              value={colours}
              onChoose={setColours}
              options={[
                { value: 'light', label: t('export.light') },
                { value: 'dark', label: t('export.dark') },
              ]}
            />
            <label className="check">
              <input type="checkbox" checked={background} onChange={(event) => setBackground(event.target.checked)} />
              {t('export.background')}
            </label>
          </div>
          <div className="export-end">
            {isReduced && pixels && (
              <p className="export-note" role="status">
                {t('export.reduced', { wanted, scale: possible.scale, ...pixels })}
              </p>
            )}
            {work.state === 'failed' && (
              <p className="field-error" role="alert">
                {t(FAILURES[work.code] ?? 'export.failed')}
              </p>
            )}
            {work.state === 'working' ? (
              <ExportProgress share={work.share} onCancel={() => exporter.cancel()} />
            ) : (
              <div className="export-actions">
                <button type="submit" className="btn btn-primary btn-big" disabled={!wish}>
                  <Download aria-hidden />
                  {isReduced ? t('export.submitAt', { scale: possible.scale }) : t('export.submit')}
                </button>
                {format === 'png' && canCopyPictures() && (
                  <button type="button" className="btn btn-big" disabled={!wish} onClick={() => wish && exporter.copy(wish)}>
                    <Copy aria-hidden />
                    {t('export.copy')}
                  </button>
                )}
              </div>
            )}
          </div>
        </form>
      )}
    </Dialog>
  )
}

const FAILURES: Readonly<Record<string, 'export.empty' | 'export.tooLarge' | 'export.copyRefused'>> = {
  empty: 'export.empty',
  'too-large': 'export.tooLarge',
  'copy-refused': 'export.copyRefused',
}
