import { useEffect, useState } from 'react'
import type { CanvasApi, ExportTarget } from '../../canvas/canvas-api.ts'

export type Preview = { state: 'drawing'; url: string | null } | { state: 'drawn'; url: string } | { state: 'empty' } | { state: 'failed' }

/** People try choices one after the other; a large board takes a moment to draw. */
const SETTLE_MS = 120

/** The picture as it will be, drawn anew after each choice; the last one stays until then. */
export function usePreview(canvas: CanvasApi, target: ExportTarget | null, theme: 'light' | 'dark', background: boolean): Preview {
  const [preview, setPreview] = useState<Preview>({ state: 'drawing', url: null })
  const kind = target?.kind
  const frameId = target?.kind === 'area' ? target.frameId : null

  useEffect(() => {
    const wanted: ExportTarget | null =
      kind === 'area' ? (frameId === null ? null : { kind, frameId }) : kind === undefined ? null : { kind }
    if (!wanted) return
    const controller = new AbortController()
    const { signal } = controller
    setPreview((last) => ({ state: 'drawing', url: 'url' in last ? last.url : null }))
    const timer = setTimeout(() => {
      canvas.exportSvg({ target: wanted, theme, background, scale: 1, withoutFont: true, signal }).then(
        ({ blob }) => setPreview({ state: 'drawn', url: URL.createObjectURL(blob) }),
        (error: unknown) => {
          if (!signal.aborted)
            setPreview({ state: error instanceof Error && 'code' in error && error.code === 'empty' ? 'empty' : 'failed' })
        },
      )
    }, SETTLE_MS)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [canvas, kind, frameId, theme, background])

  const url = 'url' in preview ? preview.url : null
  useEffect(() => {
    if (url === null) return
    return () => URL.revokeObjectURL(url)
  }, [url])

  return preview
}
