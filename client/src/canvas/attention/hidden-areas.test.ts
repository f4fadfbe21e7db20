import { buildTemplate } from '@remedyboard/shared/templates/build-template'
import type { Editor, TLShape } from 'tldraw'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { areaMeta } from '../area/area-meta.ts'
import { putRecords, testEditor } from '../test-editor.ts'
import { isLeftOut } from './hidden-areas.ts'

let editor: Editor
beforeEach(() => {
  editor = testEditor().editor
  putRecords(editor, buildTemplate('dilemma-remedy', 'en').records)
})
afterEach(() => editor.dispose())

const leftOut = (areas: ReadonlySet<string>) => editor.getCurrentPageShapes().filter((shape) => isLeftOut(editor, shape, areas))
const areaOf = (shape: TLShape) => areaMeta(shape).area

it('leaves out an area and every link from or to it, and nothing else of the page', () => {
  const shapes = leftOut(new Set(['remedies']))
  expect(shapes.filter(({ type }) => type === 'frame').map(areaOf)).toEqual(['remedies'])
  // every link of the paper leads to a remedy
  const links = editor.getCurrentPageShapes().filter(({ type }) => type === 'arrow')
  expect(links.length).toBeGreaterThan(10)
  expect(shapes.filter(({ type }) => type === 'arrow')).toHaveLength(links.length)
  expect(shapes.some(({ type }) => type === 'card')).toBe(false)
})

it('leaves out nothing when every area is shown', () => {
  expect(leftOut(new Set())).toEqual([])
  expect(leftOut(new Set(['plan'])).map(areaOf)).toEqual(['plan'])
})
