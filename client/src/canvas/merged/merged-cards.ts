import type { CardFields } from '@remedyboard/shared/mapping/mapping-card'
import type { MappingGraph } from '@remedyboard/shared/mapping/mapping-graph'
import { atom, WeakCache, type Atom, type Editor, type TLShapeId } from 'tldraw'
import type { BoardSession } from '../../session/board-session.ts'
import { boardMapping } from '../../session/board-mapping.ts'

/** Cards that others stand for, as the canvas shows them. */
export interface MergedCards {
  /** of each merged card: the card that stands for it */
  targets: ReadonlyMap<string, string>
  /** of each such target: what was merged into it */
  absorbed: ReadonlyMap<string, readonly CardFields[]>
  /** links that count; of several that merging made say the same only one does */
  counting: ReadonlySet<string>
}

const NONE: MergedCards = { targets: new Map(), absorbed: new Map(), counting: new Set() }

const mergedCards = new WeakCache<Editor, Atom<MergedCards>>()

function mergedAtom(editor: Editor): Atom<MergedCards> {
  return mergedCards.get(editor, () => atom('merged cards', NONE))
}

export function mergedOf(editor: Editor): MergedCards {
  return mergedAtom(editor).get()
}

/** The card that stands for a card: usually itself. */
export function standingCard(editor: Editor, id: TLShapeId): TLShapeId {
  // the targets are ids of cards, which are shapes
  return (mergedOf(editor).targets.get(id) as TLShapeId | undefined) ?? id
}

/** Shows the merged cards of a mapping. */
function showMerged(editor: Editor, { targets, absorbed, links }: Pick<MappingGraph, 'targets' | 'absorbed' | 'links'>): void {
  const current = mergedAtom(editor)
  if (targets.size === 0 && current.get().targets.size === 0) return
  const next = targets.size === 0 ? NONE : { targets, absorbed, counting: new Set(links.map(({ id }) => id)) }
  // Everything that looks at merged cards would be drawn again: all links.
  if (isSame(current.get(), next)) return
  current.set(next)
  const selected = editor.getSelectedShapeIds()
  const kept = selected.filter((id) => !targets.has(id))
  if (kept.length < selected.length) editor.setSelectedShapes(kept)
}

function isSame(a: MergedCards, b: MergedCards): boolean {
  const sameTargets = a.targets.size === b.targets.size && [...a.targets].every(([id, target]) => b.targets.get(id) === target)
  if (!sameTargets || a.counting.size !== b.counting.size) return false
  if (![...a.counting].every((id) => b.counting.has(id))) return false
  return [...a.absorbed].every(([id, cards]) => cards.every((card, i) => b.absorbed.get(id)?.[i] === card))
}

/** Follows the board's mapping, and keeps merged cards out of every selection. Returns the way to stop. */
export function followMerged(editor: Editor, session: BoardSession): () => void {
  const { graph } = boardMapping(session)
  showMerged(editor, graph.get())
  const stops = [
    graph.subscribe(() => showMerged(editor, graph.get())),
    editor.sideEffects.registerBeforeChangeHandler('instance_page_state', (before, next) => {
      const { targets } = mergedOf(editor)
      if (targets.size === 0 || next.selectedShapeIds === before.selectedShapeIds) return next
      const kept = next.selectedShapeIds.filter((id) => !targets.has(id))
      return kept.length === next.selectedShapeIds.length ? next : { ...next, selectedShapeIds: kept }
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
