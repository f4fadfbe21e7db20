import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { forgedUpdate, item, text } from '../attacks/forged-update.ts'
import { checkIntegrationCost } from './integration-cost.ts'
import { integrationOrder } from './integration-order.ts'
import { checkUpdate } from './update-check.ts'

const fits = (update: Uint8Array, doc = new Y.Doc()) => {
  const { decoded } = checkUpdate(update)
  const order = integrationOrder(decoded, doc)
  if (order) checkIntegrationCost(order, decoded.ds.clients, doc)
  return order !== null
}

describe('integrationOrder', () => {
  it('follows clients that build on each other in turn', () => {
    const update = forgedUpdate([
      { client: 1, structs: [item(text('a')), item(text('c'), { origin: [2, 0] })] },
      { client: 2, structs: [item(text('b'), { origin: [1, 0] }), item(text('d'), { origin: [1, 1] })] },
    ])
    expect(integrationOrder(checkUpdate(update).decoded, new Y.Doc())?.map(({ id }) => [id.client, id.clock])).toEqual([
      [1, 0],
      [2, 0],
      [1, 1],
      [2, 1],
    ])
  })

  it('finds none where two wait for each other: Yjs would keep both in the document for ever', () => {
    const update = forgedUpdate([
      { client: 1, structs: [item(text('a'), { origin: [2, 0] })] },
      { client: 2, structs: [item(text('b'), { origin: [1, 0] })] },
    ])
    expect(fits(update)).toBe(false)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, update)
    expect(doc.store.pendingStructs).not.toBeNull()
  })

  it.each([
    ['a client that is not there', forgedUpdate([{ client: 1, structs: [item(text('a'), { origin: [9, 0] })] }])],
    [
      'something later of a client that is there',
      forgedUpdate([
        { client: 1, structs: [item(text('a'), { origin: [2, 7] })] },
        { client: 2, structs: [item(text('b'))] },
      ]),
    ],
    ['its own beginning', forgedUpdate([{ client: 1, clock: 3, structs: [item(text('a'))] }])],
    [
      'what another one lacks',
      forgedUpdate([
        { client: 1, structs: [item(text('a'), { origin: [2, 4] })] },
        { client: 2, clock: 4, structs: [item(text('b'))] },
      ]),
    ],
    ['something to delete', forgedUpdate([], [{ client: 1, ranges: [[0, 1]] }])],
  ])('finds none without %s', (_name, update) => {
    expect(fits(update)).toBe(false)
  })

  it('agrees with Yjs: what it takes leaves nothing pending, whatever part of an honest history comes', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            by: fc.nat(2),
            at: fc.nat(30),
            kind: fc.constantFrom('type', 'delete', 'meet', 'set'),
            word: fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme-ascii' }),
          }),
          { minLength: 5, maxLength: 40 },
        ),
        fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
        (steps, kept) => {
          const docs = [1, 2, 3].map((clientID) => Object.assign(new Y.Doc(), { clientID }))
          const updates: Uint8Array[] = []
          for (const doc of docs) doc.on('update', (update: Uint8Array, origin: unknown) => void (origin === 'met' || updates.push(update)))
          for (const { by, at, kind, word } of steps) {
            const doc = docs[by] ?? new Y.Doc()
            const words = doc.getText('records')
            if (kind === 'type') words.insert(at % (words.length + 1), word)
            else if (kind === 'delete' && words.length > 0) words.delete(at % words.length, 1)
            else if (kind === 'set') words.setAttribute(word[0] ?? 'k', at)
            else for (const other of docs) if (other !== doc) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'met')
          }
          const server = new Y.Doc()
          const parts = updates.filter((_update, i) => kept[i % kept.length])
          const merged = parts.length > 0 ? [...parts, Y.mergeUpdates(parts), Y.mergeUpdates(updates)] : updates
          for (const update of merged) {
            if (!fits(update, server)) {
              const copy = new Y.Doc()
              Y.applyUpdate(copy, Y.encodeStateAsUpdate(server))
              Y.applyUpdate(copy, update)
              expect(copy.store.pendingStructs ?? copy.store.pendingDs).not.toBeNull()
              continue
            }
            Y.applyUpdate(server, update)
            expect(server.store.pendingStructs ?? server.store.pendingDs).toBeNull()
          }
        },
      ),
      { seed: 1, numRuns: 100 },
    )
  })
})
