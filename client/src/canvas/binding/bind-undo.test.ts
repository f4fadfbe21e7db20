import fc from 'fast-check'
import { createShapeId, defaultBindingUtils, defaultShapeTools, defaultShapeUtils, defaultTools, Editor } from 'tldraw'
import { afterEach, describe, expect, it } from 'vitest'
import { applyOperations } from '@remedyboard/shared/board/board-operation'
import { EDIT_ORIGINS } from '../../session/edit-origins.ts'
import { bindUndo } from './bind-undo.ts'
import { card, change, TestCardUtil, TestRoom } from './test-room.ts'

const room = new TestRoom()
const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.dispose()
  room.close()
})

function person() {
  const { doc, bound, store, session, refuse } = room.join()
  const editor = new Editor({
    store,
    shapeUtils: [...defaultShapeUtils, TestCardUtil],
    bindingUtils: defaultBindingUtils,
    tools: [...defaultTools, ...defaultShapeTools],
    getContainer: () => document.body,
  })
  editors.push(editor)
  bound.attachEditor(editor)
  bindUndo(editor, bound, session)
  const x = createShapeId('x')
  return {
    doc,
    editor,
    refuse,
    flush: () => bound.flush(),
    step: (act: () => void) => {
      editor.markHistoryStoppingPoint()
      act()
      store._flushHistory()
    },
    create: () => store.put([card('x', { text: 'water' })]),
    move: (to: number) => change(store, 'x', (record) => ({ ...record, x: to })),
    recolour: (kind: string) => change(store, 'x', (record) => ({ ...record, props: { ...record.props, kind } })),
    write: (text: string) => change(store, 'x', (record) => ({ ...record, props: { ...record.props, text } })),
    remove: () => store.remove([x]),
    shown: () => store.get(x) as { x: number; props: { kind: string; text: string } } | undefined,
  }
}

/** A third of a second on an idle core. */
const SLOW_MACHINE_MS = 60_000

/** How many times undo can be pressed, as the buttons know it. */
function numUndos(editor: Editor): number {
  const { history } = editor as unknown as { history: { getNumUndos(): number } } // protected in tldraw's types
  return history.getNumUndos()
}

describe('bindUndo', () => {
  it('A moves, B recolours, A undoes: the colour stays', async () => {
    const a = person()
    const b = person()
    a.step(a.create)
    await room.exchange()
    a.step(() => a.move(100))
    await room.exchange()
    b.step(() => b.recolour('remedy'))
    await room.exchange()
    a.editor.undo()
    await room.exchange()
    for (const { shown } of [a, b]) expect(shown()).toMatchObject({ x: 0, props: { kind: 'remedy' } })
    a.editor.redo()
    await room.exchange()
    for (const { shown } of [a, b]) expect(shown()).toMatchObject({ x: 100, props: { kind: 'remedy' } })
  })

  it('takes back what a panel did, as a step of its own', async () => {
    const a = person()
    a.step(a.create)
    a.step(() => a.move(100))
    a.editor.markHistoryStoppingPoint('edit')
    applyOperations(a.doc, [{ op: 'change', id: 'shape:x', changes: [{ key: 'meta.due', value: '2026-12-01' }] }], EDIT_ORIGINS)
    await room.exchange()
    expect(a.shown()).toMatchObject({ x: 100, meta: { due: '2026-12-01' } })
    a.editor.undo()
    await room.exchange()
    expect(a.shown()).toMatchObject({ x: 100, meta: {} })
    expect(a.shown()).not.toHaveProperty('meta.due')
  })

  it("never takes back another person's work", async () => {
    const a = person()
    const b = person()
    a.step(a.create)
    await room.exchange()
    expect(b.editor.getCanUndo()).toBe(false)
    b.editor.undo()
    await room.exchange()
    expect(b.shown()).toBeDefined()
  })

  it('a step that others have overwritten undoes nothing else', async () => {
    const a = person()
    const b = person()
    a.step(a.create)
    a.step(() => a.move(50))
    await room.exchange()
    b.step(() => b.move(70))
    await room.exchange()
    a.editor.undo()
    await room.exchange()
    for (const { shown } of [a, b]) expect(shown()).toMatchObject({ x: 70 })
  })

  it('undoing a creation keeps what others wrote into it for the redo', async () => {
    const a = person()
    const b = person()
    a.step(a.create)
    await room.exchange()
    b.step(() => b.recolour('dilemma'))
    await room.exchange()
    a.editor.undo()
    await room.exchange()
    for (const { shown } of [a, b]) expect(shown()).toBeUndefined()
    a.editor.redo()
    await room.exchange()
    for (const { shown } of [a, b]) expect(shown()).toMatchObject({ props: { kind: 'dilemma', text: 'water' } })
  })

  it('brings back a deleted card', async () => {
    const a = person()
    const b = person()
    a.step(a.create)
    a.step(a.remove)
    await room.exchange()
    expect(b.shown()).toBeUndefined()
    a.editor.undo()
    await room.exchange()
    for (const { shown } of [a, b]) expect(shown()).toMatchObject({ props: { text: 'water' } })
  })

  it('Escape takes back this gesture only, and leaves what others changed meanwhile', async () => {
    const a = person()
    const b = person()
    a.step(a.create)
    await room.exchange()
    const mark = a.editor.markHistoryStoppingPoint()
    a.move(40)
    await room.exchange()
    b.step(() => b.recolour('remedy'))
    await room.exchange()
    a.move(60)
    a.editor.bailToMark(mark)
    await Promise.resolve()
    await room.exchange()
    for (const { shown } of [a, b]) expect(shown()).toMatchObject({ x: 0, props: { kind: 'remedy' } })
    expect(a.editor.getCanRedo()).toBe(false)
  })

  it('the buttons know: nothing to undo at first, then undo, then redo', () => {
    const a = person()
    expect([a.editor.getCanUndo(), a.editor.getCanRedo()]).toEqual([false, false])
    a.step(a.create)
    expect([a.editor.getCanUndo(), a.editor.getCanRedo()]).toEqual([true, false])
    a.editor.undo()
    expect([a.editor.getCanUndo(), a.editor.getCanRedo()]).toEqual([false, true])
  })

  it('squashed steps are undone as one', () => {
    const a = person()
    a.step(a.create)
    const mark = a.editor.markHistoryStoppingPoint()
    a.step(() => a.move(10))
    a.step(() => a.move(20))
    a.editor.squashToMark(mark)
    a.editor.undo()
    expect(a.shown()).toMatchObject({ x: 0 })
  })

  it('Escape never leaves a circle of parents, whatever others put into what was dragged [fuzz 2004]', async () => {
    const a = person()
    const b = person()
    const [inner, outer] = [createShapeId('inner'), createShapeId('outer')]
    a.editor.createShape({ id: outer, type: 'frame' })
    a.editor.createShape({ id: inner, type: 'frame', parentId: outer })
    await room.exchange()
    let dragging = true
    a.editor.isInAny = () => dragging
    a.editor.markHistoryStoppingPoint('drag')
    a.editor.reparentShapes([inner], a.editor.getCurrentPageId())
    // As the binding does once a second in a long drag; then somebody puts the one frame into the other.
    a.flush()
    await room.exchange()
    b.editor.reparentShapes([outer], inner)
    await room.exchange()
    a.editor.bail()
    dragging = false
    await room.exchange()
    await room.exchange()
    const parents = ({ editor }: typeof a) => [inner, outer].map((id) => editor.getShape(id)?.parentId)
    expect(parents(a)).toEqual(parents(b))
    expect(a.editor.getShapePageBounds(inner)).toBeDefined()
    expect(a.editor.getShapePageBounds(outer)).toBeDefined()
  })
})

describe('[R38] what the server refused is no step any more', () => {
  const place = { record: createShapeId('x'), facet: 'place', code: 'phase' } as const

  it('a refused move, with the button off when nothing else is left', async () => {
    const a = person()
    const b = person()
    b.step(b.create)
    await room.exchange()
    a.step(() => a.move(100))
    await room.exchange()
    // as the guard does
    b.move(0)
    await room.exchange()
    expect(a.editor.getCanUndo()).toBe(true)
    a.refuse([place])
    expect([a.editor.getCanUndo(), a.shown()?.x]).toEqual([false, 0])
  })

  it('of a step that was refused in part, the rest stays', async () => {
    const a = person()
    a.step(a.create)
    await room.exchange()
    a.refuse([])
    a.step(() => {
      a.move(100)
      a.recolour('remedy')
    })
    a.refuse([place])
    a.editor.undo()
    expect(a.shown()).toMatchObject({ x: 100, props: { kind: 'note' } })
    expect(a.editor.getCanRedo()).toBe(true)
  })

  it('a refused deletion of words: taken back once by the server, and not once more by undo', async () => {
    const a = person()
    const b = person()
    b.step(b.create)
    await room.exchange()
    a.step(() => a.write(''))
    await room.exchange()
    b.write('water')
    await room.exchange()
    a.refuse([{ record: createShapeId('x'), facet: 'text', code: 'phase' }])
    a.editor.undo()
    await room.exchange()
    for (const { shown } of [a, b]) expect(shown()?.props.text).toBe('water')
  })

  it('earlier and later changes of the same facet stay steps', async () => {
    const a = person()
    a.step(a.create)
    a.step(() => a.move(10))
    a.refuse([])
    a.step(() => a.move(20))
    a.refuse([place])
    a.step(() => a.move(30))
    expect(numUndos(a.editor)).toBe(3)
  })

  it('a refused undo is no redo, and a whole refused record no step at all', () => {
    const a = person()
    a.step(a.create)
    a.step(() => a.move(10))
    a.refuse([])
    a.editor.undo()
    expect(a.editor.getCanRedo()).toBe(true)
    a.refuse([place])
    expect(a.editor.getCanRedo()).toBe(false)
    const b = person()
    b.step(b.create)
    b.refuse([{ ...place, facet: '' }])
    expect(b.editor.getCanUndo()).toBe(false)
  })

  it("everything that a viewer's page wrote", () => {
    const a = person()
    a.step(a.create)
    a.refuse([])
    a.step(() => a.move(10))
    a.step(() => a.recolour('remedy'))
    a.refuse([{ record: '', facet: '', code: 'viewer' }])
    expect(numUndos(a.editor)).toBe(1)
  })

  it('Escape still takes back the whole drag when an earlier step was refused meanwhile', async () => {
    const a = person()
    a.step(a.create)
    a.refuse([])
    a.step(() => a.recolour('remedy'))
    let dragging = true
    a.editor.isInAny = () => dragging
    const mark = a.editor.markHistoryStoppingPoint('drag')
    a.move(40)
    a.flush()
    a.refuse([{ record: createShapeId('x'), facet: 'props.kind', code: 'phase' }])
    a.editor.bailToMark(mark)
    dragging = false
    await Promise.resolve()
    expect(a.shown()).toMatchObject({ x: 0 })
    expect(numUndos(a.editor)).toBe(1)
  })
})

describe('the buttons for undo and redo', () => {
  it('stay as they are while others edit and delete, and a step on something gone shows when it comes back', async () => {
    const a = person()
    const b = person()
    b.step(b.create)
    await room.exchange()
    a.step(() => a.move(100))
    await room.exchange()
    b.step(() => b.recolour('remedy'))
    b.step(b.remove)
    await room.exchange()
    expect([a.editor.getCanUndo(), a.editor.getCanRedo()]).toEqual([true, false])
    a.editor.undo()
    expect([a.editor.getCanUndo(), a.editor.getCanRedo()]).toEqual([false, true])
    b.editor.undo()
    await room.exchange()
    for (const { shown } of [a, b]) expect(shown()).toMatchObject({ x: 0, props: { kind: 'remedy' } })
  })

  it('go off with a step that others have overwritten, as it can take nothing back', async () => {
    const a = person()
    const b = person()
    b.step(b.create)
    await room.exchange()
    a.step(() => a.move(50))
    await room.exchange()
    b.step(() => b.move(70))
    await room.exchange()
    a.editor.undo()
    expect([a.editor.getCanUndo(), a.editor.getCanRedo(), a.shown()?.x]).toEqual([false, false, 70])
  })

  it('alone, undo goes back to the beginning step by step, and redo to the end', { timeout: SLOW_MACHINE_MS }, () => {
    const change = fc.record({ kind: fc.constantFrom('move', 'recolour', 'write', 'remove', 'undo', 'redo'), n: fc.nat(5) })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        room.close()
        const a = person()
        a.step(a.create)
        for (const { kind, n } of changes) {
          if (kind === 'undo' && numUndos(a.editor) > 1) a.editor.undo()
          else if (kind === 'redo') a.editor.redo()
          else if (!a.shown()) continue
          else if (kind === 'move') a.step(() => a.move(n))
          else if (kind === 'recolour') a.step(() => a.recolour(n % 2 ? 'remedy' : 'note'))
          else if (kind === 'write') a.step(() => a.write('abc'.slice(0, n)))
          else if (kind === 'remove' && n === 0) a.step(a.remove)
        }
        while (a.editor.getCanRedo()) a.editor.redo()
        const seen = [a.shown()]
        while (a.editor.getCanUndo()) {
          a.editor.undo()
          seen.push(a.shown())
        }
        expect(seen.at(-1)).toBeUndefined()
        for (const before of seen.reverse().slice(1)) {
          a.editor.redo()
          expect(a.shown()).toEqual(before)
        }
        expect(a.editor.getCanRedo()).toBe(false)
      }),
      { seed: 20261124, numRuns: 40 },
    )
  })
})
