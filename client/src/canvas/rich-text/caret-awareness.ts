import type { Caret } from '@remedyboard/shared/protocol/presence'
import type { Awareness } from 'y-protocols/awareness'
import type { BoardSession } from '../../session/board-session.ts'

type Listener = () => void

/**
 * Presence as y-prosemirror's caret plugin reads it: it insists on the name `cursor`, which here is the mouse, and looks again on
 * every movement of anybody. It gets carets by that name, only well-formed ones, and hears only of them.
 */
export function caretAwareness(session: BoardSession): Awareness {
  const { awareness } = session.provider
  const listeners = new Map<Listener, Listener>()
  const carets = () => {
    const states = new Map<number, { user: unknown; cursor: Caret | null }>()
    for (const [clientId, state] of awareness.getStates()) {
      if (isCaret(state['caret']) && state['user']) states.set(clientId, { user: state['user'], cursor: state['caret'] })
    }
    return states
  }
  const adapter = {
    getStates: carets,
    getLocalState: () => ({ cursor: awareness.getLocalState()?.['caret'] ?? null }),
    setLocalStateField(_field: string, caret: Caret | null) {
      // the plugin's positions are objects of Yjs; presence is JSON
      session.setPresence({ caret: caret ? (JSON.parse(JSON.stringify(caret)) as Caret) : undefined })
    },
    on(_name: 'change', listener: Listener) {
      let last = JSON.stringify([...carets()])
      const onChange = () => {
        const now = JSON.stringify([...carets()])
        if (now === last) return
        last = now
        listener()
      }
      listeners.set(listener, onChange)
      awareness.on('change', onChange)
    },
    off(_name: 'change', listener: Listener) {
      const onChange = listeners.get(listener)
      listeners.delete(listener)
      if (onChange) awareness.off('change', onChange)
    },
  }
  return adapter as unknown as Awareness // the plugin uses nothing else of it
}

/** Another client wrote it: Yjs throws on numbers that are none, and makes a root for any name it is asked for. */
function isCaret(value: unknown): value is Caret {
  return isRecord(value) && isPosition(value['anchor']) && isPosition(value['head'])
}

function isPosition(value: unknown): boolean {
  if (!isRecord(value)) return false
  const { type, tname, item, assoc } = value
  if ((tname ?? null) !== null || (type ?? item ?? null) === null) return false
  return [type, item].every(isId) && (assoc === undefined || Number.isSafeInteger(assoc))
}

function isId(value: unknown): boolean {
  return value === undefined || value === null || (isRecord(value) && [value['client'], value['clock']].every(isCount))
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
