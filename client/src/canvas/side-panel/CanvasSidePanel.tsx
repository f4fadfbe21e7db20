import { lazy, Suspense } from 'react'
import { useEditor, useValue } from 'tldraw'
import { panelOf } from './panel-of.ts'

const DetailsPanel = lazy(() => import('../details/DetailsPanel.tsx'))
const LinkChooser = lazy(() => import('../link-chooser/LinkChooser.tsx'))

/** Whatever is open at the side of the canvas, loaded when it is asked for. */
export function CanvasSidePanel() {
  const editor = useEditor()
  const panel = useValue('canvas panel', () => panelOf(editor).get(), [editor])
  if (!panel) return null
  return (
    <Suspense fallback={null}>
      {panel.kind === 'details' ? (
        <DetailsPanel />
      ) : (
        <LinkChooser key={`${panel.cardId} ${panel.to}`} cardId={panel.cardId} to={panel.to} />
      )}
    </Suspense>
  )
}
