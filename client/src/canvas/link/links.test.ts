import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import { createShapeId, type Editor, type TLArrowShape, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addCard } from '../card/card-tools.ts'
import { putRecords, testEditor } from '../test-editor.ts'
import { linkCards } from './link-cards.ts'
import { lineKind, linkBasis, linkEnds, linkMeta } from './links.ts'
import { signGroupLinks } from './sign-group-links.ts'

let editor: Editor

beforeEach(() => {
  ;({ editor } = testEditor())
  signGroupLinks(editor)
})
afterEach(() => editor.dispose())

const arrows = () => editor.getCurrentPageShapes().filter((shape): shape is TLArrowShape => shape.type === 'arrow')

function card(kind: 'dilemma' | 'remedy' | 'stakeholder', x: number): TLShapeId {
  const id = addCard(editor, kind, { x, y: 0 })
  if (!id) throw new Error('no card')
  return id
}

function kindOf(link: TLArrowShape) {
  const ends = linkEnds(editor, link)
  return ends && lineKind(editor, link, ends)
}

function onlyArrow(): TLArrowShape {
  const [link, ...others] = arrows()
  if (!link || others.length > 0) throw new Error('one arrow was expected')
  return link
}

describe('links that people draw', () => {
  it('become the group’s when both ends are tied to cards, in the same step of undo', () => {
    const [from, to] = [card('dilemma', 0), card('remedy', 900)]
    linkCards(editor, from, to)
    expect(linkMeta(onlyArrow()).basis).toBe('group')
    expect(kindOf(onlyArrow())).toBe('group')
    editor.undo()
    expect(arrows()).toEqual([])
    editor.redo()
    expect(linkMeta(onlyArrow()).basis).toBe('group')
  })

  it('stay plain lines while an end is free', () => {
    editor.createShape<TLArrowShape>({ id: createShapeId(), type: 'arrow', props: { end: { x: 200, y: 0 } } })
    expect(linkMeta(onlyArrow()).basis).toBeUndefined()
  })

  it('are relations between stakeholders', () => {
    linkCards(editor, card('stakeholder', 0), card('stakeholder', 900))
    expect(kindOf(onlyArrow())).toBe('relation-positive')
  })
})

describe('links of a template', () => {
  it('keep their basis, and relations show how well they work', () => {
    const { records } = buildTemplate('stakeholder-coordination', 'en')
    putRecords(
      editor,
      records.filter(({ typeName }) => typeName === 'shape' || typeName === 'binding'),
    )
    expect(arrows().every((link) => linkBasis(link) === 'explicit')).toBe(true)
    const kinds = new Set(arrows().map(kindOf))
    expect(kinds).toEqual(new Set(['relation-positive', 'relation-weak', 'relation-tension']))
  })
})
