import { SqliteBoardStore } from '../storage/sqlite-board-store.ts'
import { systemClock } from './clock.ts'
import { addCard, BOARD, FakeClient, openRoom } from './room-fixture.ts'
import { silentLogger } from './room-logger.ts'
import { createRoomRegistry } from './room-registry.ts'

// A process for crash.test.ts to kill: adds cards as fast as they are acknowledged and prints what was promised.

const folder = process.argv[2] ?? ''
const run = process.argv[3] ?? '0'

const store = await SqliteBoardStore.open(folder)
const registry = createRoomRegistry({ store, clock: systemClock, random: Math.random, logger: silentLogger })
if (!(await store.board(BOARD.id))) {
  await registry.create(BOARD, [], [{ type: 'joined', id: 'p1', name: 'Writer', role: 'participant', at: 1 }])
}
const room = await openRoom(registry)

const writer = new FakeClient(room)
let written = 0
writer.onAck = (n) => {
  process.stdout.write(`stored shape:${run}-${n}\n`)
  write()
}

function write(): void {
  written += 1
  addCard(writer, `shape:${run}-${written}`)
  writer.askAck()
}

writer.connect('p1')
// Several at once, so that commits carry more than one.
for (let i = 0; i < 8; i++) write()
