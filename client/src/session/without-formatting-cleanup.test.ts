import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { withoutFormattingCleanup } from './without-formatting-cleanup.ts'

/** How many changes a third device makes by itself when it hears of two people who formatted the same words. */
function answers(prepare: (doc: Y.Doc) => void): number {
  const [ann, ben, looking] = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const
  ann.getText('t').insert(0, 'no water today')
  for (const doc of [ben, looking]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(ann), 'network')
  prepare(looking)
  looking.getText('t')
  let own = 0
  looking.on('update', (_update: Uint8Array, origin: unknown) => (own += origin === 'network' ? 0 : 1))
  ann.getText('t').format(0, 8, { bold: true })
  ben.getText('t').format(0, 8, { bold: true })
  for (const doc of [ann, ben]) Y.applyUpdate(looking, Y.encodeStateAsUpdate(doc), 'network')
  const pieces = looking.getText('t').toDelta() as { insert: string; attributes?: object }[]
  const bold = pieces.flatMap(({ insert, attributes }) => (attributes ? [insert] : []))
  expect([bold.join(''), pieces.at(-1)]).toEqual(['no water', { insert: ' today' }])
  return own
}

describe('[R39] withoutFormattingCleanup', () => {
  it('who only looks on answers no formatting with a change of their own [fuzz 16]', () => {
    expect(answers(() => undefined)).toBeGreaterThan(0)
    expect(answers(withoutFormattingCleanup)).toBe(0)
  })
})
