import { getArrowBindings, type Editor, type TLArrowShape, type TLShape } from 'tldraw'
import { isLeftOut, NO_AREAS } from '../attention/hidden-areas.ts'
import { linkVisibility } from '../link/links.ts'
import { mergedOf } from './merged-cards.ts'

/**
 * What is not shown: areas that come later in the workshop, weak links until somebody asks for them, cards that another stands for, and links that say once more what a
 * link of the card that stands for them says already.
 */
export function shapeVisibility(editor: Editor, shape: TLShape, weakLinksShown: boolean, areasLeftOut = NO_AREAS): 'hidden' | 'inherit' {
  if (isLeftOut(editor, shape, areasLeftOut)) return 'hidden'
  const { targets, absorbed, counting } = mergedOf(editor)
  if (targets.size > 0) {
    if (targets.has(shape.id)) return 'hidden'
    if (shape.type === 'arrow') {
      const { start, end } = getArrowBindings(editor, shape as TLArrowShape) // the type says so
      const touches = [start, end].some((binding) => binding && (targets.has(binding.toId) || absorbed.has(binding.toId)))
      if (touches && start && end && !counting.has(shape.id)) return 'hidden'
    }
  }
  return linkVisibility(editor, shape, weakLinksShown)
}
