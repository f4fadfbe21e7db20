import {
  FrameShapeUtil,
  Group2d,
  Rectangle2d,
  SVGContainer,
  type Geometry2d,
  type SvgExportContext,
  type TLFrameShape,
  type TLShape,
  type TLShapeUtilCanBindOpts,
} from 'tldraw'
import { text } from '../../i18n/i18n.ts'
import { isClusterFrame } from '../cluster/cluster-frame.ts'
import { CLUSTER } from '@remedyboard/shared/board/cluster-metrics'
import { ClusterOnCanvas, clusterPicture } from '../cluster/ClusterOnCanvas.tsx'
import { PALETTES } from '../look/pigments.ts'
import { usePalette } from '../look/use-palette.ts'
import { AREA_RADIUS, AreaDrawing } from './area-drawing.tsx'
import { areaMeta, isArea } from './area-meta.ts'
import { AreaGround } from './leave-areas-alone.ts'

/** tldraw's frame; frames with `meta.area` look and behave as areas, those with `meta.cluster` as clusters. */
export class AreaShapeUtil extends FrameShapeUtil {
  override canEdit(shape?: TLFrameShape): boolean {
    return !isArea(shape) && !isClusterFrame(shape)
  }

  /** A line drawn over an area's free ground must not stick to the area. */
  override canBind({ toShapeType }: TLShapeUtilCanBindOpts<TLFrameShape>): boolean {
    return toShapeType !== 'frame'
  }

  override getAriaDescriptor(shape: TLFrameShape): string {
    const instruction = areaMeta(shape).instruction
    return isArea(shape) && instruction ? `${shape.props.name}. ${instruction}` : super.getAriaDescriptor(shape)
  }

  override getGeometry(shape: TLFrameShape): Geometry2d {
    if (isClusterFrame(shape)) return clusterGeometry(shape)
    if (!isArea(shape)) return super.getGeometry(shape)
    return new Group2d({ children: [new AreaGround({ width: shape.props.w, height: shape.props.h, isFilled: false })] })
  }

  override component(shape: TLFrameShape) {
    if (isClusterFrame(shape)) return <ClusterOnCanvas shape={shape} />
    return isArea(shape) ? <AreaOnCanvas shape={shape} /> : super.component(shape)
  }

  override toSvg(shape: TLFrameShape, context: SvgExportContext) {
    const palette = PALETTES[context.isDarkMode ? 'dark' : 'light']
    if (isClusterFrame(shape)) return clusterPicture(this.editor, shape, palette, text)
    return isArea(shape) ? <AreaDrawing shape={shape} palette={palette} /> : super.toSvg(shape, context)
  }

  override indicator(shape: TLFrameShape) {
    if (isClusterFrame(shape)) return <rect width={shape.props.w} height={shape.props.h} rx={CLUSTER.radius} />
    if (!isArea(shape)) return super.indicator(shape)
    return <rect width={shape.props.w} height={shape.props.h} rx={AREA_RADIUS} />
  }

  /** Clusters hold cards and what people put beside them, no further clusters. */
  override canReceiveNewChildrenOfType(shape: TLShape, type?: TLShape['type']): boolean {
    if (isClusterFrame(shape)) return type !== 'frame'
    return isArea(shape) || super.canReceiveNewChildrenOfType(shape)
  }
}

/** Taken hold of at its heading and its border; a click between its cards is one on the ground. */
function clusterGeometry({ props: { w, h } }: TLFrameShape): Group2d {
  return new Group2d({
    children: [
      new Rectangle2d({ width: w, height: h, isFilled: false }),
      new Rectangle2d({ width: w, height: CLUSTER.heading, isFilled: true, isLabel: true }),
    ],
  })
}

function AreaOnCanvas({ shape }: { shape: TLFrameShape }) {
  const palette = usePalette()
  return (
    <SVGContainer className="rb-area">
      <AreaDrawing shape={shape} palette={palette} />
    </SVGContainer>
  )
}
