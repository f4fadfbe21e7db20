import { defaultShapeUtils, type TLAnyShapeUtilConstructor } from 'tldraw'
import { AreaShapeUtil } from './area/area-shape-util.tsx'
import { CardShapeUtil } from './card/card-shape-util.tsx'
import { LinkShapeUtil } from './link/link-shape-util.tsx'

/** What is ours. `<Tldraw>` replaces its own utils of the same types by them. */
export const boardShapeUtils: readonly TLAnyShapeUtilConstructor[] = [CardShapeUtil, AreaShapeUtil, LinkShapeUtil]

const ours = new Set(boardShapeUtils.map((util) => util.type))

/** Everything that can be on a board: a store is made with all of them. */
export const allShapeUtils: readonly TLAnyShapeUtilConstructor[] = [
  ...defaultShapeUtils.filter((util) => !ours.has(util.type)),
  ...boardShapeUtils,
]
