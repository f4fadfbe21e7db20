import type { WorkshopCommand } from '@remedyboard/shared/workshop/command'
import { describe, expect, it } from 'vitest'
import { ApiFailure } from './api-client.ts'
import { CommandQueue, type CommandRefusal } from './command-queue.ts'
import { DraftOutbox, ownNotes } from './draft-outbox.ts'
import type { TextStore } from './text-store.ts'

/** A device and a server whose next answers the test decides, refusals or versions; none left = it takes everything. */
function setUp(answers: (CommandRefusal | number | null)[] = [], stored: string | null = null) {
  const sent: WorkshopCommand[] = []
  const device: TextStore & { kept: string | null } = {
    kept: stored,
    read: () => device.kept,
    write: (value) => void (device.kept = value),
  }
  const queue = new CommandQueue(
    async (command) => {
      sent.push(command)
      const answer = answers.shift() ?? undefined
      if (typeof answer === 'string') throw new ApiFailure(0, answer, answer)
      return answer
    },
    () => () => undefined,
  )
  return { outbox: new DraftOutbox(queue, device), sent, device, queue }
}

const settle = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

describe('DraftOutbox', () => {
  it('keeps a note on the device until the server has it, and not longer', async () => {
    const { outbox, sent, device } = setUp()
    outbox.write('p', 'n1', ' no bus after six ')
    expect(device.kept).toContain('no bus after six')
    await settle()
    expect(sent).toEqual([{ type: 'write-draft', phaseId: 'p', id: 'n1', text: 'no bus after six', edit: expect.any(String) }])
    expect(device.kept).toBeNull()
    expect(outbox.outgoing.get()).toMatchObject([{ id: 'n1', state: 'saved' }])
    outbox.follow('p', [{ id: 'n1', text: 'no bus after six' }], 1)
    expect(outbox.outgoing.get()).toEqual([])
  })

  it('survives a reload without a connection, with what was not even added', async () => {
    const first = setUp(['offline', 'offline'])
    first.outbox.write('p', 'n1', 'kept')
    first.outbox.keepUnfinished('p', 'half a tho')
    await settle()
    const second = setUp([], first.device.kept)
    expect(second.outbox.unfinished('p')).toBe('half a tho')
    await settle()
    expect(second.sent).toMatchObject([{ type: 'write-draft', phaseId: 'p', id: 'n1', text: 'kept' }])
    // The same change: it may have arrived, and been turned over meanwhile.
    expect(second.sent).toEqual([first.sent[0]])
    second.outbox.keepUnfinished('p', '')
    expect(second.device.kept).toBeNull()
  })

  it('leaves alone what another tab of the same device keeps', async () => {
    const mine = setUp(['offline'])
    const theirs = setUp(['offline'])
    theirs.device.read = mine.device.read
    theirs.device.write = mine.device.write
    theirs.outbox.write('p', 'n2', 'of the other tab')
    theirs.outbox.keepUnfinished('q', 'theirs, unfinished')
    mine.outbox.write('p', 'n1', 'of this tab')
    mine.outbox.keepUnfinished('p', 'mine')
    await settle()
    const reloaded = setUp([], mine.device.kept)
    expect(reloaded.outbox.outgoing.get().map(({ text }) => text)).toEqual(['of the other tab', 'of this tab'])
    expect([...reloaded.outbox.unfinishedTexts.get()]).toEqual([
      ['q', 'theirs, unfinished'],
      ['p', 'mine'],
    ])
    mine.outbox.keepUnfinished('p', '')
    mine.outbox.forget('p', 'n1')
    theirs.outbox.keepUnfinished('q', '')
    theirs.outbox.forget('p', 'n2')
    expect(mine.device.kept).toBeNull()
  })

  it('keeps a text that came too late until its author has decided', async () => {
    const { outbox, device } = setUp(['unprocessable'])
    outbox.write('p', 'n1', 'too late')
    await settle()
    outbox.follow('next', [], 1)
    expect(outbox.outgoing.get()).toMatchObject([{ text: 'too late', state: 'refused', refusal: 'unprocessable' }])
    const reloaded = setUp([], device.kept)
    await settle()
    expect(reloaded.sent).toEqual([])
    expect(reloaded.outbox.outgoing.get()).toMatchObject([{ text: 'too late', state: 'refused' }])
    reloaded.outbox.forget('p', 'n1')
    expect(device.kept).not.toBeNull()
    expect(reloaded.device.kept).toBeNull()
  })
})

describe('DraftOutbox, at odds', () => {
  it('what was written anew while the first text was on its way is not touched by the answer to it', async () => {
    const { outbox, sent } = setUp(['unprocessable'])
    outbox.write('p', 'n1', 'first')
    outbox.write('p', 'n1', 'second')
    await settle()
    expect(sent).toMatchObject([{ text: 'first' }, { text: 'second' }])
    expect(outbox.outgoing.get()).toMatchObject([{ text: 'second', state: 'saved' }])
  })

  it('a note that is gone already needs not be taken back', async () => {
    const { outbox, device } = setUp(['unprocessable'])
    outbox.write('p', 'n1', '  ')
    await settle()
    expect(outbox.outgoing.get()).toEqual([])
    expect(device.kept).toBeNull()
  })

  it('a note that the server shows otherwise is still on its way to the eye', async () => {
    const { outbox } = setUp()
    outbox.write('p', 'n1', 'new words')
    outbox.write('p', 'n2', '')
    await settle()
    outbox.follow('p', [{ id: 'n1', text: 'old words' }], 1)
    expect(outbox.outgoing.get()).toMatchObject([{ id: 'n1', text: 'new words' }])
    expect(outbox.unfinished('nothing was written here')).toBe('')
  })

  it('[R45] a note that was turned over before any view had shown it does not stay as one that is still hidden', async () => {
    const { outbox } = setUp([7])
    outbox.write('p', 'n1', 'turned over at once')
    await settle()
    // Made before the note arrived.
    outbox.follow('p', [], 7)
    expect(outbox.outgoing.get()).toMatchObject([{ id: 'n1', state: 'saved' }])
    outbox.follow('p', [], 8)
    expect(outbox.outgoing.get()).toEqual([])
  })

  it('nor when the view of the reveal comes before the answer to the note', async () => {
    const { outbox } = setUp([7])
    outbox.write('p', 'n1', 'turned over at once')
    outbox.follow('p', [], 8)
    expect(outbox.outgoing.get()).toMatchObject([{ id: 'n1', state: 'waiting' }])
    await settle()
    expect(outbox.outgoing.get()).toEqual([])
  })

  it.each(['{', '7', '{"notes":1}', '{"notes":[]}', 'null'])('a device that kept %s kept nothing', async (stored) => {
    const { outbox, sent } = setUp([], stored)
    await settle()
    expect([sent, outbox.outgoing.get(), [...outbox.unfinishedTexts.get()]]).toEqual([[], [], []])
    outbox.write('p', 'n1', 'goes on')
    await settle()
    expect(sent).toHaveLength(1)
  })
})

describe('ownNotes', () => {
  it('shows what is on its way over what the server knows, and deleted ones no more', () => {
    const drafts = [
      { id: 'a', text: 'one' },
      { id: 'b', text: 'two' },
    ]
    const outgoing = [
      { phaseId: 'p', id: 'b', text: '', edit: 'e', state: 'waiting' as const },
      { phaseId: 'p', id: 'a', text: 'one, better', edit: 'e', state: 'waiting' as const },
      { phaseId: 'p', id: 'c', text: 'three', edit: 'e', state: 'saved' as const },
      { phaseId: 'other', id: 'd', text: 'elsewhere', edit: 'e', state: 'waiting' as const },
    ]
    expect(ownNotes('p', drafts, outgoing)).toEqual([
      { id: 'a', text: 'one, better', state: 'waiting' },
      { id: 'c', text: 'three', state: 'saved' },
    ])
  })
})
