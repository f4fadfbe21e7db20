import { Awareness } from 'y-protocols/awareness'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { BoardSession } from '../../session/board-session.ts'
import { caretAwareness } from './caret-awareness.ts'

const user = { id: 'p2', name: 'Ben', color: '#34539b', role: 'participant' }
const position = { type: { client: 7, clock: 3 }, tname: null, item: null, assoc: 0 }

function scene() {
  const awareness = new Awareness(new Y.Doc())
  const said: unknown[] = []
  const session = { provider: { awareness }, setPresence: (change: unknown) => said.push(change) } as unknown as BoardSession // nothing else is used
  const say = (clientId: number, state: Record<string, unknown>) => {
    awareness.states.set(clientId, state)
    awareness.emit('change', [{ added: [], updated: [clientId], removed: [] }, 'test'])
  }
  return { carets: caretAwareness(session), said, say }
}

describe('caretAwareness', () => {
  it("shows others' carets by the name that the plugin looks for", () => {
    const { carets, say } = scene()
    say(7, { user, cursor: { x: 1, y: 2 }, caret: { anchor: position, head: position } })
    expect([...carets.getStates()]).toEqual([[7, { user, cursor: { anchor: position, head: position } }]])
  })

  it.each([
    ['a mouse only', undefined],
    ['a root by name', { anchor: { ...position, type: null, tname: 'records' }, head: position }],
    ['a fraction', { anchor: { ...position, type: { client: 7, clock: 1.5 } }, head: position }],
    ['a negative clock', { anchor: position, head: { ...position, item: { client: 7, clock: -1 } } }],
    ['nothing to hold on to', { anchor: { type: null, item: null }, head: position }],
    ['words', 'caret'],
  ])('leaves out %s, which could break the editor', (_name, caret) => {
    const { carets, say } = scene()
    say(7, { user, cursor: { x: 1, y: 2 }, caret })
    expect(carets.getStates().size).toBe(0)
  })

  it('tells of carets only, not of every movement of a mouse', () => {
    const { carets, say } = scene()
    let heard = 0
    const listener = () => (heard += 1)
    carets.on('change', listener)
    say(7, { user, cursor: { x: 1, y: 2 } })
    say(7, { user, cursor: { x: 2, y: 2 } })
    expect(heard).toBe(0)
    say(7, { user, cursor: { x: 2, y: 2 }, caret: { anchor: position, head: position } })
    expect(heard).toBe(1)
    carets.off('change', listener)
    say(7, { user })
    expect(heard).toBe(1)
  })

  it('says my own caret as plain JSON, and that it is gone', () => {
    const { carets, said } = scene()
    carets.setLocalStateField('cursor', { anchor: Y.createRelativePositionFromJSON(position), head: position })
    carets.setLocalStateField('cursor', null)
    expect(said).toEqual([{ caret: { anchor: position, head: position } }, { caret: undefined }])
  })
})
