import { describe, expect, it } from 'vitest'
import { wouldLoseEdits } from './use-leave-warning.ts'

describe('wouldLoseEdits', () => {
  it('asks only when something exists nowhere but in this page', () => {
    expect(wouldLoseEdits({ state: 'saved' })).toBe(false)
    expect(wouldLoseEdits({ state: 'saving' })).toBe(true)
    expect(wouldLoseEdits({ state: 'not-saved' })).toBe(true)
    expect(wouldLoseEdits({ state: 'offline', unsaved: true, kept: true })).toBe(false)
    expect(wouldLoseEdits({ state: 'offline', unsaved: true, kept: false })).toBe(true)
    expect(wouldLoseEdits({ state: 'offline', unsaved: false, kept: false })).toBe(false)
    expect(wouldLoseEdits({ state: 'closed', code: 4401 })).toBe(false)
  })
})
