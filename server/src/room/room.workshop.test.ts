import { recordsOf } from '@remedyboard/shared/board/board-document'
import { readRecord } from '@remedyboard/shared/board/facets'
import type { Phase } from '@remedyboard/shared/workshop/state'
import { describe, expect, it } from 'vitest'
import { addCard, cards, GatedStore, openRoom, roomFixture, settled, type FakeClient, type RoomFixture } from './room-fixture.ts'

const phase = (id: string, change: Partial<Phase> = {}): Phase => ({
  id,
  name: { en: id, zh: id },
  instruction: { en: '', zh: '' },
  minutes: 5,
  area: 'local',
  can: ['add'],
  privacy: 'open',
  ...change,
})

/** A room in a phase of hidden writing. */
async function hiddenPhase(): Promise<RoomFixture> {
  // ids must differ
  let n = 0
  const fixture = await roomFixture(new GatedStore(), () => (n += 0.381_966) % 1)
  const { room } = fixture
  await room.record([{ type: 'agenda-set', agenda: [phase('A3', { privacy: 'hidden', noteKind: 'dilemma' }), phase('A4')] }])
  await room.command('f1', { type: 'set-phase', phaseId: 'A3' })
  return fixture
}

/** Live cards, whether or not there is a page for them: this board has none. */
const shown = (client: FakeClient) => [...recordsOf(client.doc).values()].flatMap((facets) => readRecord(facets) ?? [])
const texts = (client: FakeClient) => shown(client).map(({ props }) => props?.['text'])
const everything = (client: FakeClient) => JSON.stringify(client.received.map((item) => ('update' in item ? [...item.update] : item)))

describe('hidden writing', () => {
  it('[R44] is answered after the durable commit, and nobody else hears of it but its number', async () => {
    const { room, store, client, clock } = await hiddenPhase()
    const [author, other, viewer] = [client('p1'), client('p2'), client('v1')]
    await settled()
    store.hold()
    let answered = false
    const writing = room.command('p1', { type: 'write-draft', phaseId: 'A3', id: 'd1', text: 'SECRET' }).then(() => (answered = true))
    await settled()
    clock.advance(1_000)
    expect([answered, author.view.me.drafts.length, other.view.writing?.notes]).toEqual([false, 0, 0])
    store.release()
    await writing
    clock.advance(1_000)
    expect(author.view.me.drafts).toEqual([{ id: 'd1', text: 'SECRET' }])
    expect([other.view.writing, viewer.view.writing]).toEqual([
      { notes: 1, people: 1 },
      { notes: 1, people: 1 },
    ])
    for (const third of [other, viewer]) expect(everything(third)).not.toContain('SECRET')
  })

  it('[R44] is the author’s again on another device of theirs, and after the server was restarted', async () => {
    const { room, registry, client } = await hiddenPhase()
    await room.command('p1', { type: 'write-draft', phaseId: 'A3', id: 'd1', text: '漏水' })
    expect(client('p1').view.me.drafts).toEqual([{ id: 'd1', text: '漏水' }])
    await room.drain({ compact: true })
    const again = await openRoom(registry)
    const person = again.personOf('p1')
    expect(person && again.viewFor(person).me.drafts).toEqual([{ id: 'd1', text: '漏水' }])
  })

  it('[R45] is revealed in one entry: the cards are there exactly when the notes are erased', async () => {
    const { room, store, registry, client, clock } = await hiddenPhase()
    await room.command('p1', { type: 'write-draft', phaseId: 'A3', id: 'd1', text: 'one' })
    await room.command('p2', { type: 'write-draft', phaseId: 'A3', id: 'd1', text: 'two' })
    const reader = client('p3')
    await settled()
    const before = store.appends.length
    await room.command('f1', { type: 'reveal-notes', phaseId: 'A3' })
    await settled()
    const entries = store.appends.slice(before)
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ events: [{ type: 'notes-revealed', count: 2 }], sealed: [{ op: 'erase', prefix: 'draft/A3/' }] })
    expect(entries[0]?.update).toBeInstanceOf(Uint8Array)
    expect(new Set(texts(reader))).toEqual(new Set(['one', 'two']))
    expect(shown(reader).every(({ meta }) => meta?.['author'] === undefined)).toBe(true)
    clock.advance(1_000)
    expect(reader.view.writing).toEqual({ notes: 0, people: 0 })
    await room.drain()
    const again = await openRoom(registry)
    const person = again.personOf('p1')
    expect(person && again.viewFor(person).me.drafts).toEqual([])
  })

  it('[R45] is not lost when the store fails in the middle of the reveal: it happens once, later', async () => {
    const { room, store, client, clock } = await hiddenPhase()
    await room.command('p1', { type: 'write-draft', phaseId: 'A3', id: 'd1', text: 'one' })
    const reader = client('p2')
    await settled()
    store.failNext = 1
    const outcome = room.command('f1', { type: 'reveal-notes', phaseId: 'A3' }).catch((error: unknown) => error)
    await settled()
    expect(await outcome).toMatchObject({ code: 'unavailable' })
    expect(texts(reader)).toEqual([])
    clock.advance(10_000)
    await settled()
    await room.command('f1', { type: 'reveal-notes', phaseId: 'A3' })
    await settled()
    expect(texts(reader)).toEqual(['one'])
  })

  it('[R44] keeps what belongs to the server off the board: a card that a participant makes meanwhile is parked', async () => {
    const { client } = await hiddenPhase()
    const [author, other] = [client('p1'), client('p2')]
    await settled()
    addCard(author, 'shape:open')
    author.askAck()
    await settled()
    expect(texts(other)).toEqual([])
    expect(author.all('refused')[0]?.message).toMatchObject({ refused: [{ record: 'shape:open', code: 'phase' }] })
    expect(cards(other)).toEqual(['shape:open'])
  })
})

describe('a round', () => {
  it('[R46] tells everybody how many have voted, each their own ballot, and all the totals when it closes', async () => {
    const { room, store, client, clock } = await roomFixture()
    const [voter, other] = [client('p1'), client('p2')]
    await room.command('f1', { type: 'open-round', id: 'r1', kind: 'dots', title: '', cards: ['shape:a', 'shape:b'], budget: 3, cap: 2 })
    await room.command('p1', { type: 'cast-ballot', roundId: 'r1', marks: { 'shape:a': 2, 'shape:b': 1 } })
    clock.advance(1_000)
    expect(voter.view).toMatchObject({ round: { ballots: 1 }, me: { ballot: { 'shape:a': 2, 'shape:b': 1 } } })
    expect(other.view).toMatchObject({ round: { ballots: 1 }, me: { ballot: null }, results: [] })
    await room.command('f1', { type: 'close-round', id: 'r1' })
    clock.advance(1_000)
    expect(other.view.round).toBeNull()
    expect(other.view.results).toMatchObject([{ id: 'r1', ballots: 1, items: [{ total: 2 }, { total: 1 }] }])
    expect((await store.load('b1'))?.sealed.size).toBe(0)
    const log = JSON.stringify((await store.load('b1'))?.entries.map(({ events }) => events))
    expect(log).not.toContain('ballot/')
  })
})

describe('the session view', () => {
  it('[R43] sends only what changed, and everything again to whoever comes back', async () => {
    const { room, client, clock } = await roomFixture()
    const person = client('p1')
    await room.command('f1', { type: 'set-hand', up: true })
    clock.advance(1_000)
    const last = person.all('session').at(-1)?.message
    expect(Object.keys(last?.shared ?? {}).sort()).toEqual(['hands', 'version'])
    expect(last?.me).toBeUndefined()
    expect(person.view.hands).toEqual([{ id: 'f1', name: 'Name f1' }])
    expect(client('p2').view).toMatchObject({ hands: [{ id: 'f1' }], me: { id: 'p2' } })
  })

  it('[R43] corrects whoever connected between a change and its reversal: everybody else had nothing to hear', async () => {
    const { room, client, clock } = await roomFixture()
    const early = client('p1')
    clock.advance(1_000)
    await room.command('f1', { type: 'lock-board', locked: true })
    const between = client('p2')
    expect(between.view.boardLocked).toBe(true)
    await room.command('f1', { type: 'lock-board', locked: false })
    clock.advance(1_000)
    expect([early.view.boardLocked, between.view.boardLocked]).toEqual([false, false])
    expect(between.view.version).toBe(early.view.version)
    const told = between.all('session').length
    clock.advance(1_000)
    expect(between.all('session')).toHaveLength(told)
  })

  it('[R43] asked for over HTTP says what is durable, and since when people are away, as on the socket', async () => {
    const { room, store, client, clock } = await roomFixture()
    const lin = client('p1')
    lin.vanish()
    const fang = room.personOf('f1')
    if (!fang) throw new Error('has joined')
    store.hold()
    const locking = room.command('f1', { type: 'lock-board', locked: true })
    await settled()
    expect(room.viewFor(fang)).toMatchObject({ boardLocked: false })
    expect(room.viewFor(fang).roster?.find(({ id }) => id === 'p1')).toMatchObject({ awaySince: clock.now() })
    store.release()
    await locking
    expect(room.viewFor(fang)).toMatchObject({ boardLocked: true })
  })
})
