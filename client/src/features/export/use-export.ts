import { useCallback, useEffect, useRef, useState } from 'react'
import type { CanvasApi, ExportOptions } from '../../canvas/canvas-api.ts'
import { useText } from '../../i18n/use-text.ts'
import { announce } from '../../ui/announce.ts'
import { dataUrlOf, isChatBrowser } from './chat-browser.ts'
import { copyPicture } from './copy-picture.ts'
import { downloadFile } from './download-file.ts'

export type Format = 'png' | 'svg'

/** A finished picture. */
export interface Picture {
  /** an object URL that is given back with the picture, or the picture itself where blobs cannot be saved */
  url: string
  fileName: string
  format: Format
  /** how it reached its owner; `shown`: only on the screen, to be saved by a long press */
  by: 'download' | 'clipboard' | 'shown'
  /** false: whoever opens it needs a Chinese font */
  hasFont: boolean
}

export type Work =
  | { state: 'idle' }
  | { state: 'working'; share: number }
  | { state: 'failed'; code: string; scale: number }
  | { state: 'done'; picture: Picture }

export interface ExportWish {
  format: Format
  fileName: string
  options: Pick<ExportOptions, 'target' | 'scale' | 'background' | 'theme'>
}

export interface Exporter {
  work: Work
  save(wish: ExportWish): void
  copy(wish: ExportWish): void
  cancel(): void
  /** back to the choices */
  forget(): void
}

/** Makes pictures, one at a time; leaving the dialog ends what is under way. */
export function useExport(canvas: CanvasApi): Exporter {
  const { t } = useText()
  const [work, setWork] = useState<Work>({ state: 'idle' })
  const running = useRef<AbortController | null>(null)

  useEffect(() => () => running.current?.abort(), [])

  const url = work.state === 'done' ? work.picture.url : null
  useEffect(() => {
    if (url === null || !url.startsWith('blob:')) return
    return () => URL.revokeObjectURL(url)
  }, [url])

  const run = useCallback(
    async (wish: ExportWish, make: (options: ExportOptions) => Promise<Picture>) => {
      if (running.current) return
      const controller = new AbortController()
      const { signal } = controller
      running.current = controller
      setWork({ state: 'working', share: 0 })
      announce(t('export.working'))
      const onProgress = (share: number) => {
        if (!signal.aborted) setWork({ state: 'working', share })
      }
      try {
        const picture = await make({ ...wish.options, signal, onProgress })
        signal.throwIfAborted()
        setWork({ state: 'done', picture })
        announce(picture.by === 'download' ? t('export.done', { name: picture.fileName }) : t(`export.${picture.by}`))
      } catch (error) {
        setWork(signal.aborted ? { state: 'idle' } : { state: 'failed', code: codeOf(error), scale: wish.options.scale })
        if (signal.aborted) announce(t('export.cancelled'))
      } finally {
        running.current = null
      }
    },
    [t],
  )

  const save = (wish: ExportWish) =>
    void run(wish, async (options) => {
      const { format, fileName } = wish
      const { blob, hasFont } =
        format === 'svg' ? await canvas.exportSvg(options) : { blob: await canvas.exportPng(options), hasFont: true }
      if (isChatBrowser(navigator.userAgent)) return { url: await dataUrlOf(blob), fileName, format, hasFont, by: 'shown' }
      const saved = URL.createObjectURL(blob)
      downloadFile(saved, fileName)
      return { url: saved, fileName, format, hasFont, by: 'download' }
    })

  const copy = (wish: ExportWish) =>
    void run(wish, async (options) => {
      const png = canvas.exportPng(options)
      await copyPicture(png)
      return { url: URL.createObjectURL(await png), fileName: wish.fileName, format: 'png', hasFont: true, by: 'clipboard' }
    })

  return {
    work,
    save,
    copy,
    cancel: () => running.current?.abort(),
    forget: () => {
      if (!running.current) setWork({ state: 'idle' })
    },
  }
}

/** `ExportError` lives in the lazily loaded canvas, so its code is read by shape. */
function codeOf(error: unknown): string {
  if (error instanceof DOMException && error.name === 'NotAllowedError') return 'copy-refused'
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'failed'
}
