import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordsOf } from '@remedyboard/shared/board/board-document'
import { writeRecord } from '@remedyboard/shared/board/facets'
import { CloseCode } from '@remedyboard/shared/protocol/close-code'
import { card } from '../load/load-card.ts'
import { encodeUpdate } from '../room/frame.ts'
import { attackScene, endScenes, type AttackScene } from './attack-fixture.ts'
import { any, deleted, forgedFrame, gc, item, text, times, type, type Write } from './forged-update.ts'

let scene: AttackScene
beforeAll(async () => {
  scene = await attackScene()
})
afterAll(endScenes)

const MB = 1024 * 1024
const ME = 77
const NULL = any(126)

/** A 20,000-deep list, in 40 kB. */
const deepList = any(...Array.from({ length: 20_000 }, () => [117, 1]).flat(), 126)

// Each of these closes the sender's connection with 1003 and leaves no trace; what it did to a server without the defence is in the
// title, as measured on two cores.
const ATTACKS: readonly [name: string, frame: () => Uint8Array][] = [
  ['7 bytes that declare 32 million structs (1.5 s and 255 MB)', () => encodeUpdate(Uint8Array.from([1, 255, 255, 255, 15, 1, 0]))],
  ['8 MiB of empty structs (3.7 s and 1 GB)', () => forgedFrame([{ client: ME, structs: times(3_900_000, () => gc(1)) }])],
  [
    '8 MiB of empty objects (2.6 s and 650 MB)',
    () => forgedFrame([{ client: ME, structs: [item({ ref: 8, write: manyValues(3_900_000, [118, 0]) })] }]),
  ],
  ['8 MiB of empty byte arrays', () => forgedFrame([{ client: ME, structs: [item({ ref: 8, write: manyValues(3_900_000, [116, 0]) })] }])],
  [
    '2 million deletions by themselves (0.7 s)',
    () =>
      forgedFrame(
        [],
        Array.from({ length: 900_000 }, (_, client) => ({ client, ranges: [[0, 1]] as const })),
      ),
  ],
  [
    'a struct of length 2^40, which makes all later edits of a client look known',
    () => forgedFrame([{ client: ME, structs: [gc(2 ** 40)] }]),
  ],
  ['a deletion without end', () => forgedFrame([], [{ client: ME, ranges: [[1, Number.MAX_SAFE_INTEGER]] }])],
  [
    'an item that stands beside a later one of its own (closed the room to everybody)',
    () => forgedFrame([{ client: ME, structs: [item(text('a'), { origin: [ME, 1] }), item(text('b'))] }]),
  ],
  [
    'an item inside of a later one of its own (closed the room to everybody)',
    () => forgedFrame([{ client: ME, structs: [item(NULL, { parent: [ME, 1], key: 'k' }), item(type(1), { key: 'a' })] }]),
  ],
  [
    'two sections of one client, of which Yjs drops one (what was checked was not what was applied)',
    () =>
      forgedFrame([
        { client: ME, structs: [item(NULL, { key: 'a' })] },
        { client: ME, clock: 1, structs: [item(NULL, { origin: [ME, 0] })] },
      ]),
  ],
  ['structs of no length', () => forgedFrame([{ client: ME, structs: [item(text('')), gc(0), item(deleted(0))] }])],
  ['a value nested 20,000 deep (stack overflow)', () => forgedFrame([{ client: ME, structs: [item(deepList, { key: 'a' })] }])],
  [
    '20,000 types inside of each other (0.3 s, recursive)',
    () =>
      forgedFrame([
        { client: ME, structs: times(20_000, (n) => item(type(1), n === 0 ? { key: 'a' } : { parent: [ME, n - 1], key: 'a' })) },
      ]),
  ],
  [
    'one key written 20,000 times from its beginning (1 s, quadratic)',
    () => forgedFrame([{ client: ME, structs: times(20_000, () => item(NULL, { key: 'k' })) }]),
  ],
  [
    '10,000 items that all want to stand at one place (minutes, quadratic)',
    () => forgedFrame([78, 77].map((client) => ({ client, structs: times(5_000, () => item(NULL, { parent: 'records' })) }))),
  ],
  [
    'a text taken apart at 100,000 places by deletions',
    () =>
      forgedFrame(
        [{ client: ME, structs: times(20_000, () => item(text('ab'.repeat(20)), {})) }],
        [{ client: ME, ranges: Array.from({ length: 90_000 }, (_, n) => [n * 8 + 3, 1] as const) }],
      ),
  ],
  [
    'a thousand roots, which Yjs never forgets',
    () => forgedFrame([{ client: ME, structs: times(1_000, (n) => item(NULL, { parent: `root ${n}`, key: 'k' })) }]),
  ],
  ['a root with a name of a megabyte', () => forgedFrame([{ client: ME, structs: [item(NULL, { parent: 'x'.repeat(MB), key: 'k' })] }])],
  [
    'a megabyte of JSON in one mark',
    () =>
      forgedFrame([
        { client: ME, structs: [item({ ref: 5, write: text(JSON.stringify(Array.from({ length: 300_000 }, () => []))).write })] },
      ]),
  ],
  [
    'a forged prototype',
    () => forgedFrame([{ client: ME, structs: [item(any(118, 1, 9, ...Buffer.from('__proto__'), 118, 0), { key: 'a' })] }]),
  ],
  ['content that does not exist', () => forgedFrame([{ client: ME, structs: [item({ ref: 25, write: () => undefined })] }])],
  ['a type that does not exist', () => forgedFrame([{ client: ME, structs: [item(type(99), { key: 'a' })] }])],
  ['a document inside of the document', () => forgedFrame([{ client: ME, structs: [item({ ref: 9, write: text('x').write })] }])],
  ['an update in format V2, which inflates', () => encodeUpdate(Y.encodeStateAsUpdateV2(docWith(300)))],
  ['bytes behind the end', () => encodeUpdate(Buffer.concat([Y.encodeStateAsUpdate(docWith(1)), Buffer.alloc(100)]))],
]

/** One struct with this many values, each of these bytes. */
function manyValues(count: number, bytes: readonly number[]): Write {
  return (encoder) => {
    encoding.writeVarUint(encoder, count)
    for (let i = 0; i < count; i++) for (const byte of bytes) encoding.writeUint8(encoder, byte)
  }
}

function docWith(cards: number): Y.Doc {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (let i = 0; i < cards; i++) writeRecord(recordsOf(doc), card(`shape:${i}`, 'x'))
  })
  return doc
}

describe('[R8] an update that no honest client sends closes its sender’s connection, and nobody notices', () => {
  it.each(ATTACKS)('%s', async (_name, make) => {
    const forged = make()
    await scene.withstand(async () => {
      const intruder = await scene.intrude()
      intruder.send(forged)
      expect(await intruder.closed).toBe(CloseCode.badFrame)
    })
    await scene.expectUnharmed()
  })
})
