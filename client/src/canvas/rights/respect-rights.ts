import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { diffFacets } from '@remedyboard/shared/board/facets'
import { overlayFacets } from '@remedyboard/shared/board/overlay-facets'
import {
  changeKindOf,
  isCluster,
  isLink,
  isSettling,
  refusalOf,
  type ChangeTarget,
  type EditRights,
} from '@remedyboard/shared/board/permission'
import { react, type Editor, type TLShape } from 'tldraw'
import type { BoardSession } from '../../session/board-session.ts'
import { signalFrom } from '../readable-from.ts'
import { toBoardRecord, toTLRecord } from '../binding/record-casts.ts'
import { isToolAllowed } from './is-tool-allowed.ts'

/**
 * Keeps this editor to what the server's guard would let stand (the permission table in shared/board/permission.ts), so that
 * nobody does something that is taken back a moment later. Other people's changes pass. Returns the way to stop.
 */
export function respectRights(editor: Editor, session: BoardSession): () => void {
  const rights = signalFrom(session.rights)
  const createShapes = editor.createShapes.bind(editor)
  const myId = () => session.view.get().me.id

  editor.createShapes = (shapes) => {
    const now = session.rights.get()
    return createShapes(shapes.filter((shape) => mayCreate(now, shape)))
  }
  const stops = [
    rights.stop,
    editor.sideEffects.registerBeforeChangeHandler('shape', (before, after, source) =>
      source === 'user' ? withoutRefused(session.rights.get(), before, after, myId()) : after,
    ),
    editor.sideEffects.registerBeforeDeleteHandler('shape', (shape, source) =>
      source === 'user' && refusalOf(session.rights.get(), 'content', targetOf(shape, myId())) ? false : undefined,
    ),
    react('leave tools that are not allowed', () => {
      // A tool changes signals when it is left, which an effect that is still reading signals must not do.
      if (!isToolAllowed(rights.signal.get(), editor.getCurrentToolId())) queueMicrotask(() => editor.setCurrentTool('select'))
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    editor.createShapes = createShapes
  }
}

function mayCreate(rights: EditRights, shape: { type: string; meta?: unknown }): boolean {
  const cluster = isCluster({ type: shape.type, meta: shape.meta as BoardRecord['meta'] })
  return refusalOf(rights, 'create', { own: true, locked: false, link: isLink({ typeName: 'shape', type: shape.type }), cluster }) === null
}

/** The changed shape with everything that is not allowed as it was. */
function withoutRefused(rights: EditRights, before: TLShape, after: TLShape, myId: string): TLShape {
  if (rights.facilitate) return after
  const target = targetOf(before, myId)
  const changes = diffFacets(toBoardRecord(before), toBoardRecord(after))
  const allowed = changes.filter(({ key, value }) => refusalOf(rights, changeKindOf(key), target) === null && !isSettling(key, value))
  if (allowed.length === changes.length) return after
  return allowed.length === 0 ? before : (toTLRecord(overlayFacets(toBoardRecord(before), allowed)) as TLShape)
}

function targetOf(shape: TLShape, myId: string): ChangeTarget {
  return {
    own: shape.meta['author'] === myId,
    locked: shape.meta['lock'] === true,
    link: isLink(shape),
    cluster: isCluster(toBoardRecord(shape)),
  }
}
