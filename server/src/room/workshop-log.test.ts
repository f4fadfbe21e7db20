import { evolve } from '@remedyboard/shared/workshop/evolve'
import { EMPTY_WORKSHOP } from '@remedyboard/shared/workshop/state'
import { draftKey, draftValue } from '@remedyboard/shared/workshop/sealed'
import { describe, expect, it } from 'vitest'
import { ManualClock } from './manual-clock.ts'
import { WorkshopLog } from './workshop-log.ts'

describe('the log of a workshop', () => {
  it('decides nothing when the notes cannot be put on the board: they stay hidden, and can be revealed later', async () => {
    const added: unknown[] = []
    const sealed = new Map([[draftKey('A3', 'p1', 'd1'), draftValue('kept', undefined)]])
    let isBroken = true
    const log = new WorkshopLog({
      state: evolve(EMPTY_WORKSHOP, { type: 'joined', id: 'f1', name: 'F', role: 'facilitator', at: 1 }),
      sealed,
      clock: new ManualClock(),
      commits: { add: (change) => void added.push(change), whenDurable: (run) => run() },
      reveal: () => {
        if (isBroken) throw new Error('The test says so.')
        return new Uint8Array()
      },
    })
    const reveal = {
      events: [{ type: 'notes-revealed', phaseId: 'A3', count: 1 } as const],
      sealed: [{ op: 'erase', prefix: 'draft/A3/' } as const],
      reveal: { area: 'local', kind: 'note' as const, notes: [{ text: 'kept', author: null }] },
    }
    const before = log.decided
    await expect(log.record(reveal)).rejects.toThrow('The test says so.')
    expect([log.decided, log.decidedRows, added]).toEqual([before, sealed, []])
    isBroken = false
    await log.record(reveal)
    expect([log.decidedRows.size, added.length]).toEqual([0, 1])
  })
})
