import { describe, expect, it } from 'vitest'
import { sameStatus, saveStatus, type ConnectionFacts } from './save-status.ts'

const saved: ConnectionFacts = {
  connected: true,
  synced: true,
  wasAway: true,
  pending: false,
  storing: true,
  closedCode: null,
  kept: true,
  keepable: true,
}

describe('saveStatus', () => {
  it.each([
    ['everything acknowledged', {}, { state: 'saved' }],
    ['something on its way', { pending: true }, { state: 'saving' }],
    ['the server cannot store', { storing: false, pending: true }, { state: 'not-saved' }],
    ['first connection', { connected: false, synced: false, wasAway: false }, { state: 'connecting' }],
    [
      'first connection, work of the last visit not sent',
      { connected: false, synced: false, wasAway: false, pending: true },
      { state: 'connecting' },
    ],
    [
      'first connection, something written that would go with the page',
      { connected: false, synced: false, wasAway: false, pending: true, kept: false, keepable: false },
      { state: 'offline', unsaved: true, kept: false },
    ],
    [
      'first connection, something written that is being kept in this moment',
      { connected: false, synced: false, wasAway: false, pending: true, kept: false },
      { state: 'connecting' },
    ],
    [
      'connected, document not here yet, something written that would go with the page',
      { synced: false, wasAway: false, pending: true, kept: false, keepable: false },
      { state: 'offline', unsaved: true, kept: false },
    ],
    ['connected, document not here yet', { synced: false, wasAway: false }, { state: 'connecting' }],
    ['connection lost', { connected: false, synced: false }, { state: 'offline', unsaved: false, kept: true }],
    ['connection lost with edits', { connected: false, synced: false, pending: true }, { state: 'offline', unsaved: true, kept: true }],
    ['told not to come back', { connected: false, synced: false, closedCode: 4403 }, { state: 'closed', code: 4403 }],
  ] as const)('%s', (_name, facts, expected) => {
    expect(saveStatus({ ...saved, ...facts })).toEqual(expected)
  })
})

describe('sameStatus', () => {
  it.each([
    [{ state: 'saved' }, { state: 'saved' }, true],
    [{ state: 'saved' }, { state: 'saving' }, false],
    [{ state: 'offline', unsaved: true, kept: true }, { state: 'offline', unsaved: true, kept: true }, true],
    [{ state: 'offline', unsaved: true, kept: true }, { state: 'offline', unsaved: false, kept: true }, false],
    [{ state: 'offline', unsaved: true, kept: true }, { state: 'offline', unsaved: true, kept: false }, false],
    [{ state: 'closed', code: 4403 }, { state: 'closed', code: 4403 }, true],
    [{ state: 'closed', code: 4403 }, { state: 'closed', code: 4404 }, false],
  ] as const)('%j and %j: %s', (a, b, same) => {
    expect(sameStatus(a, b)).toBe(same)
  })
})
