import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import type { Editor, TLArrowShape, TLFrameShape } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { areaAt, areaBounds, areaInfos, isOnHeading } from './area/areas-on-page.ts'
import { leaveAreasAlone } from './area/leave-areas-alone.ts'
import { startBounds } from './camera/start-bounds.ts'
import { addCard } from './card/card-tools.ts'
import { linkBasis, linkEnds } from './link/links.ts'
import { putRecords, shapeId, testEditor } from './test-editor.ts'

let editor: Editor
let weakLinks: { shown: boolean }

beforeEach(() => {
  ;({ editor, weakLinks } = testEditor())
  const { records } = buildTemplate('dilemma-remedy', 'zh-CN')
  putRecords(
    editor,
    records.filter(({ typeName }) => typeName === 'shape' || typeName === 'binding'),
  )
  leaveAreasAlone(editor)
})
afterEach(() => editor.dispose())

function area(name: string): TLFrameShape {
  const shape = editor.getShape(shapeId(`area-${name}`))
  if (!shape || !editor.isShapeOfType<TLFrameShape>(shape, 'frame')) throw new Error(`no area ${name}`)
  return shape
}

const links = () => editor.getCurrentPageShapes().filter((shape): shape is TLArrowShape => shape.type === 'arrow')

describe('areas', () => {
  it('are listed for the header and define the start view', () => {
    const listed = areaInfos(editor)
      .get()
      .map((info) => info.area)
    expect(listed).toEqual(expect.arrayContaining(['welcome', 'dilemmas', 'local', 'remedies', 'map', 'plan', 'parking', 'report']))
    const remedies = areaBounds(editor, 'remedies')
    expect(remedies && startBounds(editor)?.contains(remedies)).toBe(true)
  })

  it('cannot be selected, so nothing moves or deletes them by accident', () => {
    editor.select(area('dilemmas').id)
    expect(editor.getSelectedShapeIds()).toEqual([])
    editor.selectAll()
    editor.deleteShapes(editor.getSelectedShapeIds())
    expect(editor.getShape(area('dilemmas').id)).toBeDefined()
    expect(editor.getShape(shapeId('d1'))).toBeDefined()
  })

  it('are no target for a click on their ground or border, but take what is dropped on them', () => {
    const bounds = areaBounds(editor, 'local')
    if (!bounds) throw new Error('no local area')
    const ground = { x: bounds.midX, y: bounds.maxY - 40 }
    const border = { x: bounds.midX, y: bounds.maxY }
    for (const point of [ground, border]) expect(editor.getShapeAtPoint(point, { margin: 10 })).toBeUndefined()
    expect(editor.isPointInShape(area('local'), ground, { hitInside: true })).toBe(true)
  })

  it('know their heading, which a double click zooms to', () => {
    const bounds = areaBounds(editor, 'plan')
    if (!bounds) throw new Error('no plan area')
    const title = { x: bounds.x + 40, y: bounds.y + 40 }
    expect(areaAt(editor, title)?.id).toBe(area('plan').id)
    expect(isOnHeading(editor, area('plan'), title)).toBe(true)
    expect(isOnHeading(editor, area('plan'), { x: bounds.midX, y: bounds.maxY - 10 })).toBe(false)
  })
})

describe('new cards', () => {
  it('belong to the area they are put into and stay within its borders', () => {
    const bounds = areaBounds(editor, 'local')
    if (!bounds) throw new Error('no local area')
    const id = addCard(editor, 'dilemma', { x: bounds.x + 5, y: bounds.maxY - 5 })
    const card = id && editor.getShape(id)
    expect(card).toMatchObject({ type: 'card', parentId: area('local').id, props: { kind: 'dilemma', text: '' } })
    expect(card && bounds.contains(editor.getShapePageBounds(card) ?? bounds)).toBe(true)
  })

  it('become narrower in a narrow area', () => {
    const bounds = areaBounds(editor, 'parking')
    if (!bounds) throw new Error('no parking area')
    const id = addCard(editor, 'note', bounds.center)
    expect(id && editor.getShapePageBounds(id)?.w).toBeLessThanOrEqual(bounds.w - 48)
  })
})

describe('links', () => {
  it('are arrows between two cards, with the basis of the paper', () => {
    expect(links().length).toBeGreaterThan(20)
    for (const link of links()) {
      expect(linkEnds(editor, link), link.id).toBeDefined()
      expect(linkBasis(link)).not.toBe('group')
    }
  })

  it('are suggestions when weak: hidden until asked for, or until one of their cards is selected', () => {
    const weak = links().find((link) => linkBasis(link) === 'implied-weak')
    if (!weak) throw new Error('the paper has weak links')
    expect(editor.isShapeHidden(weak)).toBe(true)
    const end = linkEnds(editor, weak)?.end.toId
    if (!end) throw new Error('it has two ends')
    editor.select(end)
    expect(editor.isShapeHidden(weak)).toBe(false)
    editor.selectNone()
    expect(editor.isShapeHidden(weak)).toBe(true)
    const strong = links().find((link) => linkBasis(link) === 'explicit')
    expect(strong && editor.isShapeHidden(strong)).toBe(false)
    expect(weakLinks.shown).toBe(false)
  })

  it('are hit where they are drawn, not on the straight line', () => {
    const link = links().find((candidate) => {
      const bounds = editor.getShapePageBounds(candidate)
      return linkBasis(candidate) === 'explicit' && bounds !== undefined && bounds.h > 100
    })
    if (!link) throw new Error('some link is steep')
    const geometry = editor.getShapeGeometry(link)
    const bent = geometry.vertices[6]
    const [first, last] = [geometry.vertices[0], geometry.vertices.at(-1)]
    if (!bent || !first || !last) throw new Error('a curve has vertices')
    expect(geometry.hitTestPoint(bent, 2, false)).toBe(true)
    const share = (bent.x - first.x) / (last.x - first.x)
    expect(geometry.hitTestPoint({ x: bent.x, y: first.y + share * (last.y - first.y) }, 2, false)).toBe(false)
  })
})
