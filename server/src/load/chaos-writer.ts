import { recordsOf } from '@remedyboard/shared/board/board-document'
import { TEXT, writeFacets, writeRecord } from '@remedyboard/shared/board/facets'
import { MessageType } from '@remedyboard/shared/protocol/message-type'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { socketWithToken } from './board-visitor.ts'
import { card } from './load-card.ts'

/** Below the room's limit of 250 messages a second, two for each edit. */
const EDIT_MS = 15

/** Cards are made now and then; most edits change one. */
const EDITS_PER_CARD = 20

/** One person with a stock provider who never stops writing, and keeps account of what the server promised. */
export class ChaosWriter {
  readonly doc = new Y.Doc()
  readonly provider: WebsocketProvider
  /** the last number asked for */
  asked = 0
  /** the highest number echoed */
  echoed = 0
  /** what the server last said about its store */
  storing = true
  readonly #name: number
  /** own clock and number of cards after each update; update n is at n - 1 */
  readonly #marks: { clock: number; cards: number }[] = []
  readonly #cards: string[] = []
  #timer: ReturnType<typeof setInterval> | undefined

  constructor(name: number, address: string, boardId: string, token: string) {
    this.#name = name
    this.provider = new WebsocketProvider(address, boardId, this.doc, {
      WebSocketPolyfill: socketWithToken(token) as unknown as typeof globalThis.WebSocket, // `ws` is made to look like the browser's
      disableBc: true,
      maxBackoffTime: 300,
    })
    this.provider.messageHandlers[MessageType.ack] = (_encoder, decoder) => {
      this.echoed = Math.max(this.echoed, decoding.readVarUint(decoder))
    }
    this.provider.messageHandlers[MessageType.session] = (_encoder, decoder) => {
      const message = JSON.parse(decoding.readVarString(decoder)) as { storing?: boolean } // our own server's words
      this.storing = message.storing !== false
    }
    this.provider.on('sync', (synced: boolean) => {
      if (synced && this.asked > this.echoed) this.#ask()
    })
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === this.provider) return
      this.asked += 1
      this.#marks.push({ clock: Y.getState(this.doc.store, this.doc.clientID), cards: this.#cards.length })
      if (this.provider.synced) this.#ask()
    })
    this.#timer = setInterval(() => this.#edit(), EDIT_MS)
  }

  /** The own clock up to which the server has promised to keep everything. */
  get promisedClock(): number {
    return this.#marks[this.echoed - 1]?.clock ?? 0
  }

  promisedCards(): string[] {
    return this.#cards.slice(0, this.#marks[this.echoed - 1]?.cards ?? 0)
  }

  pauseWriting(): void {
    clearInterval(this.#timer)
  }

  close(): void {
    this.pauseWriting()
    this.provider.destroy()
    // Awareness has a timer that would keep the process alive.
    this.doc.destroy()
  }

  #edit(): void {
    const records = recordsOf(this.doc)
    // Before the first sync there is no page to put anything on.
    if (records.size === 0) return
    const number = this.asked + 1
    const facets = records.get(this.#cards.at(number % Math.max(1, this.#cards.length)) ?? '')
    if (number % EDITS_PER_CARD === 1 || !facets) {
      const id = `shape:${this.#name}-${number}`
      this.#cards.push(id)
      this.doc.transact(() => writeRecord(records, card(id, `card ${number}`)))
    } else if (number % 3 === 0) {
      this.doc.transact(() => writeFacets(facets, [{ key: TEXT, value: `text ${number}` }]))
    } else {
      const place = { x: number % 1_000, y: this.#name * 100, rotation: 0, parentId: 'page:page', index: 'a1' }
      this.doc.transact(() => writeFacets(facets, [{ key: 'place', value: place }]))
    }
  }

  #ask(): void {
    const { ws } = this.provider
    if (ws?.readyState !== 1) return
    ws.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MessageType.ack)
        encoding.writeVarUint(encoder, this.asked)
      }),
    )
  }
}
