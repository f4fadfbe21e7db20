import { EMPTY_WORKSHOP } from '@remedyboard/shared/workshop/state'
import { sharedViewFor } from '@remedyboard/shared/workshop/view'
import { applyOperations } from '@remedyboard/shared/board/board-operation'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { DocumentReader } from '@remedyboard/shared/board/document-reader'
import { editRights } from '@remedyboard/shared/board/permission'
import type { RecordChanges } from '@remedyboard/shared/board/record-index'
import { seedBoard } from '@remedyboard/shared/board/seed-board'
import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import { defaultBindingUtils, defaultShapeTools, defaultTools, Editor } from 'tldraw'
import * as Y from 'yjs'
import type { BoardSession } from '../session/board-session.ts'
import { EDIT_ORIGINS } from '../session/edit-origins.ts'
import { Cell } from '../session/readable.ts'
import { bindUndo } from './binding/bind-undo.ts'
import { createBoundStore } from './binding/create-bound-store.ts'
import { allShapeUtils } from './board-shapes.ts'
import { cardTools } from './card/card-tools.ts'
import { followMerged } from './merged/merged-cards.ts'
import { shapeVisibility } from './merged/shape-visibility.ts'

/** A template's board with a document, for tests of what panels and the canvas do to it together. */
export interface TestBoard {
  editor: Editor
  session: BoardSession
  doc: Y.Doc
  dispose(): void
}

export function testBoard(more: readonly BoardRecord[] = [], template: 'dilemma-remedy' | 'blank' = 'dilemma-remedy'): TestBoard {
  const doc = new Y.Doc()
  const { records } = buildTemplate(template, 'en')
  seedBoard(doc, { title: 't', locale: 'en', template, schemaVersion: 1 }, [...records, ...more])
  const listeners = new Set<(changes: RecordChanges, origin: unknown) => void>()
  const beforeEdit = new Set<() => void>()
  const reader = new DocumentReader(doc, (changes, origin) => listeners.forEach((listener) => listener(changes, origin)))
  const session = {
    doc,
    board: { locale: 'en' } as BoardSession['board'],
    index: reader.index,
    people: new Cell([]),
    rights: new Cell(editRights('facilitator', null)),
    view: new Cell({
      ...sharedViewFor(EMPTY_WORKSHOP, new Map(), 'facilitator'),
      me: { id: 'me', name: 'Li Wei', role: 'facilitator', ready: false, drafts: [], groupDrafts: [], ballot: null },
    }),
    onRecordChanges(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onBeforeEdit(listener) {
      beforeEdit.add(listener)
      return () => beforeEdit.delete(listener)
    },
    edit(operations) {
      beforeEdit.forEach((listener) => listener())
      applyOperations(doc, operations, EDIT_ORIGINS)
    },
    onLive: () => () => undefined,
    onRefused: () => () => undefined,
    sendLive: () => undefined,
    sentNumber: () => 0,
  } as Partial<BoardSession> as BoardSession // nothing else of a session is read here
  const bound = createBoundStore(session, { shapeUtils: allShapeUtils, bindingUtils: defaultBindingUtils })
  const editor = new Editor({
    store: bound.store,
    shapeUtils: allShapeUtils,
    bindingUtils: defaultBindingUtils,
    tools: [...defaultTools, ...defaultShapeTools, ...cardTools],
    getContainer: () => document.body,
    getShapeVisibility: (shape, of) => shapeVisibility(of, shape, false),
  })
  editor.user.updateUserPreferences({ animationSpeed: 0 })
  const stops = [
    bound.attachEditor(editor),
    bindUndo(editor, bound, session),
    session.onBeforeEdit(() => void editor.markHistoryStoppingPoint('edit')),
    followMerged(editor, session),
  ]
  return {
    editor,
    session,
    doc,
    dispose() {
      for (const stop of stops.reverse()) stop()
      editor.dispose()
      bound.dispose()
      reader.close()
      doc.destroy()
    },
  }
}

/** Waits until the mapping, which is told once per frame, has taken everything in. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()))
}
