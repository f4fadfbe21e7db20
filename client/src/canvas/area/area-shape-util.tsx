import {
  FrameShapeUtil,
  Group2d,
  SVGContainer,
  type Geometry2d,
  type SvgExportContext,
  type TLFrameShape,
  type TLShape,
  type TLShapeUtilCanBindOpts,
} from 'tldraw'
import { PALETTES } from '../look/pigments.ts'
import { usePalette } from '../look/use-palette.ts'
import { AREA_RADIUS, AreaDrawing } from './area-drawing.tsx'
import { areaMeta, isArea } from './area-meta.ts'
import { AreaGround } from './leave-areas-alone.ts'

/** tldraw's frame; frames with `meta.area` look and behave as areas. */
export class AreaShapeUtil extends FrameShapeUtil {
  override canEdit(shape?: TLFrameShape): boolean {
    return !isArea(shape)
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
    if (!isArea(shape)) return super.getGeometry(shape)
    return new Group2d({ children: [new AreaGround({ width: shape.props.w, height: shape.props.h, isFilled: false })] })
  }

  override component(shape: TLFrameShape) {
    return isArea(shape) ? <AreaOnCanvas shape={shape} /> : super.component(shape)
  }

  override toSvg(shape: TLFrameShape, context: SvgExportContext) {
    return isArea(shape) ? (
      <AreaDrawing shape={shape} palette={PALETTES[context.isDarkMode ? 'dark' : 'light']} />
    ) : (
      super.toSvg(shape, context)
    )
  }

  override indicator(shape: TLFrameShape) {
    if (!isArea(shape)) return super.indicator(shape)
    return <rect width={shape.props.w} height={shape.props.h} rx={AREA_RADIUS} />
  }

  override canReceiveNewChildrenOfType(shape: TLShape): boolean {
    return isArea(shape) || super.canReceiveNewChildrenOfType(shape)
  }
}

function AreaOnCanvas({ shape }: { shape: TLFrameShape }) {
  const palette = usePalette()
  return (
    <SVGContainer className="rb-area">
      <AreaDrawing shape={shape} palette={palette} />
    </SVGContainer>
  )
}
