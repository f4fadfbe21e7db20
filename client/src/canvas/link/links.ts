import { LINK_BASES, type LinkBasis, type LinkMeta, type RelationState } from '@remedyboard/shared/board/card'
import type { TLCardShape } from '@remedyboard/shared/board/tl-schema'
import {
  computed,
  getArrowBindings,
  WeakCache,
  type Computed,
  type Editor,
  type TLArrowBinding,
  type TLArrowShape,
  type TLShape,
  type TLShapeId,
} from 'tldraw'
import { highlighted } from './highlight.ts'
import { mergedOf, standingCard } from '../merged/merged-cards.ts'
import type { LineKind } from './link-style.ts'

/** Meta of an arrow; unknown JSON to tldraw, written only through our own schema. */
export function linkMeta(shape: TLShape): LinkMeta {
  return shape.meta
}

const STATES: readonly RelationState[] = ['positive', 'weak', 'tension']

/** People's own links have no basis of the paper's. */
export function linkBasis(shape: TLShape): LinkBasis {
  const { basis } = linkMeta(shape)
  return basis !== undefined && LINK_BASES.includes(basis) ? basis : 'group'
}

export interface LinkEnds {
  start: TLArrowBinding
  end: TLArrowBinding
}

/**
 * The two cards an arrow joins, merged ones replaced by the card that stands for them; undefined for every other arrow, which
 * stays tldraw's.
 */
export function linkEnds(editor: Editor, shape: TLArrowShape): LinkEnds | undefined {
  const bindings = getArrowBindings(editor, shape)
  const start = standingEnd(editor, bindings.start)
  const end = standingEnd(editor, bindings.end)
  if (!start || !end || start.toId === end.toId) return undefined
  if (editor.getShape(start.toId)?.type !== 'card' || editor.getShape(end.toId)?.type !== 'card') return undefined
  return { start, end }
}

function standingEnd(editor: Editor, binding: TLArrowBinding | undefined): TLArrowBinding | undefined {
  if (!binding) return undefined
  const toId = standingCard(editor, binding.toId)
  // Where on a card somebody tied it means nothing on another card.
  return toId === binding.toId ? binding : { ...binding, toId, props: { ...binding.props, isPrecise: false } }
}

/** True when an arrow is tied to a card that another card stands for. */
export function isLinkOfMerged(editor: Editor, shape: TLArrowShape): boolean {
  const { start, end } = getArrowBindings(editor, shape)
  const { targets } = mergedOf(editor)
  return [start, end].some((binding) => binding !== undefined && targets.has(binding.toId))
}

/** How a link looks. Between two stakeholders it is a relation, also when people drew it; what nobody rated works. */
export function lineKind(editor: Editor, shape: TLArrowShape, { start, end }: LinkEnds): LineKind {
  const { relation, state } = linkMeta(shape)
  const joinsStakeholders = [start, end].every(({ toId }) => editor.getShape<TLCardShape>(toId)?.props.kind === 'stakeholder')
  if (relation === undefined && !joinsStakeholders) return linkBasis(shape)
  return `relation-${STATES.find((known) => known === state) ?? 'positive'}`
}

const focused = new WeakCache<Editor, Computed<ReadonlySet<string>>>()

/** Cards whose links matter now: the selected ones, else the one under the pointer. */
function focusedCards(editor: Editor): ReadonlySet<string> {
  return focused
    .get(editor, () =>
      computed(
        'focused cards',
        () => {
          const selected = editor.getSelectedShapes().filter((shape) => shape.type === 'card')
          const hovered = editor.getHoveredShape()
          const cards = selected.length === 0 && hovered?.type === 'card' ? [hovered] : selected
          // a card without links has nothing to emphasise: the others stay as they are
          return new Set<string>(cards.filter((card) => hasLinks(editor, card.id)).map((card) => card.id))
        },
        { isEqual: (a, b) => a instanceof Set && b.size === a.size && [...b].every((id) => a.has(id)) },
      ),
    )
    .get()
}

function hasLinks(editor: Editor, cardId: TLShapeId): boolean {
  // their ids are those of shapes
  const merged = (mergedOf(editor).absorbed.get(cardId) ?? []).map(({ id }) => id as TLShapeId)
  return [cardId, ...merged].some((id) => editor.getBindingsToShape(id, 'arrow').length > 0)
}

/**
 * Whether a link comes forward or steps back: when a path is pointed at in a panel, by that; else by the cards in focus. `none`:
 * nothing is in focus.
 */
export function linkFocus(editor: Editor, shape: TLArrowShape): 'near' | 'far' | 'none' {
  const path = highlighted(editor)
  if (path.size > 0) return path.has(shape.id) ? 'near' : 'far'
  const cards = focusedCards(editor)
  if (cards.size === 0) return 'none'
  const ends = linkEnds(editor, shape)
  return ends && (cards.has(ends.start.toId) || cards.has(ends.end.toId)) ? 'near' : 'far'
}

/** Weak links are suggestions: hidden until people ask for all of them, for those of a card by selecting it, or for a path. */
export function linkVisibility(editor: Editor, shape: TLShape, weakLinksShown: boolean): 'hidden' | 'inherit' {
  if (shape.type !== 'arrow' || linkMeta(shape).basis !== 'implied-weak' || weakLinksShown) return 'inherit'
  if (highlighted(editor).has(shape.id)) return 'inherit'
  const { start, end } = getArrowBindings(editor, shape as TLArrowShape) // the type says so
  const selected = editor.getCurrentPageState().selectedShapeIds as readonly string[]
  const ends = [start, end].flatMap((binding) => (binding ? standingCard(editor, binding.toId) : []))
  const isChosen = [shape.id, ...ends].some((id) => selected.includes(id))
  return isChosen ? 'inherit' : 'hidden'
}
