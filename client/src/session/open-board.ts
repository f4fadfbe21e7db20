import { applyOperations } from '@remedyboard/shared/board/board-operation'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import { DocumentReader } from '@remedyboard/shared/board/document-reader'
import type { RecordChanges } from '@remedyboard/shared/board/record-index'
import type { BoardResponse } from '@remedyboard/shared/protocol/api'
import { signOperations } from '@remedyboard/shared/board/sign-operations'
import { readRelayedFrames, type RelayedFrame } from '@remedyboard/shared/protocol/live-frame'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import { PROTOCOL_VERSION } from '@remedyboard/shared/protocol/protocol-version'
import type { PresenceState } from '@remedyboard/shared/protocol/presence'
import type { RefusedMessage } from '@remedyboard/shared/protocol/refused-change'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { withMessage, type SessionMessage, type SessionView } from '@remedyboard/shared/workshop/view'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { equalityDeep } from 'lib0/function'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { Acknowledgements } from './acknowledgements.ts'
import { api } from './api-client.ts'
import type { BoardSession, NumberSpan, PresentPerson, RefusedWork, SaveStatus } from './board-session.ts'
import { DeviceCopy } from './device-copy.ts'
import { EDIT_ORIGINS } from './edit-origins.ts'
import { noteRemarkTexts } from './note-remark-texts.ts'
import { presentPeople } from './people.ts'
import { withoutAwarenessEcho } from './provider-fixes.ts'
import { Cell } from './readable.ts'
import { withReconnectJitter } from './reconnect-jitter.ts'
import { rightsIn } from './rights-in.ts'
import { sameStatus, saveStatus } from './save-status.ts'
import { ServerClock } from './server-clock.ts'
import { sessionQueue } from './session-queue.ts'
import { Uplink } from './uplink.ts'
import { withoutFormattingCleanup } from './without-formatting-cleanup.ts'
import { WrittenTexts } from './written-texts.ts'

/** Screens repaint about as often; more publications would only cost a cheap phone its battery. */
const RECORDS_PUBLISH_MS = 50

/** Opens a board that `GET /api/boards/:id` has answered for. `early`: its document, when it was asked for beside that. */
export function openBoard(board: BoardResponse, early: Promise<Uint8Array | null> = Promise.resolve(null)): BoardSession {
  const doc = new Y.Doc()
  withoutFormattingCleanup(doc)
  const origin = location.origin.replace(/^http/, 'ws')
  const provider = new WebsocketProvider(`${origin}/sync`, board.id, doc, {
    connect: false,
    // A second tab must go through the server: BroadcastChannel would sync behind its back.
    disableBc: true,
    params: { v: String(PROTOCOL_VERSION) },
  })
  withoutAwarenessEcho(provider)
  withReconnectJitter(provider, Math.random)
  const uplink = new Uplink(provider)
  const acknowledgements = new Acknowledgements(provider, uplink)
  const deviceCopy = new DeviceCopy(board.id, doc)
  const clock = new ServerClock(() => Date.now())

  const status = new Cell<SaveStatus>({ state: 'connecting' })
  const ready = new Cell(false)
  const view = new Cell<SessionView>(board.session)
  const rights = new Cell(rightsIn(board.session))
  const people = new Cell<readonly PresentPerson[]>([])
  const records = new Cell<ReadonlyMap<string, BoardRecord>>(new Map())
  let storing = true
  let closedCode: number | null = null
  let commandsInFlight = 0
  let held: 'nothing' | 'kept' | 'unkept' = 'nothing'
  let wasAway = false
  let closed = false

  const updateStatus = () => {
    const next = saveStatus({
      connected: provider.wsconnected,
      synced: provider.synced,
      wasAway,
      pending: acknowledgements.pending.get() || commandsInFlight > 0 || held !== 'nothing',
      storing,
      closedCode,
      kept: deviceCopy.state.get() === 'kept' && held !== 'unkept',
      keepable: !['full', 'unavailable'].includes(deviceCopy.state.get()) && held !== 'unkept',
    })
    if (!sameStatus(next, status.get())) status.set(next)
  }

  const updatePeople = () => {
    const states = provider.awareness.getStates() as ReadonlyMap<number, PresenceState> // the server checks their form
    people.set(presentPeople(states, doc.clientID, view.get().me))
  }

  const changeListeners = new Set<(changes: RecordChanges, origin: unknown) => void>()
  const beforeEditListeners = new Set<() => void>()
  let publishTimer: ReturnType<typeof setTimeout> | undefined
  const publishRecords = () => {
    publishTimer = undefined
    records.set(new Map(reader.index.visible))
  }
  const reader = new DocumentReader(doc, (changes, changeOrigin) => {
    for (const listener of changeListeners) listener(changes, changeOrigin)
    if (changeOrigin !== provider) written.note(changes)
    publishTimer ??= setTimeout(publishRecords, RECORDS_PUBLISH_MS)
  })

  const setView = (next: SessionView) => {
    view.set(next)
    const nextRights = rightsIn(next)
    if (!equalityDeep(nextRights, rights.get())) rights.set(nextRights)
  }
  provider.messageHandlers[MessageType.session] = (_encoder, decoder) => {
    const message = JSON.parse(decoding.readVarString(decoder)) as SessionMessage // our own server's words
    clock.sample(message.now)
    storing = message.storing !== false
    setView(withMessage(view.get(), message))
    updatePeople()
    updateStatus()
  }
  const liveListeners = new Set<(frames: readonly RelayedFrame[]) => void>()
  provider.messageHandlers[MessageType.live] = (_encoder, decoder) => {
    const frames = readRelayedFrames(decoder)
    for (const listener of liveListeners) listener(frames)
  }
  const written = new WrittenTexts()
  noteRemarkTexts(doc, provider, written)
  const refusedListeners = new Set<(refused: readonly RefusedWork[], among: NumberSpan) => void>()
  provider.messageHandlers[MessageType.refused] = (_encoder, decoder) => {
    const { refused, n } = JSON.parse(decoding.readVarString(decoder)) as RefusedMessage // our own server's words
    const work = refused.map((change) => ({ ...change, text: written.take(change) }))
    for (const listener of refusedListeners) listener(work, { after: acknowledgements.echoed, upTo: n })
  }
  const becomeReady = () => {
    if (ready.get()) return
    publishRecords()
    ready.set(true)
  }
  provider.on('sync', (synced) => {
    if (synced) becomeReady()
    updateStatus()
  })
  provider.on('status', updateStatus)
  provider.on('connection-close', () => {
    wasAway = true
    updateStatus()
  })
  provider.on('closed', ({ code }) => {
    closedCode = code
    updateStatus()
  })
  acknowledgements.pending.subscribe(() => {
    if (!acknowledgements.pending.get()) written.forget()
    updateStatus()
  })
  provider.awareness.on('change', updatePeople)
  provider.awareness.setLocalState({})
  updatePeople()
  deviceCopy.state.subscribe(updateStatus)
  const takeEarly = (update: Uint8Array) => {
    try {
      // As if the socket had brought it: nothing of it is ours to send.
      Y.applyUpdate(doc, update, provider)
    } catch {
      // Something between us and the server answered in its place. The socket brings the board, too.
    }
  }
  void Promise.all([deviceCopy.load(), early]).then(([hadAny, update]) => {
    if (closed) return
    if (hadAny) acknowledgements.noteRestoredEdits()
    if (update) takeEarly(update)
    if (reader.index.visible.size > 0) becomeReady()
    // Only now: the server then sends what this device lacks, not the whole board.
    provider.connect()
  })
  const keepNow = () => void deviceCopy.flush()
  addEventListener('pagehide', keepNow)

  const session: BoardSession = {
    board,
    doc,
    provider,
    status,
    deviceCopy: deviceCopy.state,
    ready,
    view,
    rights,
    people,
    records,
    index: reader.index,
    onRecordChanges(listener) {
      changeListeners.add(listener)
      return () => changeListeners.delete(listener)
    },
    edit(operations) {
      for (const listener of beforeEditListeners) listener()
      applyOperations(doc, signOperations(operations, view.get().me.id), EDIT_ORIGINS)
    },
    onBeforeEdit(listener) {
      beforeEditListeners.add(listener)
      return () => beforeEditListeners.delete(listener)
    },
    serverNow: () => clock.now(),
    setPresence(change) {
      provider.awareness.setLocalState({ ...provider.awareness.getLocalState(), ...change })
    },
    sendLive(frame) {
      if (!provider.synced || provider.ws?.readyState !== WebSocket.OPEN) return
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, MessageType.live)
      encoding.writeUint8Array(encoder, frame)
      provider.ws.send(encoding.toUint8Array(encoder))
    },
    onLive(listener) {
      liveListeners.add(listener)
      return () => liveListeners.delete(listener)
    },
    sentNumber: () => acknowledgements.sent,
    onRefused(listener) {
      refusedListeners.add(listener)
      return () => refusedListeners.delete(listener)
    },
    async send(command: WorkshopCommand) {
      commandsInFlight += 1
      updateStatus()
      try {
        return (await api.command(board.id, command)).version
      } finally {
        commandsInFlight -= 1
        updateStatus()
      }
    },
    close() {
      closed = true
      removeEventListener('pagehide', keepNow)
      deviceCopy.close()
      clearTimeout(publishTimer)
      acknowledgements.close()
      uplink.close()
      reader.close()
      provider.destroy()
      doc.destroy()
    },
  }
  const queue = sessionQueue(session)
  queue.held.subscribe(() => {
    held = queue.held.get()
    updateStatus()
  })
  return session
}
