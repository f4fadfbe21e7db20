import { describe, expect, it } from 'vitest'
import { createBoardSchema } from '../board/tl-schema.ts'
import { sizeOf } from '../board/place-in-area.ts'
import { RecordIndex } from '../board/record-index.ts'
import { buildTemplate } from '../templates/build-template.ts'
import { revealOperations } from './reveal-operations.ts'
import { AGENDA, PEOPLE, TestWorkshop } from './workshop-fixture.ts'

const write = (test: TestWorkshop, who: string, id: string, text: string, phaseId = 'hidden') =>
  test.send(who, { type: 'write-draft', phaseId, id, text })
const start = (phaseId: string) => {
  const test = new TestWorkshop(AGENDA, PEOPLE)
  test.send('f', { type: 'set-phase', phaseId })
  return test
}

describe('hidden writing', () => {
  it('shows everybody the totals, everybody their own notes, and facilitators only who has written', () => {
    const test = start('hidden')
    write(test, 'a', 'd1', ' 漏水没人管 ')
    write(test, 'a', 'd2', 'second')
    write(test, 'b', 'd1', 'third')
    expect(test.view('c').writing).toEqual({ notes: 3, people: 2 })
    expect(test.view('a').me.drafts).toEqual([
      { id: 'd1', text: '漏水没人管' },
      { id: 'd2', text: 'second' },
    ])
    expect(test.view('c').me.drafts).toEqual([])
    expect(test.view('c').roster).toBeUndefined()
    expect(test.view('f').roster?.map(({ id, wrote }) => [id, wrote])).toEqual([
      ['f', false],
      ['g', false],
      ['a', true],
      ['b', true],
      ['c', false],
      ['v', false],
    ])
  })

  it('counts per person where names were announced', () => {
    const test = start('named')
    write(test, 'a', 'd1', 'x', 'named')
    write(test, 'a', 'd2', 'y', 'named')
    expect(test.view('f').roster?.find(({ id }) => id === 'a')?.wrote).toBe(2)
    expect(test.send('f', { type: 'reveal-notes', phaseId: 'named' })).toMatchObject({
      reveal: { notes: [{ author: 'a' }, { author: 'a' }] },
    })
  })

  it('keeps to the limit of the phase, lets people change and take back, and takes nothing in other phases', () => {
    const test = start('hidden')
    for (const id of ['d1', 'd2', 'd3']) write(test, 'a', id, id)
    expect(write(test, 'a', 'd4', 'four')).toMatchObject({ refused: { code: 'unprocessable' } })
    write(test, 'a', 'd2', '')
    write(test, 'a', 'd4', 'four')
    expect(test.view('a').me.drafts.map(({ text }) => text)).toEqual(['d1', 'd3', 'four'])
    expect(write(test, 'v', 'd1', 'x')).toMatchObject({ refused: { code: 'not-allowed' } })
    test.send('f', { type: 'set-phase', phaseId: 'open' })
    expect(write(test, 'a', 'd1', 'late')).toMatchObject({ refused: { code: 'unprocessable' } })
  })

  it('loses nothing when the facilitator goes on without revealing', () => {
    const test = start('hidden')
    write(test, 'a', 'd1', 'kept')
    test.send('f', { type: 'set-phase', phaseId: 'open' })
    expect(test.view('f').unrevealed).toEqual([{ phaseId: 'hidden', notes: 1 }])
    expect(test.view('a').unrevealed).toBeUndefined()
    test.send('f', { type: 'set-phase', phaseId: 'hidden' })
    expect(test.view('a').me.drafts).toEqual([{ id: 'd1', text: 'kept' }])
    test.send('f', { type: 'discard-notes', phaseId: 'hidden' })
    expect(test.rows.size).toBe(0)
  })

  it('reveals each note exactly once, without its author', () => {
    const test = start('hidden')
    write(test, 'a', 'd1', 'one')
    write(test, 'b', 'd1', 'two')
    expect(test.send('a', { type: 'reveal-notes', phaseId: 'hidden' })).toMatchObject({ refused: { code: 'not-allowed' } })
    expect(test.send('f', { type: 'reveal-notes', phaseId: 'hidden' })).toEqual({
      events: [{ type: 'notes-revealed', phaseId: 'hidden', count: 2 }],
      sealed: [{ op: 'erase', prefix: 'draft/hidden/' }],
      reveal: {
        area: 'local',
        kind: 'dilemma',
        notes: [
          { text: 'one', author: null },
          { text: 'two', author: null },
        ],
      },
    })
    expect(test.send('f', { type: 'reveal-notes', phaseId: 'hidden' })).toEqual({ events: [] })
    expect(test.rows.size).toBe(0)
  })

  it('is not written again by a phone that slept while its note was turned over (three hundred people and a killed server)', () => {
    const test = start('hidden')
    const note = { type: 'write-draft', phaseId: 'hidden', id: 'd1', text: 'once', edit: 'e1' } as const
    test.send('a', note)
    test.send('f', { type: 'reveal-notes', phaseId: 'hidden' })
    // The answer was lost: the phone asks again, now and when the next phase runs.
    expect(test.send('a', note)).toEqual({ events: [] })
    expect(test.view('f').writing).toEqual({ notes: 0, people: 0 })
    test.send('f', { type: 'set-phase', phaseId: 'open' })
    expect(test.send('a', note)).toEqual({ events: [] })
    // Nothing that is left says who wrote it, or what.
    expect(test.rows.size).toBe(0)
    expect(test.events.at(-2)).toEqual({ type: 'notes-revealed', phaseId: 'hidden', count: 1, edits: ['e1'] })

    // Other words under the same id are another note: what was acknowledged is never dropped.
    test.send('f', { type: 'set-phase', phaseId: 'hidden' })
    test.send('a', { ...note, text: 'once more', edit: 'e2' })
    expect(test.view('a').me.drafts).toEqual([{ id: 'd1', text: 'once more' }])
    test.send('f', { type: 'discard-notes', phaseId: 'hidden' })
    test.send('a', { ...note, text: 'once more', edit: 'e2' })
    expect(test.view('a').me.drafts).toEqual([])
  })

  it('is not refused to a phone that slept while the next phase began: the note is there', () => {
    const test = start('hidden')
    const note = { type: 'write-draft', phaseId: 'hidden', id: 'd1', text: 'kept', edit: 'e1' } as const
    test.send('a', note)
    test.send('f', { type: 'set-phase', phaseId: 'open' })
    expect(test.send('a', note)).toEqual({ events: [] })
    expect(test.send('a', { ...note, text: 'other', edit: 'e2' })).toMatchObject({ refused: { code: 'unprocessable' } })
    expect(test.view('f').unrevealed).toEqual([{ phaseId: 'hidden', notes: 1 }])
  })

  it('stays what its author wrote last when an older change, or the note before it was taken back, is sent once more', () => {
    const test = start('hidden')
    const send = (text: string, edit: string) => test.send('a', { type: 'write-draft', phaseId: 'hidden', id: 'd1', text, edit })
    send('漏', 'e1')
    send('漏水', 'e2')
    expect(send('漏', 'e1')).toEqual({ events: [] })
    expect(test.view('a').me.drafts).toEqual([{ id: 'd1', text: '漏水' }])
    send('', 'e3')
    expect([send('漏', 'e1'), send('漏水', 'e2'), send('', 'e3')]).toEqual(Array(3).fill({ events: [] }))
    expect([test.view('a').me.drafts, test.view('f').writing]).toEqual([[], { notes: 0, people: 0 }])
    send('新的', 'e4')
    expect(send('', 'e3')).toEqual({ events: [] })
    test.send('f', { type: 'reveal-notes', phaseId: 'hidden' })
    expect(test.events.at(-1)).toMatchObject({ count: 1, edits: ['e1', 'e2', 'e3', 'e4'] })
    // After the reveal, too; and nothing is left that says whose they were.
    for (const edit of ['e1', 'e2', 'e3', 'e4']) expect(send('漏', edit)).toEqual({ events: [] })
    expect(test.rows.size).toBe(0)
  })

  it('is not written again after the agenda has ended and begun anew: the names of changes were forgotten then', () => {
    const test = start('hidden')
    const note = { type: 'write-draft', phaseId: 'hidden', id: 'd1', text: 'once', edit: 'e1' } as const
    test.send('a', note)
    test.send('f', { type: 'reveal-notes', phaseId: 'hidden' })
    for (const phaseId of [null, 'hidden']) test.send('f', { type: 'set-phase', phaseId })
    expect(test.send('a', note)).toEqual({ events: [] })
    expect(test.rows.size).toBe(0)
  })

  it('hands notes over in an order that says nothing about the ids of their authors', () => {
    const [one, other] = [start('hidden'), start('hidden')]
    write(one, 'a', 'd1', 'z')
    write(one, 'b', 'd1', 'y')
    write(other, 'b', 'd1', 'z')
    write(other, 'a', 'd1', 'y')
    const reveal = (test: TestWorkshop) => test.send('f', { type: 'reveal-notes', phaseId: 'hidden' })
    expect(reveal(one)).toEqual(reveal(other))
  })
})

describe('groups', () => {
  it('see their own notes, and post only theirs', () => {
    const test = start('group')
    const groups = [
      { id: 'g1', name: 'One', members: ['a', 'b'] },
      { id: 'g2', name: 'Two', members: ['c'] },
    ]
    test.send('f', { type: 'set-groups', groups })
    write(test, 'a', 'd1', 'ours', 'group')
    write(test, 'c', 'd1', 'theirs', 'group')
    expect(test.view('b').me.groupDrafts).toEqual([{ id: 'd1', text: 'ours' }])
    expect(test.view('c').me.groupDrafts).toEqual([])
    expect(test.send('c', { type: 'reveal-notes', phaseId: 'group', group: 'g1' })).toMatchObject({ refused: { code: 'not-allowed' } })
    expect(test.send('b', { type: 'reveal-notes', phaseId: 'group', group: 'g1' })).toMatchObject({
      events: [{ type: 'notes-revealed', count: 1, group: 'g1' }],
      reveal: { notes: [{ text: 'ours' }] },
    })
    expect(test.view('c').writing).toEqual({ notes: 1, people: 1 })
  })

  it('post only while their step runs and the board is open; facilitators can always', () => {
    const test = start('group')
    test.send('f', { type: 'set-groups', groups: [{ id: 'g1', name: 'One', members: ['a', 'b'] }] })
    write(test, 'a', 'd1', 'ours', 'group')
    const post = (id: string) => test.send(id, { type: 'reveal-notes', phaseId: 'group', group: 'g1' })
    test.send('f', { type: 'lock-board', locked: true })
    expect(post('b')).toMatchObject({ refused: { code: 'not-allowed' } })
    test.send('f', { type: 'lock-board', locked: false })
    test.send('f', { type: 'set-phase', phaseId: 'open' })
    expect(post('b')).toMatchObject({ refused: { code: 'unprocessable' } })
    expect(post('f')).toMatchObject({ events: [{ type: 'notes-revealed', count: 1, group: 'g1' }] })
    // Whoever was slower than the facilitator hears that it is done.
    expect(post('b')).toEqual({ events: [] })
  })

  it('are no way for a facilitator to single out one person’s anonymous note of a step that is not for groups', () => {
    const test = start('hidden')
    for (const id of ['a', 'b']) write(test, id, 'd1', `by ${id}`)
    test.send('f', { type: 'set-groups', groups: [{ id: 'g1', name: '', members: ['a'] }] })
    expect(test.send('f', { type: 'reveal-notes', phaseId: 'hidden', group: 'g1' })).toMatchObject({ refused: { code: 'unprocessable' } })
    expect(test.view('f').writing).toEqual({ notes: 2, people: 2 })
  })

  it('lose whoever is made a viewer, who was shown their notes and counted as ready; what they wrote stays', () => {
    const test = start('group')
    test.send('f', { type: 'set-groups', groups: [{ id: 'g1', name: 'One', members: ['a', 'b'] }] })
    for (const id of ['a', 'b']) write(test, id, 'd1', `by ${id}`, 'group')
    test.send('b', { type: 'set-ready', run: test.view('b').phaseRun, ready: true })
    test.send('b', { type: 'set-hand', up: true })
    test.send('f', { type: 'set-role', id: 'b', role: 'viewer' })
    expect(test.view('b').me).toMatchObject({ ready: false, groupDrafts: [], drafts: [{ text: 'by b' }] })
    expect(test.view('f')).toMatchObject({ ready: 0, hands: [], groups: [{ members: ['a'] }], writing: { notes: 2 } })
    // A facilitator whose page is a moment behind still makes groups with them.
    test.send('f', { type: 'set-groups', groups: [{ id: 'g1', name: 'One', members: ['a', 'b', 'c'] }] })
    expect(test.view('f').groups).toEqual([{ id: 'g1', name: 'One', members: ['a', 'c'] }])
  })

  it('show each other their notes in an order that does not tell whose they are', () => {
    const [one, other] = [start('group'), start('group')]
    for (const test of [one, other]) {
      test.send('f', { type: 'set-groups', groups: [{ id: 'g1', name: 'One', members: ['a', 'b', 'c'] }] })
    }
    write(one, 'a', 'x7', 'first', 'group')
    write(one, 'b', 'k2', 'second', 'group')
    write(other, 'b', 'x7', 'first', 'group')
    write(other, 'a', 'k2', 'second', 'group')
    expect(one.view('c').me.groupDrafts).toEqual(other.view('c').me.groupDrafts)
  })

  it('hold everybody once, and nobody who is not here', () => {
    const test = start('group')
    const groupsOf = (members: string[][]) =>
      test.send('f', { type: 'set-groups', groups: members.map((list, i) => ({ id: `g${i}`, name: '', members: list })) })
    expect(groupsOf([['a'], ['a']])).toMatchObject({ refused: { code: 'unprocessable' } })
    expect(groupsOf([['stranger']])).toMatchObject({ refused: { code: 'not-found' } })
    expect(groupsOf([['a'], ['b']])).toMatchObject({ events: [{ type: 'groups-set' }] })
  })
})

describe('revealOperations', () => {
  const { records } = buildTemplate('dilemma-remedy', 'zh-CN')
  const index = new RecordIndex()
  index.apply(new Map(records.map((record) => [record.id, record])))
  const notes = Array.from({ length: 40 }, (_, i) => ({ text: `困境 ${i}`, author: i === 0 ? 'a' : null }))
  let n = 0
  const chance = { newId: () => `n${n++}`, random: () => (n = (n * 16_807 + 11) % 2_147_483_647) / 2_147_483_647 }
  const made = revealOperations(index.visible, { area: 'local', kind: 'dilemma', notes }, chance).map((operation) => {
    if (operation.op !== 'create') throw new Error('only new records')
    return operation.record
  })
  const cards = made.filter(({ type }) => type === 'card')

  it('makes one valid card of each note, with an author only where it was announced', () => {
    const schema = createBoardSchema()
    for (const record of made) expect(() => schema.types.shape.validate(record)).not.toThrow()
    expect(new Set(cards.map(({ props }) => props?.['text']))).toEqual(new Set(notes.map(({ text }) => text)))
    expect(cards).toHaveLength(notes.length)
    // The template's area has room for six: they stand together in a frame of their own.
    expect(made.filter(({ type }) => type !== 'card')).toMatchObject([{ type: 'frame', meta: { area: 'local', annex: 1 } }])
    expect(cards.filter(({ meta }) => meta?.['author'] !== undefined).map(({ props }) => props?.['text'])).toEqual(['困境 0'])
    expect(cards.every(({ props }) => props?.['kind'] === 'dilemma')).toBe(true)
  })

  it('places them without overlap, in an order that is not the order of writing', () => {
    const boxes = cards.map(({ parentId, x, y, props }) => ({
      parentId,
      x: Number(x),
      y: Number(y),
      w: Number(props?.['w']),
      h: Number(props?.['h']),
    }))
    for (const [i, a] of boxes.entries()) {
      for (const b of boxes.slice(i + 1)) {
        const apart = a.parentId !== b.parentId || a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y
        expect(apart).toBe(true)
      }
    }
    expect(cards.map(({ props }) => props?.['text'])).not.toEqual(notes.map(({ text }) => text))
  })

  it('places them below everything when the board has no such area, also the second time: they lay on one another and on other cards', () => {
    const all = new Map(index.visible)
    const reveal = () => {
      const operations = revealOperations(all, { area: 'nowhere', kind: 'note', notes: notes.slice(0, 15) }, chance)
      const made = operations.flatMap((operation) => (operation.op === 'create' ? [operation.record] : []))
      for (const record of made) all.set(record.id, record)
      return made.map(({ id }) => id)
    }
    const revealed = new Set([...reveal(), ...reveal()])
    const onPage = [...all.values()].filter(
      ({ typeName, type, parentId }) => typeName === 'shape' && type !== 'arrow' && parentId === 'page:page',
    )
    const boxes = onPage.map((record) => ({ id: record.id, x: Number(record['x']), y: Number(record['y']), ...sizeOf(record) }))
    expect(boxes.filter(({ id }) => revealed.has(id))).toHaveLength(30)
    for (const a of boxes) {
      if (!revealed.has(a.id)) continue
      const others = boxes.filter((b) => b !== a && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
      expect(others).toEqual([])
    }
  })
})
