import type { PresenceState } from '@remedyboard/shared/protocol/presence'
import {
  InstancePresenceRecordType,
  isPageId,
  isShapeId,
  react,
  TLPOINTER_ID,
  type Editor,
  type TLInstancePresence,
  type TLInstancePresenceID,
} from 'tldraw'
import type { BoardSession, PresentPerson } from '../../session/board-session.ts'

/** The server relays presence every 50 ms; saying more would be wasted. */
const PUBLISH_MS = 50

/** Shows the others' cursors and selections on this canvas, and tells them ours. Returns the way to stop. */
export function bindPresence(session: BoardSession, editor: Editor): () => void {
  const shown = new Map<TLInstancePresenceID, PresenceState>()

  const showOthers = () => {
    const others = new Map<TLInstancePresenceID, PresentPerson>()
    for (const person of session.people.get()) {
      if (!person.isMe) others.set(InstancePresenceRecordType.createId(String(person.clientId)), person)
    }
    const changed = [...others].filter(([id, person]) => shown.get(id) !== person.presence)
    const gone = [...shown.keys()].filter((id) => !others.has(id))
    if (changed.length === 0 && gone.length === 0) return
    const put = changed.flatMap(([id, person]) => presenceRecord(id, person) ?? [])
    for (const id of gone) shown.delete(id)
    for (const [id, person] of changed) shown.set(id, person.presence)
    editor.store.mergeRemoteChanges(() => {
      editor.store.put(put)
      editor.store.remove(gone)
    })
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  let latest: Omit<PresenceState, 'user'> = {}
  const publish = () => {
    timer = undefined
    session.setPresence(latest)
  }
  const stopWatching = react('publish presence', () => {
    const pointer = editor.store.get(TLPOINTER_ID)
    const view = editor.getViewportPageBounds()
    latest = {
      page: editor.getCurrentPageId(),
      // A finger has no place of its own between two taps.
      cursor: pointer && !editor.getInstanceState().isCoarsePointer ? { x: Math.round(pointer.x), y: Math.round(pointer.y) } : undefined,
      selection: editor.getSelectedShapeIds(),
      viewport: { x: Math.round(view.x), y: Math.round(view.y), w: Math.round(view.w), h: Math.round(view.h) },
      editing: editor.getEditingShapeId() ?? undefined,
    }
    timer ??= setTimeout(publish, PUBLISH_MS)
  })
  const stopPeople = session.people.subscribe(showOthers)
  showOthers()

  return () => {
    stopWatching()
    stopPeople()
    clearTimeout(timer)
    session.setPresence({ cursor: undefined, selection: undefined, viewport: undefined, editing: undefined })
  }
}

/** Undefined for people who are not on a canvas (phones, projectors). What arrives is checked: it was written by another client. */
function presenceRecord(id: TLInstancePresenceID, { presence, ...person }: PresentPerson): TLInstancePresence | undefined {
  const { page, cursor, selection, viewport } = presence
  if (typeof page !== 'string' || !isPageId(page)) return undefined
  return InstancePresenceRecordType.create({
    id,
    userId: person.id,
    userName: person.name,
    color: person.color,
    currentPageId: page,
    cursor: cursor && isPoint(cursor) ? { x: cursor.x, y: cursor.y, type: 'default', rotation: 0 } : null,
    selectedShapeIds: Array.isArray(selection) ? selection.filter((shape) => typeof shape === 'string').filter(isShapeId) : [],
    // tldraw derives what the other sees from camera and screen; at zoom 1 both are the visible part itself.
    camera: viewport && isPoint(viewport) ? { x: -viewport.x, y: -viewport.y, z: 1 } : null,
    screenBounds: viewport && isPoint(viewport) && isSize(viewport) ? { x: 0, y: 0, w: viewport.w, h: viewport.h } : null,
    lastActivityTimestamp: Date.now(),
  })
}

function isPoint(value: { x: unknown; y: unknown }): boolean {
  return Number.isFinite(value.x) && Number.isFinite(value.y)
}

function isSize(value: { w: unknown; h: unknown }): boolean {
  return Number.isFinite(value.w) && Number.isFinite(value.h)
}
