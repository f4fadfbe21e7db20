import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import type { Editor, TLArrowShape } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { putRecords, shapeId, testEditor } from '../test-editor.ts'
import { highlight, highlighted } from './highlight.ts'
import { linkEnds, linkFocus, linkMeta } from './links.ts'

let editor: Editor

beforeEach(() => {
  ;({ editor } = testEditor())
  const { records } = buildTemplate('dilemma-remedy', 'en')
  putRecords(
    editor,
    records.filter(({ typeName }) => typeName === 'shape' || typeName === 'binding'),
  )
})
afterEach(() => editor.dispose())

const links = () => editor.getCurrentPageShapes().filter((shape): shape is TLArrowShape => shape.type === 'arrow')

it('brings a path forward, weak links too, until nothing is pointed at', () => {
  const weak = links().find((link) => linkMeta(link).basis === 'implied-weak')
  const other = links().find((link) => linkMeta(link).basis === 'explicit')
  const ends = weak && linkEnds(editor, weak)
  if (!weak || !other || !ends) throw new Error('the paper has both')
  expect(linkFocus(editor, weak)).toBe('none')

  highlight(editor, [ends.start.toId, weak.id, ends.end.toId])
  expect(editor.isShapeHidden(weak)).toBe(false)
  expect([linkFocus(editor, weak), linkFocus(editor, other)]).toEqual(['near', 'far'])
  expect(editor.getHintingShapeIds()).toEqual([ends.start.toId, ends.end.toId])

  highlight(editor, [])
  expect(editor.isShapeHidden(weak)).toBe(true)
  expect(linkFocus(editor, other)).toBe('none')
  expect(editor.getHintingShapeIds()).toEqual([])
})

it('leaves out what is not on the board any more', () => {
  highlight(editor, [shapeId('gone'), 'binding:x', shapeId('d1-1')])
  expect(editor.getHintingShapeIds()).toEqual([shapeId('d1-1')])
  expect(highlighted(editor).size).toBe(3)
})
