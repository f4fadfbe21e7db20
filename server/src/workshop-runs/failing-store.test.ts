import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import type { Phase } from '@remedyboard/shared/workshop/state'
import { AGENDA } from '@remedyboard/shared/workshop/workshop-fixture'
import { describe, expect, it } from 'vitest'
import { loadBoard } from '../room/load-board.ts'
import { ManualClock } from '../room/manual-clock.ts'
import { BOARD, openRoom, settled } from '../room/room-fixture.ts'
import { silentLogger } from '../room/room-logger.ts'
import { createRoomRegistry } from '../room/room-registry.ts'
import { FaultyBoardStore, type Fault } from '../storage/faulty-board-store.ts'
import { StoreError } from '../storage/store-error.ts'
import { notesOn } from './audit.ts'
import { noteText } from './phase-steps.ts'
import { below, oneOf, seededRandom, type Random } from './seeded-random.ts'

const WRITERS = ['p1', 'p2', 'p3'] as const
const KINDS: readonly (Fault | 'none')[] = ['none', 'fail', 'land-and-fail', 'hang', 'hang-and-fail']
const SEEDS = Number(process.env['WORKSHOP_SEEDS'] ?? 10)
const HIDDEN: readonly Phase[] = AGENDA.filter(({ id }) => id === 'hidden' || id === 'group' || id === 'open').map((phase) => ({
  ...phase,
  limits: {},
}))

/** A command that its sender repeats until it has an answer. */
interface Errand {
  who: string
  command: WorkshopCommand
  answer: 'taken' | 'refused' | null
  isAsked: boolean
}

async function workshop(random: Random) {
  const store = new FaultyBoardStore()
  const clock = new ManualClock()
  const registry = createRoomRegistry({ store, clock, random, logger: silentLogger })
  const people = ['f1', ...WRITERS]
  await registry.create(
    BOARD,
    [],
    [
      { type: 'agenda-set', agenda: HIDDEN },
      ...people.map((id) => ({ type: 'joined', id, name: id, role: id === 'f1' ? 'facilitator' : 'participant', at: 1 }) as const),
    ],
  )
  const pass = async (ms: number) => {
    for (let passed = 0; passed < ms; passed += 250) {
      clock.advance(250)
      await settled()
    }
  }
  const ask = async (errand: Errand): Promise<void> => {
    errand.isAsked = true
    try {
      const outcome = await (await openRoom(registry)).command(errand.who, errand.command)
      errand.answer = 'refused' in outcome ? 'refused' : 'taken'
    } catch (error) {
      // Nobody knows whether it was stored: it is asked again.
      if (!(error instanceof StoreError)) throw error
    } finally {
      errand.isAsked = false
    }
  }
  const onDisk = async () => {
    const stored = await store.load(BOARD.id)
    if (!stored) throw new Error('no board')
    return loadBoard(stored)
  }
  return { store, registry, pass, ask, onDisk }
}

describe('[R13] [R44] [R45] a workshop on a disk that fails, hangs and lies', () => {
  it('turns each note over once that it said it has, and none that it refused', async () => {
    let [taken, refused] = [0, 0]
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = seededRandom(seed)
      const { store, registry, pass, ask, onDisk } = await workshop(random)
      const notes: Errand[] = []
      const waiting = new Map<string, Errand>()
      let number = 0
      const next = (who: string): WorkshopCommand => {
        number += 1
        const phaseId = oneOf(random, ['hidden', 'group']) ?? ''
        if (who !== 'f1') {
          return { type: 'write-draft', phaseId, id: `n${number}`, edit: `e${number}`, text: noteText(phaseId, Number(who[1]), number, 0) }
        }
        return random() < 0.4
          ? { type: 'reveal-notes', phaseId }
          : { type: 'set-phase', phaseId: oneOf(random, ['hidden', 'group', 'hidden', 'group', 'open']) ?? '' }
      }
      const everybodyAsks = (): void => {
        for (const who of ['f1', ...WRITERS]) {
          const errand = waiting.get(who)
          if (errand && errand.answer === null) {
            if (!errand.isAsked) void ask(errand)
            continue
          }
          if (random() < 0.3) continue
          const fresh: Errand = { who, command: next(who), answer: null, isAsked: false }
          if (who !== 'f1') notes.push(fresh)
          waiting.set(who, fresh)
          void ask(fresh)
        }
      }
      for (let step = 0; step < 60; step++) {
        if (random() < 0.3) store.faults.push(oneOf(random, KINDS) ?? 'none')
        everybodyAsks()
        await settled()
        await pass([0, 250, 1_000, 11_000][below(random, 4)] ?? 0)
        if (random() < 0.25) store.answer()
        await settled()
        // What was acknowledged is hidden, or on the board; at no moment both, or twice.
        const { doc, sealed } = await onDisk()
        const onBoard = notesOn(doc)
        const hidden = JSON.stringify([...sealed])
        for (const { command, answer } of notes) {
          if (command.type !== 'write-draft') continue
          const count = (onBoard.get(command.text) ?? 0) + (hidden.includes(`"${command.text}"`) ? 1 : 0)
          expect([seed, step, command.text, count]).toEqual([seed, step, command.text, answer === 'taken' ? 1 : Math.min(count, 1)])
        }
      }
      // The disk recovers; everybody who waits asks until there is an answer; what is left is turned over.
      store.faults = []
      for (let round = 0; round < 8 && [...waiting.values()].some(({ answer }) => answer === null); round++) {
        store.answer()
        await pass(6_250)
        for (const errand of waiting.values()) if (errand.answer === null && !errand.isAsked) void ask(errand)
        await pass(500)
      }
      for (const phaseId of ['hidden', 'group']) {
        const reveal: Errand = { who: 'f1', command: { type: 'reveal-notes', phaseId }, answer: null, isAsked: false }
        await ask(reveal)
        expect([seed, reveal.answer]).toEqual([seed, 'taken'])
      }
      const { doc, sealed } = await onDisk()
      const onBoard = notesOn(doc)
      expect([seed, sealed.size]).toEqual([seed, 0])
      for (const { command, answer } of notes) {
        if (command.type !== 'write-draft') continue
        expect([seed, command.text, onBoard.get(command.text) ?? 0]).toEqual([seed, command.text, answer === 'taken' ? 1 : 0])
        if (answer === 'taken') taken += 1
        else refused += 1
      }
      await registry.close()
    }
    expect(taken).toBeGreaterThan(SEEDS * 10)
    expect(refused).toBeGreaterThan(SEEDS)
  }, 60_000)
})
