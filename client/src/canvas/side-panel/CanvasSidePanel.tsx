import { useEditor, useValue } from 'tldraw'
import { lazyPart } from '../overlay/lazy-part.tsx'
import { panelOf } from './panel-of.ts'

const DetailsPanel = lazyPart(() => import('../details/DetailsPanel.tsx'))
const LinkChooser = lazyPart(() => import('../link-chooser/LinkChooser.tsx'))

/** Whatever is open at the side of the canvas, loaded when it is asked for. */
export function CanvasSidePanel() {
  const editor = useEditor()
  const panel = useValue('canvas panel', () => panelOf(editor).get(), [editor])
  if (!panel) return null
  if (panel.kind === 'details') return <DetailsPanel />
  return <LinkChooser key={`${panel.cardId} ${panel.to}`} cardId={panel.cardId} to={panel.to} />
}
