import type { CardMeta } from '@remedyboard/shared/board/card'
import { CARD_METRICS, cardHeight } from '@remedyboard/shared/board/card-metrics'
import { cardShapeProps, type TLCardShape } from '@remedyboard/shared/board/tl-schema'
import {
  BaseBoxShapeUtil,
  HTMLContainer,
  Rectangle2d,
  resizeBox,
  useEditor,
  useValue,
  type Geometry2d,
  type SvgExportContext,
  type TLResizeInfo,
} from 'tldraw'
import { currentLocale, text } from '../../i18n/i18n.ts'
import { useText } from '../../i18n/use-text.ts'
import { PALETTES } from '../look/pigments.ts'
import { usePalette } from '../look/use-palette.ts'
import { CardDrawing } from './card-drawing.tsx'
import { cardFacts } from './card-facts.ts'
import { cardLabels } from './card-labels.ts'
import { cardLayout, heightAfter, wholeLayout, writingLayout } from './card-layout.ts'
import { drawnOutline } from './card-outline.ts'
import { cardSign } from './card-sign.ts'
import { CardTextArea } from './card-text-area.tsx'
import { LockSign } from './lock-sign.tsx'
import { MergedButton } from '../merged/MergedButton.tsx'
import { mergedOf } from '../merged/merged-cards.ts'
import { ReadMore } from '../reading/ReadMore.tsx'
import { RemarkSign } from '../remarks/RemarkSign.tsx'
import { VoteSign } from '../votes/VoteSign.tsx'
import { useAnswerMark } from './marks-now.ts'
import { useWasSeen } from './seen-cards.ts'

/** Narrower, and not even one long word fits. */
const MIN_WIDTH = 140

export class CardShapeUtil extends BaseBoxShapeUtil<TLCardShape> {
  static override type = 'card' as const
  static override props = cardShapeProps

  override getDefaultProps(): TLCardShape['props'] {
    const w = CARD_METRICS.m.defaultWidth
    return { w, h: cardHeight('m', w, 1), kind: 'note', size: 'm', text: '' }
  }

  override canEdit(): boolean {
    return true
  }

  override canBind(): boolean {
    return true
  }

  /** While somebody writes, the wheel belongs to a text that is longer than its card. */
  override canScroll(shape: TLCardShape): boolean {
    return cardLayout(shape.props).isCut
  }

  override getText(shape: TLCardShape): string {
    return shape.props.text
  }

  override getAriaDescriptor(shape: TLCardShape): string {
    const { kind, section } = cardLabels(shape.props.kind, metaOf(shape), text, currentLocale())
    return [kind, section, shape.props.text].filter((part) => part !== '').join(', ')
  }

  override getGeometry(shape: TLCardShape): Geometry2d {
    return new Rectangle2d({ width: shape.props.w, height: wholeLayout(shape).h, isFilled: true })
  }

  override onResize(shape: TLCardShape, info: TLResizeInfo<TLCardShape>) {
    const { foot } = wholeLayout(info.initialShape)
    const { props } = info.initialShape
    const drawn = foot === 0 ? info : { ...info, initialShape: { ...info.initialShape, props: { ...props, h: props.h + foot } } }
    const whole = resizeBox(shape, drawn, { minWidth: MIN_WIDTH, minHeight: CARD_METRICS[shape.props.size].minHeight + foot })
    const resized = { ...whole, props: { ...whole.props, h: whole.props.h - foot } }
    // Widening by a side handle lets the height follow the text, as typing does.
    if (info.handle === 'left' || info.handle === 'right') {
      return { ...resized, props: { ...resized.props, h: heightAfter(info.initialShape.props, { w: resized.props.w }) } }
    }
    return resized
  }

  override component(shape: TLCardShape) {
    return <CardOnCanvas shape={shape} />
  }

  override indicator(shape: TLCardShape) {
    const isEditing = this.editor.getEditingShapeId() === shape.id
    const { body, top } = drawnOutline(shape.props, isEditing ? writingLayout(shape) : wholeLayout(shape))
    return <path d={body} transform={`translate(0 ${top})`} />
  }

  override toSvg(shape: TLCardShape, context: SvgExportContext) {
    return (
      <CardDrawing
        props={shape.props}
        layout={wholeLayout(shape)}
        labels={cardLabels(shape.props.kind, metaOf(shape), text, currentLocale())}
        facts={cardFacts(shape, text, currentLocale())}
        merged={mergedWords(mergedOf(this.editor).absorbed.get(shape.id)?.length, text)}
        palette={PALETTES[context.isDarkMode ? 'dark' : 'light']}
      />
    )
  }
}

/** Meta of a card record; unknown JSON to tldraw, written only through our own schema. */
function metaOf(shape: TLCardShape): CardMeta {
  return shape.meta
}

function mergedWords(count: number | undefined, t: typeof text): string | undefined {
  return count === undefined ? undefined : t('canvas.merged.count', { count })
}

/** A card that was never in view costs no drawing; one that was stays drawn, so that panning back is quick. */
function CardOnCanvas({ shape }: { shape: TLCardShape }) {
  return useWasSeen(shape.id) ? <SeenCard shape={shape} /> : null
}

function SeenCard({ shape }: { shape: TLCardShape }) {
  const editor = useEditor()
  const palette = usePalette()
  const { t, locale } = useText()
  const isEditing = useValue('editing', () => editor.getEditingShapeId() === shape.id, [editor, shape.id])
  const layout = isEditing ? writingLayout(shape) : wholeLayout(shape)
  const mark = useAnswerMark(shape.id)
  const mergedCount = useValue('merged cards', () => mergedOf(editor).absorbed.get(shape.id)?.length, [editor, shape.id])
  const merged = mergedWords(mergedCount, t)
  return (
    <HTMLContainer>
      <svg className="rb-card" width={shape.props.w} height={layout.h} aria-hidden="true">
        <CardDrawing
          props={shape.props}
          layout={layout}
          labels={cardLabels(shape.props.kind, metaOf(shape), t, locale)}
          facts={cardFacts(shape, t, locale)}
          palette={palette}
          hideText={isEditing}
          placeholder={shape.props.text === '' ? t(`canvas.placeholder.${shape.props.kind}`) : undefined}
          sign={cardSign(shape.props.kind, mark, t)}
          merged={merged}
        />
        {shape.meta['lock'] === true && <LockSign w={shape.props.w} color={palette.ink2} ground={palette.surface} />}
      </svg>
      {layout.isCut && !isEditing && (
        <ReadMore cardId={shape.id} w={shape.props.w} h={layout.h - layout.foot} ground={palette.surface} color={palette.accent} />
      )}
      <RemarkSign cardId={shape.id} w={shape.props.w} h={layout.h} />
      <VoteSign cardId={shape.id} w={shape.props.w} h={layout.h} />
      {merged !== undefined && <MergedButton cardId={shape.id} h={layout.h} words={merged} />}
      {isEditing && <CardTextArea shape={shape} layout={layout} palette={palette} />}
    </HTMLContainer>
  )
}
