import { useEditor, useValue } from 'tldraw'
import { Spotlight } from '../attention/Spotlight.tsx'
import { WaitingAreas } from '../attention/WaitingAreas.tsx'
import { LinkLabel } from '../link/LinkLabel.tsx'
import { EmptyHint } from '../look/EmptyHint.tsx'
import { lazyPart } from './lazy-part.tsx'

const SelectionBars = lazyPart(() => import('./SelectionBars.tsx'))

/** What stands in front of the shapes and behind tldraw's panels. */
export function OverCards() {
  const editor = useEditor()
  const isSelected = useValue('anything selected', () => editor.getSelectedShapeIds().length > 0, [editor])
  return (
    <>
      <Spotlight />
      <WaitingAreas />
      <EmptyHint />
      {isSelected && <SelectionBars />}
      <LinkLabel />
    </>
  )
}
