import { REACTION_MS } from '@remedyboard/shared/protocol/reaction'
import { describe, expect, it } from 'vitest'
import { CARD, PLACE, attempt, runPhase, scene } from './guard/guard-fixture.ts'
import { addCard, cards, roomFixture, settled } from './room-fixture.ts'

const HOUR = 3_600_000

describe('a machine whose clock was set back by an hour', () => {
  it('keeps its sockets: they were closed as overloaded, because no time seemed to pass', async () => {
    const { client, clock } = await roomFixture()
    const [writer, reader] = [client('p1'), client('p2')]
    await settled()
    clock.setBack(HOUR)
    for (let second = 0; second < 30; second++) {
      for (let n = 0; n < 100; n++) writer.sendPresence({ n }, writer.doc.clientID, second * 100 + n + 1)
      clock.advance(1_000)
    }
    addCard(writer, 'shape:late')
    await settled()
    expect([writer.closed, reader.closed, cards(reader)]).toEqual([null, null, ['shape:late']])
  })

  it('goes on telling people what changed: views froze for the hour', async () => {
    const { room, client, clock } = await roomFixture()
    const person = client('p1')
    await room.command('f1', { type: 'set-hand', up: true })
    clock.advance(1_000)
    clock.setBack(HOUR)
    await room.command('f1', { type: 'set-hand', up: false })
    clock.advance(250)
    expect(person.view.hands).toEqual([])
    expect(person.all('session').at(-1)?.message.now).toBe(clock.now() - 250)
  })

  it('does not stretch the two seconds in which the former phase still counts', async () => {
    const all = await scene()
    await runPhase(all, ['edit'])
    await runPhase(all, ['watch'])
    all.clock.setBack(HOUR)
    all.clock.advance(2_100)
    const refused = await attempt(all, all.other, (records) => records.get(CARD)?.set('place', PLACE))
    expect(refused).toMatchObject([{ code: 'phase' }])
  })

  it('tells nobody who comes of reactions that have faded, and takes new ones', async () => {
    const { client, clock } = await roomFixture()
    const [sender, witness] = [client('p1'), client('p2')]
    await settled()
    const react = (at: number) => sender.sendPresence({ reaction: { id: 'idea', at } }, sender.doc.clientID, at)
    const told = (to: typeof sender) =>
      to.all('awareness').flatMap(({ states }) => states.map(({ state }) => state as { reaction?: object }))
    react(1)
    clock.advance(50)
    clock.setBack(HOUR)
    clock.advance(REACTION_MS)
    expect(told(client('p3')).at(-1)?.reaction).toBeUndefined()
    react(2)
    clock.advance(50)
    expect(told(witness).at(-1)).toMatchObject({ reaction: { at: clock.now() - 50 } })
  })
})
