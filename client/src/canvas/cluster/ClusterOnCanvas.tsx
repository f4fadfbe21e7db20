import { SVGContainer, useEditor, useValue, type Editor, type TLFrameShape } from 'tldraw'
import type { text } from '../../i18n/i18n.ts'
import { useText } from '../../i18n/use-text.ts'
import { areaMeta, isArea } from '../area/area-meta.ts'
import { LockSign } from '../card/lock-sign.tsx'
import type { Palette, Pigment } from '../look/pigments.ts'
import { usePalette } from '../look/use-palette.ts'
import { ClusterDrawing } from './cluster-drawing.tsx'
import { isSettled } from './cluster-frame.ts'

/** A cluster in the colours of its area, with the number of its cards. */
export function ClusterOnCanvas({ shape }: { shape: TLFrameShape }) {
  const editor = useEditor()
  const { t } = useText()
  const palette = usePalette()
  const pigment = useValue('cluster pigment', () => clusterPigment(editor, shape, palette), [editor, shape, palette])
  const count = useValue('cards of the cluster', () => cardCount(editor, shape), [editor, shape])
  return (
    <SVGContainer className="rb-area">
      <ClusterDrawing
        shape={shape}
        pigment={pigment}
        palette={palette}
        placeholder={t('canvas.cluster.unnamed')}
        count={t('canvas.cluster.count', { count })}
      />
      {isSettled(shape) && <LockSign w={shape.props.w} color={palette.ink2} ground={palette.surface} />}
    </SVGContainer>
  )
}

/** The same for exported images. */
export function clusterPicture(editor: Editor, shape: TLFrameShape, palette: Palette, t: typeof text) {
  return (
    <ClusterDrawing
      shape={shape}
      pigment={clusterPigment(editor, shape, palette)}
      palette={palette}
      placeholder={t('canvas.cluster.unnamed')}
      count={t('canvas.cluster.count', { count: cardCount(editor, shape) })}
    />
  )
}

function clusterPigment(editor: Editor, shape: TLFrameShape, palette: Palette): Pigment {
  const area = editor.findShapeAncestor(shape, isArea)
  const tone = area ? (areaMeta(area).tone ?? 'neutral') : 'neutral'
  return tone === 'neutral' ? palette.neutral : palette.kinds[tone]
}

function cardCount(editor: Editor, shape: TLFrameShape): number {
  return editor.getSortedChildIdsForParent(shape.id).filter((id) => editor.getShape(id)?.type === 'card' && !editor.isShapeHidden(id))
    .length
}
