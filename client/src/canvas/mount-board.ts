import { DefaultDashStyle, DefaultFontStyle, type Atom, type Editor, type StateNode, type TLClickEventInfo } from 'tldraw'
import { api as serverApi } from '../session/api-client.ts'
import type { BoardSession } from '../session/board-session.ts'
import { areaMeta } from './area/area-meta.ts'
import { areaAt, isOnHeading } from './area/areas-on-page.ts'
import { goOnHeadingClick } from './area/go-on-heading-click.ts'
import { showWholeCards } from './area/show-whole-cards.ts'
import { leaveAreasAlone } from './area/leave-areas-alone.ts'
import { bindPresence } from './binding/bind-presence.ts'
import { bindUndo } from './binding/bind-undo.ts'
import { endLostGestures } from './binding/end-lost-gestures.ts'
import type { BoundStore } from './binding/create-bound-store.ts'
import type { CanvasApi } from './canvas-api.ts'
import { keepCardsOfClusters } from './cluster/keep-cards-of-clusters.ts'
import { comeCloseToWrite, keepStartView } from './camera/camera-habits.ts'
import { noHoverWhileMoving } from './camera/no-hover-while-moving.ts'
import { addCard, writeInto } from './card/card-tools.ts'
import { zoomToArea } from './camera/zoom-to.ts'
import { followMerged } from './merged/merged-cards.ts'
import { createCanvasApi } from './create-canvas-api.ts'
import { reachAllCards } from './keyboard/reach-all-cards.ts'
import { openHelpOnQuestionMark } from './keyboard/open-help-on-question-mark.ts'
import { copyShapes } from './paste/copy-shapes.ts'
import { takeContent } from './paste/take-content.ts'
import { signGroupLinks } from './link/sign-group-links.ts'
import { makeEditorReleasable, releaseEditor } from './release-editor.ts'
import { respectRights } from './rights/respect-rights.ts'

/** Makes an editor the board's: binding, presence, undo, camera, double click. `stop` takes everything back. */
export function mountBoard(
  editor: Editor,
  session: BoardSession,
  bound: BoundStore,
  weakLinks: Atom<boolean>,
  onWall = false,
): { api: CanvasApi; stop: () => void } {
  makeEditorReleasable(editor)
  const stops = [
    bound.attachEditor(editor),
    bindUndo(editor, bound, session),
    // What a panel does is one step of undo, as if it had been done on the canvas.
    session.onBeforeEdit(() => void editor.markHistoryStoppingPoint('edit')),
    endLostGestures(editor),
    bindPresence(session, editor, !onWall),
    leaveAreasAlone(editor),
    keepCardsOfClusters(editor),
    followMerged(editor, session),
    copyShapes(editor),
    goOnHeadingClick(editor),
    showWholeCards(editor),
    reachAllCards(editor),
    openHelpOnQuestionMark(editor),
    respectRights(editor, session),
    signGroupLinks(editor),
    keepStartView(editor),
    noHoverWhileMoving(editor),
    comeCloseToWrite(editor),
  ]
  // The guard checks it: whoever made something may change it where only own things may be changed.
  editor.getInitialMetaForShape = () => ({ author: session.view.get().me.id })
  // tldraw's handwriting has no Chinese letters, and rough lines are hard to read from the back of a room.
  editor.setStyleForNextShapes(DefaultFontStyle, 'sans')
  editor.setStyleForNextShapes(DefaultDashStyle, 'solid')
  onDoubleClickOnGround(editor)
  takeContent(editor, session)

  const api = createCanvasApi(editor, weakLinks, bound.quarantined, (text) => serverApi.fontSubset(session.board.id, { text }), session)
  const debugged = { editor, doc: session.doc, provider: session.provider, session, canvas: api }
  window.remedyboard = debugged
  return {
    api,
    stop() {
      for (const stop of stops.reverse()) stop()
      if (window.remedyboard === debugged) delete window.remedyboard
      releaseEditor(editor)
    },
  }
}

/** On an area's heading: go to the area. Anywhere else on free ground: a new note, open for writing. */
function onDoubleClickOnGround(editor: Editor): void {
  // tldraw's documented way to replace what the select tool does
  const idle = editor.getStateDescendant<StateNode & { handleDoubleClickOnCanvas(info: TLClickEventInfo): void }>('select.idle')
  if (!idle) return
  idle.handleDoubleClickOnCanvas = () => {
    const point = editor.inputs.currentPagePoint
    const area = areaAt(editor, point)
    if (area && isOnHeading(editor, area, point)) {
      zoomToArea(editor, areaMeta(area).area ?? '')
      return
    }
    if (editor.getIsReadonly()) return
    editor.markHistoryStoppingPoint('add note')
    const id = addCard(editor, 'note', point)
    if (id) writeInto(editor, id)
  }
}

declare global {
  interface Window {
    /** for debugging and automation */
    remedyboard?: { editor: Editor; doc: BoardSession['doc']; provider: BoardSession['provider']; session: BoardSession; canvas: CanvasApi }
  }
}
