import { recordsOf, remarksOf, type FacetMap } from '@remedyboard/shared/board/board-document'
import { RemarkReader } from '@remedyboard/shared/board/remark-reader'
import {
  deleteRemark,
  meTooId,
  readRemark,
  REMARK_LIMITS,
  resolveComment,
  setMeToo,
  writeComment,
  type Remark,
} from '@remedyboard/shared/board/remarks'
import type { PhasePermission } from '@remedyboard/shared/workshop/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { FakeClient, note, settled } from '../room-fixture.ts'
import { attempt, CARD, runPhase, scene, type Scene } from './guard-fixture.ts'

const TALK = 'remark:1'
type Who = 'facilitator' | 'author' | 'other'

/** Everybody ends with the same remarks, too. */
async function act(all: Scene, who: Who, change: (doc: Y.Doc) => void) {
  const by = all[who]
  const refused = await attempt(all, by, () => change(by.doc))
  for (const client of [all.author, all.other, all.facilitator]) {
    expect(remarksOf(client.doc).toJSON()).toEqual(remarksOf(all.witness.doc).toJSON())
  }
  return refused.map(({ record, facet, code }) => `${record} ${facet} ${code}`)
}

const seen = ({ witness }: Scene, id = TALK): Remark | null => readRemark(id, remarksOf(witness.doc).get(id))

const facetsOf = (doc: Y.Doc, id = TALK): FacetMap => {
  const facets = remarksOf(doc).get(id)
  if (!facets) throw new Error(`no ${id}`)
  return facets
}

/** A board on which `p1` has said something about the card. */
async function talk(): Promise<Scene> {
  const all = await scene()
  await act(all, 'author', (doc) => writeComment(doc, TALK, CARD, '三天没有热水了'))
  return all
}

async function during(all: Scene, can: PhasePermission[]): Promise<Scene> {
  await runPhase(all, can)
  all.clock.advance(2_000)
  return all
}

describe('[R37] remarks', () => {
  it('get their author and time from the server, whatever the client says', async () => {
    const all = await talk()
    expect(seen(all)).toEqual({
      id: TALK,
      card: CARD,
      kind: 'comment',
      text: '三天没有热水了',
      stamp: { author: 'p1', name: 'Name p1', at: all.clock.now() },
      resolved: false,
    })
    await act(all, 'other', (doc) => {
      writeComment(doc, 'remark:forged', CARD, 'I said this')
      facetsOf(doc, 'remark:forged').set('stamp', { author: 'f1', name: 'x', at: 5 })
    })
    expect(seen(all, 'remark:forged')?.stamp).toEqual({ author: 'p2', name: 'Name p2', at: all.clock.now() })
    expect(await act(all, 'author', (doc) => facetsOf(doc).set('stamp', { author: 'p2', name: 'x', at: 1 }))).toEqual([
      `${TALK} stamp protected`,
    ])
    expect(seen(all)?.stamp).toMatchObject({ author: 'p1' })
  })

  it('are deleted by their author and by facilitators, really and for good; by nobody else', async () => {
    const all = await talk()
    expect(await act(all, 'other', (doc) => deleteRemark(doc, TALK))).toEqual([`${TALK}  not-yours`])
    expect(seen(all)).toMatchObject({ text: '三天没有热水了', stamp: { author: 'p1' } })
    expect(await act(all, 'author', (doc) => deleteRemark(doc, TALK))).toEqual([])
    expect(remarksOf(all.witness.doc).size).toBe(0)
    expect(Buffer.from(Y.encodeStateAsUpdate(all.witness.doc)).includes('三天没有热水了')).toBe(false)

    await act(all, 'other', (doc) => writeComment(doc, 'remark:2', CARD, 'second'))
    expect(await act(all, 'facilitator', (doc) => deleteRemark(doc, 'remark:2'))).toEqual([])
    expect(remarksOf(all.witness.doc).size).toBe(0)
  })

  it('keep their words: nobody rewrites or replaces one, not even a facilitator', async () => {
    const all = await talk()
    const birth = { id: TALK, card: CARD, kind: 'comment', text: 'changed' }
    for (const who of ['author', 'other', 'facilitator'] as const) {
      expect(await act(all, who, (doc) => facetsOf(doc).set('birth', birth))).toEqual([`${TALK} birth protected`])
      expect(await act(all, who, (doc) => writeComment(doc, TALK, CARD, 'changed'))).toEqual([`${TALK}  protected`])
      expect(seen(all)).toMatchObject({ text: '三天没有热水了', stamp: { author: 'p1' } })
    }
  })

  it('are resolved and reopened by whoever may comment', async () => {
    const all = await talk()
    expect(await act(all, 'other', (doc) => resolveComment(doc, TALK, true))).toEqual([])
    expect(seen(all)?.resolved).toBe(true)
    expect(await act(all, 'facilitator', (doc) => resolveComment(doc, TALK, false))).toEqual([])
    expect(seen(all)?.resolved).toBe(false)
    await during(all, ['react'])
    expect(await act(all, 'author', (doc) => resolveComment(doc, TALK, true))).toEqual([`${TALK} resolved phase`])
    expect(seen(all)?.resolved).toBe(false)
  })

  const TABLE: [PhasePermission[], string[]][] = [
    [['watch', 'add', 'move', 'suggest', 'link', 'rate', 'vote'], ['delete']],
    [['react'], ['me too', 'take it back', 'delete']],
    [['comment'], ['comment', 'resolve', 'delete']],
    [['edit'], ['comment', 'me too', 'take it back', 'resolve', 'delete']],
  ]
  it.each(TABLE)('a phase with %j lets an author do exactly %j', async (can, allowed) => {
    const tries: Record<string, (doc: Y.Doc) => void> = {
      comment: (doc) => writeComment(doc, 'remark:2', CARD, 'more'),
      'me too': (doc) => setMeToo(doc, CARD, 'p1', true),
      'take it back': (doc) => setMeToo(doc, CARD, 'p1', false),
      resolve: (doc) => resolveComment(doc, TALK, true),
      delete: (doc) => deleteRemark(doc, TALK),
    }
    const all = await during(await talk(), can)
    const done: string[] = []
    for (const [name, change] of Object.entries(tries)) {
      const before = remarksOf(all.witness.doc).toJSON()
      const refused = await act(all, 'author', change)
      const changed = JSON.stringify(remarksOf(all.witness.doc).toJSON()) !== JSON.stringify(before)
      expect(refused.length === 0 || !changed).toBe(true)
      if (changed) done.push(name)
    }
    expect(done).toEqual(allowed)
  })

  it('of viewers never come in', async () => {
    const all = await talk()
    const viewer = all.client('v1')
    await settled()
    writeComment(viewer.doc, 'remark:v', CARD, 'psst')
    setMeToo(viewer.doc, CARD, 'v1', true)
    await settled()
    expect(remarksOf(all.witness.doc).size).toBe(1)
  })

  it('a late one, written offline when the phase allowed it, is refused by name, so that its words can be offered back', async () => {
    const all = await scene()
    await during(all, ['watch'])
    expect(await act(all, 'other', (doc) => writeComment(doc, 'remark:late', CARD, 'from the train'))).toEqual(['remark:late  phase'])
    expect(remarksOf(all.witness.doc).size).toBe(0)
  })

  it.each<[string, (doc: Y.Doc) => void, string]>([
    ['without words', (doc) => put(doc, 'remark:x', { kind: 'comment', text: '' }), 'invalid'],
    ['too long', (doc) => put(doc, 'remark:x', { kind: 'comment', text: 'x'.repeat(REMARK_LIMITS.textLength + 1) }), 'invalid'],
    ['on no card', (doc) => put(doc, 'remark:x', { card: 'shape:none' }), 'invalid'],
    ['on the page', (doc) => put(doc, 'remark:x', { card: 'page:page' }), 'invalid'],
    ['of another kind', (doc) => put(doc, 'remark:x', { kind: 'like' }), 'invalid'],
    ['with a field more', (doc) => put(doc, 'remark:x', { color: 'red' }), 'invalid'],
    ['under the id of another', (doc) => put(doc, 'remark:x', { id: 'remark:y' }), 'invalid'],
    ['with a facet more', (doc) => put(doc, 'remark:x', {}).set('pinned', true), 'invalid'],
    ['resolved with words', (doc) => put(doc, 'remark:x', {}).set('resolved', 'yes'), 'invalid'],
    ['with a list inside', (doc) => Y.Array.prototype.push.call(put(doc, 'remark:x', {}), [1]), 'invalid'],
    ['that is no map', (doc) => void remarksOf(doc).set('remark:x', 5 as unknown as FacetMap), 'invalid'], // keeps to no layout
    ['a me-too of somebody else', (doc) => setMeToo(doc, CARD, 'p1', true), 'not-yours'],
    ['a me-too with words', (doc) => put(doc, meTooId(CARD, 'p2'), { kind: 'me-too', text: 'x' }), 'invalid'],
  ])('one %s vanishes', async (_name, change, code) => {
    const all = await talk()
    const refused = await act(all, 'other', change)
    expect(refused).toHaveLength(1)
    expect(refused[0]).toMatch(new RegExp(`${code}$`))
    expect([...remarksOf(all.witness.doc).keys()]).toEqual([TALK])
  })

  it('a facet, a list or a type that does not belong there is taken out of a remark that stays', async () => {
    const all = await talk()
    const before = facetsOf(all.witness.doc).toJSON()
    for (const change of [
      (facets: FacetMap) => void facets.set('pinned', true),
      (facets: FacetMap) => void facets.set('resolved', new Y.Map()),
      (facets: FacetMap) => Y.Array.prototype.push.call(facets, [1, 2]),
      (facets: FacetMap) => facets.delete('stamp'),
      (facets: FacetMap) => facets.delete('birth'),
    ]) {
      expect(await act(all, 'author', (doc) => change(facetsOf(doc)))).toHaveLength(1)
      expect(facetsOf(all.witness.doc).toJSON()).toEqual(before)
    }
    const list = facetsOf(all.witness.doc)._start
    expect(list === null || list.deleted).toBe(true)
  })

  it('“me too” from two tabs at once is one, and nobody is told that anything was refused', async () => {
    const all = await scene()
    const tab = all.client('p2')
    await settled()
    // Both before they hear of each other.
    setMeToo(all.other.doc, CARD, 'p2', true)
    setMeToo(tab.doc, CARD, 'p2', true)
    await settled()
    tab.askAck()
    all.other.askAck()
    await settled()
    const id = meTooId(CARD, 'p2')
    for (const client of [all.other, tab, all.witness]) {
      expect([...remarksOf(client.doc).keys()]).toEqual([id])
      expect(readRemark(id, remarksOf(client.doc).get(id))?.stamp).toEqual({ author: 'p2', name: 'Name p2', at: all.clock.now() })
      expect(client.all('refused')).toEqual([])
    }
  })

  it('have a limit in number', async () => {
    const all = await scene()
    const others = new Y.Doc()
    others.transact(() => {
      for (let i = 0; i < REMARK_LIMITS.remarks; i++) writeComment(others, `remark:${i}`, CARD, 'x')
    })
    Y.applyUpdate(all.facilitator.doc, Y.encodeStateAsUpdate(others))
    await settled()
    const refused: string[] = []
    writeComment(all.other.doc, 'remark:more', CARD, 'one more')
    all.other.askAck()
    await settled()
    for (const { message } of all.other.all('refused')) refused.push(...message.refused.map(({ code }) => code))
    expect(refused).toEqual(['too-large'])
  })

  it('whatever people do at once, all see the same, nobody’s words are changed or deleted by another, and readers agree with a fresh one', async () => {
    const step = fc.record({
      who: fc.constantFrom<Who>('author', 'other'),
      deed: fc.constantFrom('comment', 'me too', 'take back', 'delete', 'resolve', 'forge', 'rewrite', 'settle'),
      which: fc.nat(5),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const all = await scene()
        const reader = new RemarkReader(all.witness.doc, () => undefined)
        const ids: Record<Who, string> = { facilitator: 'f1', author: 'p1', other: 'p2' }
        const said = new Map<string, { by: string; text: string }>()
        const takenBack = new Set<string>()
        const attacked = new Set<string>()
        let made = 0
        for (const { who, deed, which } of steps) {
          const { doc } = all[who] as FakeClient
          const known = [...remarksOf(doc).keys()]
          const id = known[which % Math.max(1, known.length)] ?? ''
          const mine = said.get(id)?.by === ids[who]
          if (deed === 'comment') {
            made += 1
            writeComment(doc, `remark:${made}`, CARD, `words ${made}`)
            said.set(`remark:${made}`, { by: ids[who], text: `words ${made}` })
          } else if (deed === 'me too') setMeToo(doc, CARD, ids[who], true)
          else if (deed === 'take back') setMeToo(doc, CARD, ids[who], false)
          else if (deed === 'delete') {
            deleteRemark(doc, id)
            // Somebody who attacks a remark at the same moment can keep it from being deleted, once: it is put back as a copy.
            if (mine && !attacked.has(id)) takenBack.add(id)
            else if (!mine) {
              takenBack.delete(id)
              attacked.add(id)
            }
          } else if (deed === 'resolve') resolveComment(doc, id, which % 2 === 0)
          else if (deed === 'forge' && remarksOf(doc).has(id) && !mine)
            facetsOf(doc, id).set('stamp', { author: ids[who], name: 'x', at: 0 })
          else if (deed === 'rewrite' && remarksOf(doc).has(id) && !mine) {
            writeComment(doc, id, CARD, 'forged')
            takenBack.delete(id)
            attacked.add(id)
          } else await settled()
        }
        await settled()
        const state = remarksOf(all.witness.doc).toJSON()
        for (const client of [all.author, all.other, all.facilitator]) expect(remarksOf(client.doc).toJSON()).toEqual(state)
        const fresh = new RemarkReader(all.witness.doc, () => undefined)
        expect(reader.byCard).toEqual(fresh.byCard)
        const left = new Map([...(fresh.byCard.get(CARD) ?? [])].map((remark) => [remark.id, remark]))
        for (const [id, { by, text }] of said) {
          if (takenBack.has(id)) expect(left.has(id)).toBe(false)
          else if (!attacked.has(id) || left.has(id)) expect(left.get(id)).toMatchObject({ text, stamp: { author: by } })
        }
        for (const remark of left.values()) if (remark.kind === 'me-too') expect(remark.id).toBe(meTooId(CARD, remark.stamp?.author ?? ''))
      }),
      { seed: 20_260_304, numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
    )
  }, 60_000)

  it('on a card that comes with the same update are as good as any', async () => {
    const all = await scene()
    const { doc } = all.other
    const refused = await act(all, 'other', () => {
      const facets: FacetMap = new Y.Map()
      facets.set('birth', { ...note('shape:new'), meta: { author: 'p2' } })
      facets.set('text', new Y.Text())
      writeComment(doc, TALK, 'shape:new', 'x')
      recordsOf(doc).set('shape:new', facets)
    })
    expect(refused).toEqual([])
    expect(seen(all)).toMatchObject({ card: 'shape:new' })
  })
})

function put(doc: Y.Doc, id: string, birth: Record<string, unknown>): FacetMap {
  const facets: FacetMap = new Y.Map()
  facets.set('birth', { id, card: CARD, kind: 'comment', text: 'x', ...birth })
  remarksOf(doc).set(id, facets)
  return facets
}
