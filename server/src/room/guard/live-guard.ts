import { recordsOf, type FacetMap } from '@remedyboard/shared/board/board-document'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { BIRTH, PLACE, type FacetChange } from '@remedyboard/shared/board/facets'
import { mayChangeSomething } from '@remedyboard/shared/board/permission'
import type { LiveFrame, LiveRecord } from '@remedyboard/shared/protocol/live-frame'
import type * as Y from 'yjs'
import { checkValue } from '../check-value.ts'
import type { Editor } from './guard.ts'
import { guardedTarget, refusalOfFacet, type GuardedTarget } from './guarded-target.ts'

/**
 * What somebody may show the others of a gesture (message 104): nothing that the guard would take back when the gesture is written.
 * Else a participant could drag locked cards over everybody's screen for as long as they like.
 */
export class LiveGuard<Sender extends object> {
  readonly #records: Y.Map<FacetMap>
  readonly #editorOf: (sender: Sender) => Editor | null
  /** the records of each sender's gesture, for the frames that do not name them again */
  readonly #moving = new WeakMap<Sender, { gesture: number; ids: readonly string[] }>()

  constructor(doc: Y.Doc, editorOf: (sender: Sender) => Editor | null) {
    this.#records = recordsOf(doc)
    this.#editorOf = editorOf
  }

  /** The part of a frame that the others may see: the very frame when that is all of it, null when it is nothing. Throws for forged values. */
  permit(sender: Sender, frame: LiveFrame): LiveFrame | null {
    const editor = this.#editorOf(sender)
    if (!editor || !mayChangeSomething(editor.rights)) return null
    if (frame.kind === 'end' || frame.kind === 'cancel') return frame
    return frame.kind === 'move' ? this.#permitMove(sender, editor, frame) : this.#permitChange(editor, frame)
  }

  #permitMove(sender: Sender, editor: Editor, frame: LiveFrame & { kind: 'move' }): LiveFrame | null {
    const former = this.#moving.get(sender)
    const ids = frame.ids ?? (former?.gesture === frame.gesture ? former.ids : [])
    this.#moving.set(sender, { gesture: frame.gesture, ids })
    const allowed = ids.filter((id) => this.#mayChange(editor, this.#targetOf(editor, id), PLACE, undefined))
    // The place is that of the first one: without it nobody could tell where the others go.
    if (allowed.length === 0 || allowed[0] !== ids[0]) return null
    return allowed.length === ids.length ? frame : { ...frame, ids: allowed }
  }

  #permitChange(editor: Editor, frame: LiveFrame & { kind: 'change' }): LiveFrame | null {
    let whole = true
    const records = frame.records.flatMap(({ id, changes }): LiveRecord[] => {
      const target = this.#targetOf(editor, id)
      const allowed = changes.filter((change) => this.#mayShow(editor, target, change))
      if (allowed.length < changes.length) whole = false
      return allowed.length > 0 ? [{ id, changes: allowed }] : []
    })
    if (records.length === 0) return null
    return whole ? frame : { ...frame, records }
  }

  #mayShow(editor: Editor, target: GuardedTarget | null, { key, value }: FacetChange): boolean {
    checkValue(value)
    return this.#mayChange(editor, target, key, value)
  }

  #mayChange({ rights }: Editor, target: GuardedTarget | null, key: string, value: unknown): boolean {
    return target !== null && refusalOfFacet(rights, key, value, target) === null
  }

  /** Null for what is not on the board. */
  #targetOf({ id: editorId }: Editor, id: string): GuardedTarget | null {
    const facets = this.#records.get(id)
    const birth = facets?.get(BIRTH) as BoardRecord | undefined // the guard has checked it
    if (!facets || !birth) return null
    return guardedTarget(editorId, birth, (facet) => (facets.has(facet) ? facets.get(facet) : birth.meta?.[facet.slice('meta.'.length)]))
  }
}
