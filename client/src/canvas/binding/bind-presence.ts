import { LASER_POINTS, type PresenceState } from '@remedyboard/shared/protocol/presence'
import {
  InstancePresenceRecordType,
  isPageId,
  isShapeId,
  react,
  TLPOINTER_ID,
  type Editor,
  type TLInstancePresence,
  type TLInstancePresenceID,
  type TLPointer,
} from 'tldraw'
import type { BoardSession, PresentPerson } from '../../session/board-session.ts'

/** The server relays presence every 50 ms; saying more would be wasted. */
const PUBLISH_MS = 50

/** Somebody whose connection fails for a moment stays: otherwise whoever follows them would lose them at every blip. */
const STAY_MS = 5_000

/** Shows the others' cursors and selections on this canvas, and tells them ours unless nobody sits before it. Returns the way to stop. */
export function bindPresence(session: BoardSession, editor: Editor, tells = true): () => void {
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
    for (const id of gone) {
      shown.delete(id)
      const last = editor.store.get(id)
      if (last) put.push({ ...last, cursor: null, selectedShapeIds: [], scribbles: [] })
      leaving.set(
        id,
        setTimeout(() => forget([id]), STAY_MS),
      )
    }
    for (const [id, person] of changed) {
      shown.set(id, person.presence)
      clearTimeout(leaving.get(id))
      leaving.delete(id)
    }
    editor.store.mergeRemoteChanges(() => editor.store.put(put))
  }

  const leaving = new Map<TLInstancePresenceID, ReturnType<typeof setTimeout>>()
  const forget = (ids: TLInstancePresenceID[]) => {
    for (const id of ids) {
      clearTimeout(leaving.get(id))
      leaving.delete(id)
    }
    editor.store.mergeRemoteChanges(() => editor.store.remove(ids))
  }

  let timer: ReturnType<typeof setTimeout> | undefined
  let latest: Omit<PresenceState, 'user'> = {}
  const publish = () => {
    timer = undefined
    session.setPresence(latest)
  }
  const stopWatching = react('publish presence', () => {
    const pointer = editor.store.get(TLPOINTER_ID)
    const laser = laserTrail(editor)
    const view = editor.getViewportPageBounds()
    latest = {
      page: editor.getCurrentPageId(),
      // A finger has no place of its own between two taps.
      cursor:
        pointer && hasMoved(pointer) && (laser || !editor.getInstanceState().isCoarsePointer)
          ? { x: Math.round(pointer.x), y: Math.round(pointer.y) }
          : undefined,
      selection: editor.getSelectedShapeIds(),
      viewport: { x: Math.round(view.x), y: Math.round(view.y), w: Math.round(view.w), h: Math.round(view.h) },
      editing: editor.getEditingShapeId() ?? undefined,
      laser,
    }
    if (tells) timer ??= setTimeout(publish, PUBLISH_MS)
  })
  const stopPeople = session.people.subscribe(showOthers)
  showOthers()

  return () => {
    stopWatching()
    stopPeople()
    clearTimeout(timer)
    forget([...leaving.keys()])
    session.setPresence({ cursor: undefined, selection: undefined, viewport: undefined, editing: undefined, laser: undefined })
  }
}

/** tldraw puts the pointer at the origin until it moves over this canvas: nobody points there. */
function hasMoved({ lastActivityTimestamp }: TLPointer): boolean {
  return lastActivityTimestamp > 0
}

/** The newest part of what this person's pointer draws now; undefined when it rests. */
function laserTrail(editor: Editor): number[] | undefined {
  const trail = editor.getInstanceState().scribbles.find(({ color }) => color === 'laser')
  const points = trail?.points.slice(-LASER_POINTS) ?? []
  return points.length === 0 ? undefined : points.flatMap(({ x, y }) => [Math.round(x), Math.round(y)])
}

/** Another person's trail as tldraw draws it; nothing when it is no trail. */
function laserScribbles(laser: unknown): TLInstancePresence['scribbles'] {
  if (!Array.isArray(laser) || laser.length > 2 * LASER_POINTS || !laser.every((value) => Number.isFinite(value))) return []
  const points = []
  for (let i = 0; i + 1 < laser.length; i += 2) points.push({ x: Number(laser[i]), y: Number(laser[i + 1]), z: 0.5 })
  if (points.length === 0) return []
  return [{ id: 'laser', points, size: 6, color: 'laser', opacity: 0.8, state: 'active', delay: 0, shrink: 0.05, taper: true }]
}

/** Undefined for people who are not on a canvas (phones, projectors). What arrives is checked: it was written by another client. */
function presenceRecord(id: TLInstancePresenceID, { presence, ...person }: PresentPerson): TLInstancePresence | undefined {
  const { page, cursor, selection, viewport, laser } = presence
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
    scribbles: laserScribbles(laser),
    lastActivityTimestamp: Date.now(),
  })
}

function isPoint(value: { x: unknown; y: unknown }): boolean {
  return Number.isFinite(value.x) && Number.isFinite(value.y)
}

function isSize(value: { w: unknown; h: unknown }): boolean {
  return Number.isFinite(value.w) && Number.isFinite(value.h)
}
