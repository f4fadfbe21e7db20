import type { DocumentReader } from '@remedyboard/shared/board/document-reader'
import type { RecordChanges } from '@remedyboard/shared/board/record-index'
import { readRelayedFrames, type RelayedFrame } from '@remedyboard/shared/protocol/live-frame'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import type { PresenceState } from '@remedyboard/shared/protocol/presence'
import type { RefusedMessage } from '@remedyboard/shared/protocol/refused-change'
import { editRights, type EditRights } from '@remedyboard/shared/board/permission'
import { withMessage, type SessionMessage, type SessionView } from '@remedyboard/shared/workshop/view'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebsocketProvider } from 'y-websocket'
import type { BoardSession, NumberSpan, PresentPerson, RefusedWork } from '../session/board-session.ts'
import type { Acknowledgements } from '../session/acknowledgements.ts'
import { presentPeople } from '../session/people.ts'
import { Cell } from '../session/readable.ts'
import { rightsIn } from '../session/rights-in.ts'

interface Parts {
  participantId: string
  provider: WebsocketProvider
  acknowledgements: Acknowledgements
  reader: DocumentReader
  /** where record changes are told */
  changeListeners: Set<(changes: RecordChanges, origin: unknown) => void>
  sendLive: (frame: Uint8Array) => void
  onLiveFrames: () => void
  onRefused: (message: RefusedMessage) => void
}

/** What the canvas reads of a session, over the real provider; without HTTP, IndexedDB and browser. */
export function fuzzSession(parts: Parts): { session: BoardSession; rights: Cell<EditRights> } {
  const { participantId, provider, acknowledgements, reader } = parts
  const { awareness, doc } = provider
  const me = { id: participantId, name: participantId, role: 'participant' as const }
  const view = new Cell({ me } as SessionView) // the canvas reads nothing else before the first message
  const rights = new Cell(editRights('participant', null))
  const people = new Cell<readonly PresentPerson[]>([])
  const live = new Set<(frames: readonly RelayedFrame[]) => void>()
  const refusals = new Set<(refused: readonly RefusedWork[], among: NumberSpan) => void>()
  awareness.on('change', () =>
    people.set(presentPeople(awareness.getStates() as ReadonlyMap<number, PresenceState>, doc.clientID, view.get().me)),
  )
  provider.messageHandlers[MessageType.session] = (_encoder, decoder) => {
    const message = JSON.parse(decoding.readVarString(decoder)) as SessionMessage // our own server's words
    view.set(withMessage(view.get(), message))
    rights.set(rightsIn(view.get()))
  }
  provider.messageHandlers[MessageType.refused] = (_encoder, decoder) => {
    const message = JSON.parse(decoding.readVarString(decoder)) as RefusedMessage // our own server's words
    parts.onRefused(message)
    for (const listener of refusals) listener(message.refused, { after: acknowledgements.echoed, upTo: message.n })
  }
  provider.messageHandlers[MessageType.live] = (_encoder, decoder) => {
    const frames = readRelayedFrames(decoder)
    parts.onLiveFrames()
    for (const listener of live) listener(frames)
  }
  const subscribe =
    <Listener>(listeners: Set<Listener>) =>
    (listener: Listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  const session: Partial<BoardSession> = {
    doc,
    provider,
    index: reader.index,
    view,
    rights,
    people,
    sentNumber: () => acknowledgements.sent,
    setPresence: (change) => provider.awareness.setLocalState({ ...provider.awareness.getLocalState(), ...change }),
    sendLive(frame) {
      if (!provider.synced) return
      parts.sendLive(
        encoding.encode((encoder) => {
          encoding.writeVarUint(encoder, MessageType.live)
          encoding.writeUint8Array(encoder, frame)
        }),
      )
    },
    onLive: subscribe(live),
    onRefused: subscribe(refusals),
    onRecordChanges: subscribe(parts.changeListeners),
  }
  return { session: session as BoardSession, rights } // the canvas reads nothing else of a session
}
