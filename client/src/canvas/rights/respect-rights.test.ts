import { editRights } from '@remedyboard/shared/board/permission'
import type { PhasePermission } from '@remedyboard/shared/workshop/state'
import { describe, expect, it } from 'vitest'
import type { BoardSession } from '../../session/board-session.ts'
import { Cell } from '../../session/readable.ts'
import { shapeId, testEditor } from '../test-editor.ts'
import { isToolAllowed } from './is-tool-allowed.ts'
import { respectRights } from './respect-rights.ts'

function participant(can: PhasePermission[] | null) {
  const { editor } = testEditor()
  const make = (name: string, meta: Record<string, string | boolean>) =>
    editor.createShape({ id: shapeId(name), type: 'card', meta, props: { w: 320, h: 70, kind: 'note', size: 'm', text: name } })
  make('mine', { author: 'me' })
  make('yours', { author: 'you' })
  make('locked', { author: 'you', lock: true })
  const rights = new Cell(editRights('participant', can))
  const session = { rights, view: { get: () => ({ me: { id: 'me' } }) } } as unknown as BoardSession // all that the function reads
  respectRights(editor, session)
  return {
    editor,
    rights,
    canMove: (name: string) => {
      editor.updateShape({ id: shapeId(name), type: 'card', x: 55 })
      return editor.getShape(shapeId(name))?.x === 55
    },
    canDelete: (name: string) => {
      editor.deleteShapes([shapeId(name)])
      return editor.getShape(shapeId(name)) === undefined
    },
    canCreate: () => {
      editor.createShape({ id: shapeId('new'), type: 'card', props: { w: 320, h: 70, kind: 'note', size: 'm', text: '' } })
      return editor.getShape(shapeId('new')) !== undefined
    },
  }
}

describe('respectRights', () => {
  it('without a running phase: everything but what is locked', () => {
    const { canMove, canDelete, canCreate } = participant(null)
    expect([canCreate(), canMove('yours'), canMove('locked'), canDelete('locked'), canDelete('yours')]).toEqual([
      true,
      true,
      false,
      false,
      true,
    ])
  })

  it('add: new things, and what one made oneself', () => {
    const { canMove, canDelete, canCreate } = participant(['add'])
    expect([canCreate(), canMove('mine'), canMove('yours'), canDelete('yours'), canDelete('mine')]).toEqual([
      true,
      true,
      false,
      false,
      true,
    ])
  })

  it('move: places only', () => {
    const { editor, canMove, canDelete, canCreate } = participant(['move'])
    expect([canCreate(), canMove('yours'), canDelete('yours')]).toEqual([false, true, false])
    editor.updateShape({ id: shapeId('yours'), type: 'card', x: 70, props: { text: 'changed' } })
    expect(editor.getShape(shapeId('yours'))).toMatchObject({ x: 70, props: { text: 'yours' } })
  })

  it('watch: nothing, and tools in the hand are put down', async () => {
    const { editor, rights, canMove, canCreate } = participant(['add'])
    editor.setCurrentTool('card-dilemma')
    rights.set(editRights('participant', ['watch']))
    await Promise.resolve()
    expect(editor.getCurrentToolId()).toBe('select')
    expect([canCreate(), canMove('mine')]).toEqual([false, false])
  })

  it("other people's changes pass", () => {
    const { editor } = participant(['watch'])
    editor.store.mergeRemoteChanges(() => editor.store.update(shapeId('yours'), (shape) => ({ ...shape, x: 99 })))
    expect(editor.getShape(shapeId('yours'))?.x).toBe(99)
  })
})

describe('isToolAllowed', () => {
  it.each([
    ['select', ['watch'], true],
    ['hand', ['watch'], true],
    ['arrow', ['add'], false],
    ['arrow', ['link'], true],
    ['card-dilemma', ['link'], false],
    ['draw', ['add'], true],
    ['eraser', ['move'], false],
  ] as const)('%s under %j: %s', (tool, can, expected) => {
    expect(isToolAllowed(editRights('participant', [...can]), tool)).toBe(expected)
  })
})
