import { REACTION_MS, REACTIONS } from '@remedyboard/shared/protocol/reaction'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roomFixture, type FakeClient } from './room-fixture.ts'

const told = (client: FakeClient, clientId: number) =>
  client
    .all('awareness')
    .flatMap(({ states }) => states)
    .filter((entry) => entry.clientId === clientId)
    .map(({ state }) => (state as { reaction?: unknown } | null)?.reaction)

describe('reactions', () => {
  it('[R51] carry the time of the server, and the same one while the cursor moves', async () => {
    const { client, clock } = await roomFixture()
    const [a, witness] = [client('p1'), client('p2')]
    a.sendPresence({ reaction: { id: 'love', at: 7 } })
    clock.advance(50)
    const at = clock.now() - 50
    a.sendPresence({ reaction: { id: 'love', at: 7 }, cursor: { x: 1, y: 1 } })
    clock.advance(50)
    a.sendPresence({ reaction: { id: 'love', at: 8 } })
    clock.advance(50)
    expect(told(witness, a.doc.clientID)).toEqual([
      { id: 'love', at },
      { id: 'love', at },
      { id: 'love', at: at + 100 },
    ])
  })

  it.each([
    ['a kind that does not exist', { id: 'rude', at: 1 }],
    ['words', { id: 'love', at: 'look at me' }],
    ['text', 'love'],
    ['a list', [{ id: 'love', at: 1 }]],
    ['nothing', null],
  ])('[R51] %s is left out, and the rest of the state is told', async (_name, reaction) => {
    const { client, clock } = await roomFixture()
    const [a, witness] = [client('p1'), client('p2')]
    a.sendPresence({ reaction, cursor: { x: 1, y: 1 } })
    clock.advance(50)
    const [state] = witness.all('awareness').flatMap(({ states }) => states.map((entry) => entry.state))
    expect(state).toEqual({ cursor: { x: 1, y: 1 }, user: expect.anything() })
  })

  it('[R51] nothing but kind and time is told', async () => {
    const { client, clock } = await roomFixture()
    const [a, witness] = [client('p1'), client('p2')]
    a.sendPresence({ reaction: { id: 'idea', at: 1, text: 'free words' } })
    clock.advance(50)
    expect(told(witness, a.doc.clientID)).toEqual([{ id: 'idea', at: clock.now() - 50 }])
  })

  it('[R51] is not told any more once it has faded, to newcomers neither', async () => {
    const { client, clock } = await roomFixture()
    const [a, witness] = [client('p1'), client('p2')]
    a.sendPresence({ reaction: { id: 'love', at: 7 } })
    clock.advance(50)
    const early = client('p3')
    expect(told(early, a.doc.clientID)).toEqual([{ id: 'love', at: clock.now() - 50 }])
    clock.advance(REACTION_MS)
    expect(told(client('f1'), a.doc.clientID)).toEqual([undefined])
    a.sendPresence({ reaction: { id: 'love', at: 7 }, cursor: { x: 1, y: 1 } })
    clock.advance(50)
    expect(told(witness, a.doc.clientID).at(-1)).toBeUndefined()
  })

  it('[R51] a flood is one person clapping: ten in two seconds, through however many tabs', async () => {
    const { client, clock } = await roomFixture()
    const tabs = [client('p1'), client('p1'), client('p1')]
    const witness = client('p2')
    let at = 0
    for (let ms = 0; ms < 2_000; ms += 50) {
      for (const tab of tabs) {
        for (let i = 0; i < 10; i++) tab.sendPresence({ reaction: { id: 'applause', at: ++at }, cursor: { x: at, y: 0 } })
      }
      clock.advance(50)
    }
    const distinct = new Set(tabs.flatMap((tab) => told(witness, tab.doc.clientID).map((reaction) => JSON.stringify(reaction))))
    // Six at once, two a second from then on; a tab that was cut off shows none.
    expect([...distinct].filter((reaction) => reaction !== undefined).length).toBeLessThanOrEqual(10)
    expect(told(witness, tabs[0]?.doc.clientID ?? 0).length).toBeGreaterThan(30)
    for (const tab of tabs) expect(tab.closed).toBeNull()
  })

  it('[R51] leaving and coming back gives nobody more', async () => {
    const { client, clock } = await roomFixture()
    const [a, witness] = [client('p1'), client('p2')]
    for (let i = 0; i < 40; i++) {
      a.sendPresence({ reaction: { id: 'laugh', at: i } })
      clock.advance(50)
      a.sendPresence(null)
      clock.advance(0)
    }
    const shown = told(witness, a.doc.clientID).filter((reaction) => reaction !== undefined)
    expect(shown.length).toBeLessThanOrEqual(10)
  })

  it('[R51] whatever is claimed, only a kind and a time come out', async () => {
    const { client, clock } = await roomFixture()
    const [a, witness] = [client('p1'), client('p2')]
    const claim = fc.oneof(
      fc.anything({ maxDepth: 3 }),
      fc.record({ id: fc.constantFrom(...REACTIONS, 'rude', '__proto__'), at: fc.oneof(fc.double(), fc.string()), more: fc.string() }),
    )
    fc.assert(
      fc.property(claim, (reaction) => {
        a.sendPresence({ reaction })
        clock.advance(1_000)
      }),
      { seed: 51, numRuns: 200 },
    )
    const shown = told(witness, a.doc.clientID).filter((reaction) => reaction !== undefined)
    expect(shown.length).toBeGreaterThan(20)
    for (const reaction of shown) expect(reaction).toEqual({ id: expect.toBeOneOf([...REACTIONS]), at: expect.any(Number) })
    for (const reaction of shown) expect(Object.keys(reaction as object)).toHaveLength(2)
  })
})
