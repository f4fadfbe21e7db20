import type { BoardOperation } from '@remedyboard/shared/board/board-operation'
import type { BoardRecord } from '@remedyboard/shared/board/board-record'
import type { EditRights } from '@remedyboard/shared/board/permission'
import type { RecordChanges, RecordIndex } from '@remedyboard/shared/board/record-index'
import type { BoardResponse } from '@remedyboard/shared/protocol/api'
import type { RelayedFrame } from '@remedyboard/shared/protocol/live-frame'
import type { PresenceState, PresenceUser } from '@remedyboard/shared/protocol/presence'
import type { RefusedChange } from '@remedyboard/shared/protocol/refused-change'
import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { SessionView } from '@remedyboard/shared/workshop/view'
import type { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { DeviceCopyState } from './device-copy.ts'
import type { Readable } from './readable.ts'

/**
 * What the header says about saving. `saved` only when every update and command was acknowledged after its durable commit.
 * `offline`: `kept` tells whether unsaved edits survive a reload on this device.
 * `not-saved`: connected, but the server cannot store. `closed`: the server said not to come back (see `CloseCode`).
 */
export type SaveStatus =
  | { state: 'connecting' }
  | { state: 'saved' }
  | { state: 'saving' }
  | { state: 'offline'; unsaved: boolean; kept: boolean }
  | { state: 'not-saved' }
  | { state: 'closed'; code: number }

export interface PresentPerson extends PresenceUser {
  /** awareness client id: one per open tab */
  clientId: number
  isMe: boolean
  presence: PresenceState
}

/** A change of ours that the server took back. `text`: what we had written there, to be offered again. */
export interface RefusedWork extends RefusedChange {
  text?: string
}

/** Changes by the numbers that vouch for them (message 102): from the one behind `after` to `upTo`. */
export interface NumberSpan {
  after: number
  upTo: number
}

/** One open board: document, connection, session view. No React, no tldraw. */
export interface BoardSession {
  readonly board: BoardResponse
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  readonly status: Readable<SaveStatus>
  /** whether this browser keeps a copy that survives a reload */
  readonly deviceCopy: Readable<DeviceCopyState>
  /** true once there is a document to show: from the server, or from this device's copy */
  readonly ready: Readable<boolean>
  readonly view: Readable<SessionView>
  /** what this person may change now: role and running phase */
  readonly rights: Readable<EditRights>
  /** who is connected now, me first; a person with two tabs appears twice (dedupe by `id` for lists) */
  readonly people: Readable<readonly PresentPerson[]>
  /** live, valid records by id; a new Map after each change */
  readonly records: Readable<ReadonlyMap<string, BoardRecord>>
  /** the same records, read in place: for readers whose cost must not grow with the board */
  readonly index: RecordIndex
  /** Tells each change of the document as it happens, with its transaction's origin. */
  onRecordChanges(listener: (changes: RecordChanges, origin: unknown) => void): () => void
  /** Changes the board from outside of the canvas (panels, phones), as one step of undo. */
  edit(operations: readonly BoardOperation[]): void
  /** Called right before each `edit`, so that the canvas can write what it holds and begin a step. */
  onBeforeEdit(listener: () => void): () => void
  /** the server's clock in ms */
  serverNow(): number
  setPresence(change: Partial<Omit<PresenceState, 'user'>>): void
  /** Sends a frame of a live gesture (message 104) to the others; lost when there is no connection. */
  sendLive(frame: Uint8Array): void
  /** Tells the frames of others' gestures as they arrive. */
  onLive(listener: (frames: readonly RelayedFrame[]) => void): () => void
  /** The number that vouches for every change up to now (message 102). */
  sentNumber(): number
  /** Tells changes of ours that the server did not keep, with the text that would be lost. */
  onRefused(listener: (refused: readonly RefusedWork[], among: NumberSpan) => void): () => void
  /**
   * Resolves when the server accepted the command, with the version of the view that it was decided on (undefined when that is not
   * known): a higher one has it, or what became of it. Throws `ApiFailure`.
   */
  send(command: WorkshopCommand): Promise<number | undefined>
  close(): void
}
