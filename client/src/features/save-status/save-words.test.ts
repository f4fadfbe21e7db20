import { describe, expect, it } from 'vitest'
import type { SaveStatus } from '../../session/board-session.ts'
import { noticeFor } from './ConnectionBanner.tsx'
import { formOf } from './SaveChip.tsx'

const offline = (unsaved: boolean, kept: boolean): SaveStatus => ({ state: 'offline', unsaved, kept })

describe('what the chip says', () => {
  it('claims that something is kept on this device only when it is', () => {
    expect(formOf(offline(true, true), 'kept')).toBe('offlineKept')
    expect(formOf(offline(true, false), 'full')).toBe('offlineUnsaved')
    expect(formOf(offline(true, false), 'unavailable')).toBe('offlineUnsaved')
    expect(formOf(offline(true, false), 'kept'), 'a note that waits, which the browser does not keep').toBe('offlineUnsaved')
  })

  it('does not cry wolf in the moment of writing', () => {
    expect(formOf(offline(true, false), 'writing')).toBe('offlineWriting')
    expect(formOf(offline(true, false), 'loading')).toBe('offlineWriting')
  })
})

describe('what the banner says', () => {
  it('warns of a device that keeps nothing, with the server and without', () => {
    const saved: SaveStatus = { state: 'saved' }
    expect((['kept', 'writing', 'loading'] as const).map((copy) => noticeFor(saved, copy))).toEqual([null, null, null])
    expect((['full', 'unavailable'] as const).map((copy) => noticeFor(saved, copy))).toEqual(['full', 'unavailable'])
    expect((['full', 'unavailable'] as const).map((copy) => noticeFor(offline(true, false), copy))).toEqual([
      'offlineFull',
      'offlineUnavailable',
    ])
  })

  it('says to leave the page open when the board is kept, but not a note or a ballot that waits', () => {
    expect(noticeFor(offline(true, false), 'kept')).toBe('offlineUnavailable')
    expect(noticeFor(offline(true, true), 'kept')).toBe('offline')
  })

  it('puts first that the server cannot store', () => {
    expect(noticeFor({ state: 'not-saved' }, 'full')).toBe('notSaved')
  })
})
