import { readBoard } from '@remedyboard/shared/board/document-reader'
import {
  createBindingId,
  createShapeId,
  defaultBindingUtils,
  defaultShapeTools,
  defaultShapeUtils,
  defaultTools,
  Editor,
  tipTapDefaultExtensions,
  toRichText,
  type TLDrawShape,
  type TLShape,
  type TLShapeId,
  type TLStore,
} from 'tldraw'
import { afterEach, describe, expect, it } from 'vitest'
import { bindUndo } from './bind-undo.ts'
import type { BoundStore } from './create-bound-store.ts'
import { card, TestCardUtil, TestRoom } from './test-room.ts'

const room = new TestRoom()
const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.dispose()
  room.close()
})

const X = createShapeId('x')
const Y = createShapeId('y')
const Z = createShapeId('z')
const INNER = createShapeId('inner')
const OUTER = createShapeId('outer')
const LINK = createShapeId('link')
const NOTE = createShapeId('note')
const STROKE = createShapeId('stroke')

interface Person {
  name: string
  editor: Editor
  bound: BoundStore
  store: TLStore
}

function person(name: string): Person {
  const { bound, store, session } = room.join()
  const editor = new Editor({
    store,
    shapeUtils: [...defaultShapeUtils, TestCardUtil],
    bindingUtils: defaultBindingUtils,
    tools: [...defaultTools, ...defaultShapeTools],
    getContainer: () => document.body,
    initialState: 'select',
    textOptions: { addFontsFromNode: (_node, state) => state, tipTapConfig: { extensions: tipTapDefaultExtensions } },
  })
  editors.push(editor)
  bound.attachEditor(editor)
  bindUndo(editor, bound, session)
  return { name, editor, bound, store }
}

function bind({ editor }: Person, arrow: TLShapeId, to: TLShapeId, terminal: 'start' | 'end', name: string): void {
  const former = editor.getBindingsFromShape(arrow, 'arrow').filter(({ props }) => (props as { terminal: string }).terminal === terminal)
  editor.deleteBindings(former.map(({ id }) => id))
  editor.createBinding({
    id: createBindingId(name),
    type: 'arrow',
    fromId: arrow,
    toId: to,
    props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false, snap: 'none' },
  })
}

const update = ({ editor }: Person, id: TLShapeId, partial: object) => {
  const shape = editor.getShape(id)
  if (shape) editor.updateShape({ id, type: shape.type, ...partial } as never) // any property of any shape
}
const textOf = (shape: TLShape | undefined) => (shape?.props as { text?: string } | undefined)?.text
const points = (...xs: number[]) => xs.map((x) => ({ x, y: x, z: 0.5 }))

/** What a person can do, each with the things of the board that everybody else has in hand at that moment, too. */
const ACTS: Record<string, (who: Person) => void> = {
  move: (who) => update(who, X, { x: who.name === 'ann' ? 100 : 200 }),
  resize: (who) => update(who, X, { props: { w: 400, h: 90 } }),
  recolour: (who) => update(who, X, { props: { kind: who.name === 'ann' ? 'remedy' : 'dilemma' } }),
  'type in front': (who) => update(who, X, { props: { text: `no ${textOf(who.editor.getShape(X)) ?? ''}` } }),
  'type behind': (who) => update(who, X, { props: { text: `${textOf(who.editor.getShape(X)) ?? ''} today` } }),
  'empty the text': (who) => update(who, X, { props: { text: '' } }),
  'write a note': (who) => update(who, NOTE, { props: { richText: toRichText(who.name) } }),
  lock: (who) => update(who, X, { meta: { lock: true } }),
  raise: ({ editor }) => void editor.bringToFront([X]),
  delete: ({ editor }) => void editor.deleteShapes([X]),
  'delete a frame': ({ editor }) => void editor.deleteShapes([OUTER]),
  'put into a frame': ({ editor }) => void editor.reparentShapes([X], INNER),
  'put into another frame': ({ editor }) => void editor.reparentShapes([X], OUTER),
  'nest one way': ({ editor }) => void editor.reparentShapes([INNER], OUTER),
  'nest the other way': ({ editor }) => void editor.reparentShapes([OUTER], INNER),
  group: (who) => void who.editor.groupShapes([X, Y], { groupId: createShapeId(`group-${who.name}`), select: false }),
  link(who) {
    const id = createShapeId(`new-${who.name}`)
    who.editor.createShape({ id, type: 'arrow' })
    bind(who, id, X, 'start', `${who.name}-start`)
    bind(who, id, Z, 'end', `${who.name}-end`)
  },
  bind: (who) => bind(who, LINK, Z, 'end', `again-${who.name}`),
  unbind: ({ editor }) => void editor.deleteBindings(editor.getBindingsFromShape(LINK, 'arrow').map(({ id }) => id)),
  draw: (who) => update(who, STROKE, { props: { segments: [{ type: 'free', points: points(0, 1, 2, who.name === 'ann' ? 3 : 9) }] } }),
  undo: ({ editor }) => void editor.undo(),
}
const NAMES = Object.keys(ACTS)

/** Ann and Ben on a board with everything; each has moved the card Y once before, which they can undo. */
async function two(): Promise<[Person, Person]> {
  const [ann, ben] = [person('ann'), person('ben')]
  ann.store.put([card('x', { text: 'water' }), card('y', { x: 500 } as never), card('z', { x: 900 } as never)])
  ann.editor.createShapes([
    { id: INNER, type: 'frame', x: 0, y: 300 },
    { id: OUTER, type: 'frame', x: 500, y: 300 },
    { id: LINK, type: 'arrow' },
    { id: NOTE, type: 'note', x: 0, y: 600 },
    { id: STROKE, type: 'draw', props: { segments: [{ type: 'free', points: points(0, 1, 2) }] } },
  ])
  bind(ann, LINK, X, 'start', 'start')
  bind(ann, LINK, Y, 'end', 'end')
  await room.exchange()
  for (const [index, who] of [ann, ben].entries()) {
    who.editor.markHistoryStoppingPoint()
    update(who, index === 0 ? Y : Z, { y: 50 })
    await room.exchange()
  }
  return [ann, ben]
}

function act(who: Person, name: string): void {
  if (name !== 'undo') who.editor.markHistoryStoppingPoint()
  ACTS[name]?.(who)
  who.bound.flush()
}

/** Everybody, and whoever comes now, shows the same valid board. */
async function checkSame(people: readonly Person[]): Promise<void> {
  await room.exchange()
  await room.exchange()
  const records = ({ store }: Person) =>
    new Map(
      store
        .allRecords()
        .filter(({ typeName }) => store.scopedTypes.document.has(typeName))
        .map((record) => [String(record.id), record]),
    )
  const late = person('late')
  const [first] = people
  if (!first) return
  for (const who of [...people, late]) {
    expect(who.bound.quarantined.get().size).toBe(0)
    expect(records(who)).toEqual(records(first))
    expect(records(who)).toEqual(new Map(readBoard(room.peers[0]?.doc ?? never()).map((record) => [record.id, record])))
    for (const { id } of who.editor.getCurrentPageShapes()) expect(who.editor.getShapePageBounds(id)).toBeDefined()
  }
}

function never(): never {
  throw new Error('nobody is there')
}

/** A second on an idle core. */
const SLOW_MACHINE_MS = 60_000

describe('two people at once, any two things: all boards are the same and valid', () => {
  it.each(NAMES)('%s ‖ anything, and then both undo', { timeout: SLOW_MACHINE_MS }, async (mine) => {
    for (const theirs of NAMES.slice(NAMES.indexOf(mine))) {
      const [ann, ben] = await two()
      act(ann, mine)
      act(ben, theirs)
      await checkSame([ann, ben])
      for (const who of [ann, ben]) {
        who.editor.undo()
        who.bound.flush()
      }
      await checkSame([ann, ben])
      for (const editor of editors.splice(0)) editor.dispose()
      room.close()
    }
  })
})

describe('what is left when two people meet', () => {
  const after = async (mine: string, theirs: string) => {
    const [ann, ben] = await two()
    act(ann, mine)
    act(ben, theirs)
    await checkSame([ann, ben])
    return { ann, ben, x: ann.editor.getShape(X) }
  }

  it('move ‖ recolour: both', async () => {
    expect((await after('move', 'recolour')).x).toMatchObject({ x: 100, props: { kind: 'dilemma' } })
  })

  it('type ‖ move: both', async () => {
    expect((await after('type in front', 'move')).x).toMatchObject({ x: 200, props: { text: 'no water' } })
  })

  it('type ‖ type: every letter', async () => {
    expect(textOf((await after('type in front', 'type behind')).x)).toBe('no water today')
  })

  it('type ‖ empty the text: what was typed stays', async () => {
    expect(textOf((await after('type behind', 'empty the text')).x)).toBe(' today')
  })

  it('delete ‖ edit: gone, and an undo of the deletion brings back the edit', async () => {
    const { ann, ben, x } = await after('delete', 'recolour')
    expect(x).toBeUndefined()
    ann.editor.undo()
    await checkSame([ann, ben])
    expect(ben.editor.getShape(X)).toMatchObject({ props: { kind: 'dilemma' } })
  })

  it('reparent ‖ reparent: in one of the two frames', async () => {
    const { x } = await after('put into a frame', 'put into another frame')
    expect([INNER, OUTER]).toContain(x?.parentId)
  })

  it('two frames into each other: one of them holds the other', async () => {
    const { ann } = await after('nest one way', 'nest the other way')
    const parents = [INNER, OUTER].map((id) => ann.editor.getShape(id)?.parentId)
    expect(parents.filter((parent) => parent === ann.editor.getCurrentPageId())).toHaveLength(1)
  })

  it('reparent ‖ delete the frame: the card is on the page', async () => {
    const { ann, x } = await after('put into another frame', 'delete a frame')
    expect(x?.parentId).toBe(ann.editor.getCurrentPageId())
  })

  it('link ‖ link: two links', async () => {
    const { ann } = await after('link', 'link')
    for (const name of ['ann', 'ben']) expect(ann.editor.getBindingsFromShape(createShapeId(`new-${name}`), 'arrow')).toHaveLength(2)
  })

  it('bind ‖ reparent: bound and in the frame', async () => {
    const { ann, x } = await after('bind', 'put into a frame')
    expect(ann.editor.getBindingsFromShape(LINK, 'arrow').map(({ toId }) => toId)).toContain(Z)
    expect(x?.parentId).toBe(INNER)
  })

  it('undo ‖ the same again: only my own step', async () => {
    const { ann } = await after('undo', 'move')
    expect([ann.editor.getShape(Y)?.y, ann.editor.getShape(Z)?.y, ann.editor.getShape(X)?.x]).toEqual([0, 50, 200])
  })

  it('draw ‖ draw on one stroke, which no tool does: one of both, and it goes on growing', async () => {
    const { ann, ben } = await after('draw', 'draw')
    const drawn = () => {
      const stroke = ann.editor.getShape<TLDrawShape>(STROKE)
      return stroke?.props.segments.flatMap((segment) => segment.points) ?? []
    }
    expect([3, 9]).toContain(drawn().at(-1)?.x)
    update(ben, STROKE, { props: { segments: [{ type: 'free', points: [...drawn(), ...points(20)] }] } })
    await checkSame([ann, ben])
    expect(drawn()).toHaveLength(5)
  })
})
